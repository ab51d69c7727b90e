/** Memory of one thread, or memory that worker threads see too. */
export type Memory = 'own' | 'shared'

export const bytesIn = (memory: Memory, length: number): Uint8Array => new Uint8Array(bufferIn(memory, length))
export const centsIn = (memory: Memory, length: number): Int32Array => new Int32Array(bufferIn(memory, 4 * length))
export const numbersIn = (memory: Memory, length: number): Float64Array =>
  new Float64Array(bufferIn(memory, 8 * length))

function bufferIn(memory: Memory, bytes: number): ArrayBufferLike {
  return memory === 'shared' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)
}
