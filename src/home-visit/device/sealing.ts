/**
 * Sealed records on the phone: AES-256-GCM with the data key, 12 random bytes as vector, and the place of the record
 * authenticated along, so that a record moved to another place does not open.
 */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

/** Seals a plain JSON value for `place`. */
export async function sealed(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt(gcm(iv, place), key, encoder.encode(JSON.stringify(value))) }
}

/** Opens what `sealed` gave; throws when it was changed, moved, or sealed with another key. */
export async function opened(key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<unknown> {
  return JSON.parse(decoder.decode(await crypto.subtle.decrypt(gcm(iv, place), key, bytes)))
}

/** Opens many; rejects where one does not open. */
export type OpenAll = (all: readonly (Sealed & { readonly place: string })[]) => readonly Promise<unknown>[]

/**
 * Opens what is read again and again, each thing once: otherwise a full outbox would be opened anew after every batch that was sent.
 * What is sealed anew has another vector, so it is opened anew. Remembers what was in the last reading, and nothing else.
 */
export function openingOnce(key: CryptoKey): OpenAll {
  let known: ReadonlyMap<string, Promise<unknown>> = new Map()
  return (all) => {
    const read = all.map((one) => {
      const name = `${one.place} ${one.iv.join()}`
      return [name, known.get(name) ?? opened(key, one.place, one)] as const
    })
    known = new Map(read)
    return read.map(([, value]) => value)
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const gcm = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoder.encode(place),
})
