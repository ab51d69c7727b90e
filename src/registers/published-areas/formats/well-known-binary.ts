import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { Point, Ring, Shape } from '../geometry.ts'
import { refuseKind } from './geometry-json.ts'

/**
 * The shape in a geometry of a GeoPackage: `GP`, version, flags, number of the system, perhaps a box, then well-known binary.
 * Flags: bit 0 byte order, bits 1–3 kind of box, bit 4 empty. Heights are passed over. Refuses points, lines, and bytes that end
 * early. Source: OGC 12-128 GeoPackage, 2.1.3; OGC 06-103 Simple Feature Access, 8.2.
 */
export function shapeInBlob(blob: Uint8Array, spot: Spot): Shape {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength)
  if (bytes.toString('latin1', 0, 2) !== 'GP')
    return refuse('file-damaged', spot, 'has a geometry that is none of a GeoPackage.')
  try {
    const flags = bytes.readUInt8(3)
    if ((flags & 0b10000) !== 0) return []
    const start = 8 + (boxBytes[(flags >> 1) & 0b111] ?? 0)
    return new BinaryReader(bytes, start, spot).shape()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse('file-damaged', spot, 'has a geometry that ends too early. Fetch it again.')
  }
}

const boxBytes: readonly number[] = [0, 32, 48, 48, 64]
const kinds: Readonly<Record<number, string>> = { 1: 'Point', 2: 'LineString', 4: 'MultiPoint', 5: 'MultiLineString' }

class BinaryReader {
  #isLittle = true
  #at: number
  readonly #bytes: Buffer
  readonly #spot: Spot

  constructor(bytes: Buffer, at: number, spot: Spot) {
    this.#bytes = bytes
    this.#at = at
    this.#spot = spot
  }

  shape(): Shape {
    this.#isLittle = this.#bytes.readUInt8(this.#at) === 1
    this.#at += 1
    const type = this.#integer()
    // Two ways to say that points have a height or a measure: thousands, and the highest bits.
    const kind = (type & 0x0fffffff) % 1000
    const thousands = Math.floor((type & 0x0fffffff) / 1000)
    const extra = thousands > 0 ? (thousands === 3 ? 2 : 1) : ((type >>> 31) & 1) + ((type >>> 30) & 1)
    if (kind === 3) return [this.#times(() => this.#ring(extra))]
    if (kind === 6 || kind === 7) return this.#times(() => this.shape()).flat()
    return refuseKind(kinds[kind] ?? `geometry of kind ${type}`, this.#spot)
  }

  #ring(extra: number): Ring {
    return this.#times((): Point => {
      const point: Point = [this.#double(), this.#double()]
      this.#at += 8 * extra
      return point
    })
  }

  #times<Part>(read: () => Part): Part[] {
    const parts: Part[] = []
    for (let left = this.#integer(); left > 0; left -= 1) parts.push(read())
    return parts
  }

  #integer(): number {
    this.#at += 4
    return this.#isLittle ? this.#bytes.readUInt32LE(this.#at - 4) : this.#bytes.readUInt32BE(this.#at - 4)
  }

  #double(): number {
    this.#at += 8
    return this.#isLittle ? this.#bytes.readDoubleLE(this.#at - 8) : this.#bytes.readDoubleBE(this.#at - 8)
  }
}
