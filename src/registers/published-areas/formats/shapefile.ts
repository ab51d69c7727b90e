/**
 * Reads the two halves of an ESRI shapefile record by record. Ours, because a damaged file has to be refused with its record,
 * and readers we tried skip over damage.
 *
 * `.shp`: header of 100 bytes (length in 16-bit words at 24, big-endian; kind of shape at 32, little-endian), then records:
 * number and length (big-endian), kind, box, number of rings and points, start of each ring, points as pairs of doubles.
 * `.dbf`: header of 32 bytes (records at 4, length of header at 8 and of a record at 10), 32 bytes a field until 0x0d, then
 * records of fixed width, the first byte `*` when deleted.
 * Source: ESRI Shapefile Technical Description (1998); dBASE III table format.
 */

import { areaOf, covers, type Point, type Ring, type Shape } from '../geometry.ts'
import { refuse } from '../refusal.ts'
import type { ByteReader } from './byte-reader.ts'

const polygonKinds = [5, 15, 25]
const largestRecordBytes = 64 * 1024 * 1024

/** Whether a `.shp` holds areas; what is no `.shp` is left to whoever reads it. */
export async function holdsPolygons(bytes: ByteReader): Promise<boolean> {
  const header = await bytes.take(36)
  await bytes.drain()
  return header.length < 36 || header.readInt32BE(0) !== 9994 || polygonKinds.includes(header.readInt32LE(32))
}

/** The polygons of a `.shp`, one a record, in order; none for a record that says to have no shape. Refuses another kind of shape, a gap in the records, an early end. */
export async function* readPolygons(bytes: ByteReader, file: string): AsyncGenerator<Shape> {
  const header = await bytes.take(100)
  if (header.length < 100 || header.readInt32BE(0) !== 9994)
    refuse('file-kind', { file }, 'is not the .shp of a shapefile.')
  const length = header.readInt32BE(24) * 2
  if (!polygonKinds.includes(header.readInt32LE(32)))
    refuse('file-kind', { file }, 'holds points or lines; expected polygons.')
  for (let line = 1; bytes.position < length; line += 1) {
    const start = await bytes.take(8)
    if (start.length < 8) refuse('file-truncated', { file, line }, 'ends in the middle. Fetch it again.')
    const contentLength = start.readInt32BE(4) * 2
    if (start.readInt32BE(0) !== line || contentLength < 4 || contentLength > largestRecordBytes)
      refuse('file-damaged', { file, line }, 'is damaged: this record does not follow the one before.')
    const content = await bytes.take(contentLength)
    if (content.length < contentLength) refuse('file-truncated', { file, line }, 'ends in the middle. Fetch it again.')
    const isNull = content.readInt32LE(0) === 0
    yield polygonsOf(
      isNull ? [] : (ringsOf(content) ?? refuse('file-damaged', { file, line }, 'is not a polygon, or an empty one.')),
    )
  }
  await bytes.drain()
}

/** The rows of a `.dbf` as text by column, in order. Refuses an early end. Deleted rows are given too, for they keep a record. */
export async function* readRows(
  bytes: ByteReader,
  file: string,
  encoding: string | undefined,
): AsyncGenerator<Readonly<Record<string, string>>> {
  const header = await bytes.take(32)
  if (header.length < 32) refuse('file-kind', { file }, 'is not the .dbf of a shapefile.')
  const [records, headerLength, recordLength] = [
    header.readUInt32LE(4),
    header.readUInt16LE(8),
    header.readUInt16LE(10),
  ]
  const fields = fieldsOf(await bytes.take(headerLength - 32))
  const width = fields.reduce((sum, { length }) => sum + length, 1)
  if (fields.length === 0 || width !== recordLength)
    refuse('file-damaged', { file }, 'has a header that contradicts itself.')
  const decode = decoderOf(encoding)
  for (let line = 1; line <= records; line += 1) {
    const record = await bytes.take(recordLength)
    if (record.length < recordLength) refuse('file-truncated', { file, line }, 'ends in the middle. Fetch it again.')
    yield Object.fromEntries(
      fields.map(({ name, start, length }) => [name, untilNul(decode(record.subarray(start, start + length)))]),
    )
  }
  await bytes.drain()
}

/** Some programs fill what is left of a field with NULs in place of spaces. */
const untilNul = (text: string) => (text.split('\0', 1)[0] ?? '').trim()

/** Of text that does not say in which encoding it is: UTF-8, or else that of Windows. Hardly any text is both. */
function decoderOf(encoding: string | undefined): (bytes: Buffer) => string {
  const stated = new TextDecoder(encoding ?? 'utf-8')
  if (encoding !== undefined) return (bytes) => stated.decode(bytes)
  const [strict, windows] = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder('windows-1252')]
  return (bytes) => {
    try {
      return strict.decode(bytes)
    } catch {
      return isCutOff(bytes) ? stated.decode(bytes).replace(/\ufffd$/, '') : windows.decode(bytes)
    }
  }
}

/** Whether it is UTF-8 but for its last character, which the width of the field cut through. */
function isCutOff(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

type Field = { readonly name: string; readonly start: number; readonly length: number }

function fieldsOf(header: Buffer): readonly Field[] {
  const fields: Field[] = []
  let start = 1
  for (let at = 0; at + 32 <= header.length && header[at] !== 0x0d; at += 32) {
    const name = header.toString('latin1', at, at + 11).replace(/\0.*$/s, '')
    const length = header[at + 16] ?? 0
    fields.push({ name, start, length })
    start += length
  }
  return fields
}

function ringsOf(content: Buffer): readonly Ring[] | undefined {
  if (content.length < 44 || !polygonKinds.includes(content.readInt32LE(0))) return undefined
  const [ringCount, pointCount] = [content.readInt32LE(36), content.readInt32LE(40)]
  const firstPoint = 44 + 4 * ringCount
  if (ringCount < 1 || pointCount < 4 || firstPoint + 16 * pointCount > content.length) return undefined
  const starts = Array.from({ length: ringCount }, (_, ring) => content.readInt32LE(44 + 4 * ring))
  const points = Array.from({ length: pointCount }, (_, index): Point => {
    const at = firstPoint + 16 * index
    return [content.readDoubleLE(at), content.readDoubleLE(at + 8)]
  })
  return starts.map((start, ring) => points.slice(start, starts[ring + 1]))
}

/** Rings drawn clockwise are outsides, the others holes in the smallest outside around them. */
function polygonsOf(rings: readonly Ring[]): Shape {
  const polygons = rings.filter(isClockwise).map((outside) => [outside])
  for (const hole of rings.filter((ring) => !isClockwise(ring))) {
    const around = polygons
      .filter(([outside]) => outside && hole.every((corner) => covers([[outside]], corner)))
      .sort(([one = []], [other = []]) => areaOf(one) - areaOf(other))
    // A hole in nothing is an outside drawn the wrong way round.
    if (around[0]) around[0].push(hole)
    else polygons.push([hole])
  }
  return polygons
}

function isClockwise(ring: Ring): boolean {
  let twice = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return twice < 0
}
