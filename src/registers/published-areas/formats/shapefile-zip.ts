import { text } from 'node:stream/consumers'
import { found } from '../../../platform/published-files/refusal.ts'
import type { OpenZip } from '../../../platform/published-files/zip-file.ts'
import type { Shape } from '../geometry.ts'
import { refuse } from '../refusal.ts'
import { ByteReader } from './byte-reader.ts'
import { readPolygons, readRows } from './shapefile.ts'

/** Path inside the zip of the one shapefile, without its ending; refuses one that lacks a part of `needed`. */
export function stemOf(zip: OpenZip, file: string, needed: readonly Part[]): string {
  const [shp, ...others] = zip.names.filter((name) => /\.shp$/i.test(name) && isData(name))
  if (!shp || others.length > 0)
    return refuse(
      'file-kind',
      { file },
      `expected one shapefile (.shp) in the zip, found ${others.length + (shp ? 1 : 0)}.`,
    )
  const stem = shp.slice(0, -4)
  for (const ending of needed) refuseWithout(zip, file, stem, ending)
  return stem
}

type Part = 'shp' | 'dbf' | 'prj' | 'cpg'

/** A part of a shapefile in the zip, whatever the case of its ending; undefined when it is not there. */
export const partOf = ({ names }: OpenZip, stem: string, ending: Part): string | undefined =>
  names.find((name) => name.slice(0, -4) === stem && name.slice(-4).toLowerCase() === `.${ending}`)

/** Refuses a shapefile that lacks a part. */
export function refuseWithout(zip: OpenZip, file: string, stem: string, ending: Part): void {
  if (partOf(zip, stem, ending)) return
  refuse('file-kind', { file }, `the shapefile lacks its .${ending}: expected ${stem}.${ending} in the zip.`)
}

/** Whether a name in a zip is of what somebody put in it, and not of the program that packed it. */
export const isData = (name: string): boolean => !name.endsWith('/') && !/(^|\/)(__MACOSX|\.)/.test(name)

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
  const open = async (ending: Part) => new ByteReader(await zip.open(partOf(zip, stem, ending) ?? `${stem}.${ending}`))
  const shapes = readPolygons(await open('shp'), shp)
  const rows = readRows(await open('dbf'), dbf, encoding)
  for (let line = 1; ; line += 1) {
    const [shape, row] = [await shapes.next(), await rows.next()]
    if (shape.done && row.done) return
    if (shape.done) return refuse('file-truncated', { file: shp, line }, 'ends before the .dbf does. Fetch it again.')
    if (row.done) return refuse('file-truncated', { file: dbf, line }, 'ends before the .shp does. Fetch it again.')
    yield { shape: shape.value, row: row.value, line, spots: { shp, dbf } }
  }
}

/** What the `.cpg` says; undefined without one. */
async function encodingOf(zip: OpenZip, file: string, stem: string): Promise<string | undefined> {
  const cpg = partOf(zip, stem, 'cpg')
  if (cpg === undefined) return undefined
  const label = (await text(await zip.open(cpg))).trim()
  const known = /^[0-9]+$/.test(label) ? (label === '65001' ? 'utf-8' : `windows-${label}`) : label
  try {
    return new TextDecoder(known).encoding
  } catch {
    return refuse('encoding', { file: `${file}/${stem}.cpg`, line: 1 }, `names an unknown encoding, ${found(label)}.`)
  }
}
