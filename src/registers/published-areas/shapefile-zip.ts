import { text } from 'node:stream/consumers'
import { found } from '../../platform/published-files/refusal.ts'
import type { OpenZip } from '../../platform/published-files/zip-file.ts'
import { ByteReader } from './byte-reader.ts'
import type { Shape } from './geometry.ts'
import { refuse } from './refusal.ts'
import { readPolygons, readRows } from './shapefile.ts'

/** Path inside the zip of the one shapefile, without its ending; refuses one that lacks a part of `needed`. */
export function stemOf({ names }: OpenZip, file: string, needed: readonly ('dbf' | 'prj')[]): string {
  const [shp, ...others] = names.filter((name) => /\.shp$/i.test(name) && !name.startsWith('__MACOSX'))
  if (!shp || others.length > 0)
    return refuse(
      'file-kind',
      { file },
      `expected one shapefile (.shp) in the zip, found ${others.length + (shp ? 1 : 0)}.`,
    )
  const stem = shp.slice(0, -4)
  for (const ending of needed)
    if (!names.includes(`${stem}.${ending}`))
      refuse('file-kind', { file }, `the shapefile lacks its .${ending}: expected ${stem}.${ending} in the zip.`)
  return stem
}

export type ShapefileRecord = {
  readonly shape: Shape
  readonly row: Readonly<Record<string, string>>
  readonly line: number
  /** How the two halves are called in a refusal. */
  readonly spots: { readonly shp: string; readonly dbf: string }
}

/** Both halves of a shapefile in a zip, record by record; refuses when one ends before the other. */
export async function* recordsOf(zip: OpenZip, file: string, stem: string): AsyncGenerator<ShapefileRecord> {
  const [shp, dbf] = [`${file}/${stem}.shp`, `${file}/${stem}.dbf`]
  const encoding = await encodingOf(zip, file, stem)
  const shapes = readPolygons(new ByteReader(await zip.open(`${stem}.shp`)), shp)
  const rows = readRows(new ByteReader(await zip.open(`${stem}.dbf`)), dbf, encoding)
  for (let line = 1; ; line += 1) {
    const [shape, row] = [await shapes.next(), await rows.next()]
    if (shape.done && row.done) return
    if (shape.done) return refuse('file-truncated', { file: shp, line }, 'ends before the .dbf does. Fetch it again.')
    if (row.done) return refuse('file-truncated', { file: dbf, line }, 'ends before the .shp does. Fetch it again.')
    yield { shape: shape.value, row: row.value, line, spots: { shp, dbf } }
  }
}

/** What the `.cpg` says, else UTF-8; a name that cannot be read is then refused. */
async function encodingOf(zip: OpenZip, file: string, stem: string): Promise<string> {
  if (!zip.names.includes(`${stem}.cpg`)) return 'utf-8'
  const label = (await text(await zip.open(`${stem}.cpg`))).trim()
  const known = /^[0-9]+$/.test(label) ? (label === '65001' ? 'utf-8' : `windows-${label}`) : label
  try {
    return new TextDecoder(known).encoding
  } catch {
    return refuse('encoding', { file: `${file}/${stem}.cpg`, line: 1 }, `names an unknown encoding, ${found(label)}.`)
  }
}
