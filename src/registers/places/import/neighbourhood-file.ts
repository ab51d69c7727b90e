import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { found } from '../../../platform/published-files/refusal.ts'
import { type OpenZip, openZip } from '../../../platform/published-files/zip-file.ts'
import { type Bounds, boundsOf, type Shape } from '../geometry.ts'
import { ByteReader } from './byte-reader.ts'
import { isInBelgium, requireLambert72 } from './lambert.ts'
import { refuse } from './refusal.ts'
import { readPolygons, readRows } from './shapefile.ts'

/** A neighbourhood as published. */
export type PublishedArea = {
  readonly code: string
  /** The first five digits of the code. They are the municipality in these files, and in these files only. */
  readonly nisCode: string
  readonly name: string
  /** Between brackets behind the name in these files; empty when it is not. */
  readonly municipalityName: string
  readonly shape: Shape
  readonly bounds: Bounds
}
export type NeighbourhoodFile = { readonly areas: readonly PublishedArea[]; readonly elsewhere: number }

/**
 * Reads the provinces' shapefile of neighbourhoods (a zip with .shp, .dbf, .prj in Lambert 72; columns `geoitem` and `naam`).
 * Keeps the areas of `nisCodes`, counts the others; refuses the file whole when anything in it is wrong, or when it has no
 * area of the first code.
 */
export async function readNeighbourhoods(
  path: string,
  nisCodes: readonly string[],
  onProgress: (read: number) => void = () => undefined,
): Promise<NeighbourhoodFile> {
  const file = basename(path)
  const zip = await openZip(path)
  try {
    const stem = stemOf(zip, file)
    requireLambert72(await text(await zip.open(`${stem}.prj`)), `${file}/${stem}.prj`)
    const areas: PublishedArea[] = []
    let read = 0
    for await (const area of areasOf(zip, file, stem)) {
      read += 1
      if (nisCodes.includes(area.nisCode)) areas.push(area)
      if (read % 100 === 0) onProgress(read)
    }
    onProgress(read)
    const [own = ''] = nisCodes
    if (!areas.some(({ nisCode }) => nisCode === own)) refuseEmpty(file, own)
    refuseDouble(areas, `${file}/${stem}.dbf`)
    return { areas, elsewhere: read - areas.length }
  } finally {
    zip.close()
  }
}

/** Path inside the zip of the one shapefile, without its ending. */
function stemOf({ names }: OpenZip, file: string): string {
  const [shp, ...others] = names.filter((name) => /\.shp$/i.test(name) && !name.startsWith('__MACOSX'))
  if (!shp || others.length > 0)
    return refuse(
      'file-kind',
      { file },
      `expected one shapefile (.shp) in the zip, found ${others.length + (shp ? 1 : 0)}.`,
    )
  const stem = shp.slice(0, -4)
  for (const ending of ['dbf', 'prj'])
    if (!names.includes(`${stem}.${ending}`))
      refuse('file-kind', { file }, `the shapefile lacks its .${ending}: expected ${stem}.${ending} in the zip.`)
  return stem
}

async function* areasOf(zip: OpenZip, file: string, stem: string): AsyncGenerator<PublishedArea> {
  const [shp, dbf] = [`${file}/${stem}.shp`, `${file}/${stem}.dbf`]
  const encoding = await encodingOf(zip, file, stem)
  const shapes = readPolygons(new ByteReader(await zip.open(`${stem}.shp`)), shp)
  const rows = readRows(new ByteReader(await zip.open(`${stem}.dbf`)), dbf, encoding)
  for (let line = 1; ; line += 1) {
    const [shape, row] = [await shapes.next(), await rows.next()]
    if (shape.done && row.done) return
    if (shape.done) return refuse('file-truncated', { file: shp, line }, 'ends before the .dbf does. Fetch it again.')
    if (row.done) return refuse('file-truncated', { file: dbf, line }, 'ends before the .shp does. Fetch it again.')
    yield { ...namesOf(row.value, dbf, line), ...placed(shape.value, shp, line) }
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

function namesOf(row: Readonly<Record<string, string>>, file: string, line: number) {
  const { geoitem, naam } = row
  if (geoitem === undefined || naam === undefined)
    return refuse('header', { file }, `expected the columns geoitem and naam, found ${Object.keys(row).join(', ')}.`)
  if (!/^[0-9]{5}[0-9A-Z]{1,15}$/.test(geoitem))
    refuse('value', { file, line, column: 'geoitem' }, `expected a code such as 72043W01, found ${found(geoitem)}.`)
  if (naam === '' || naam.length > 160)
    refuse('value', { file, line, column: 'naam' }, `expected a name of at most 160 characters, found ${found(naam)}.`)
  if (naam.includes('\uFFFD'))
    refuse('encoding', { file, line, column: 'naam' }, `is not in the encoding its .cpg says: found ${found(naam)}.`)
  const [, name = naam, municipalityName = ''] = /^(.+) \(([^()]+)\)$/.exec(naam) ?? []
  return { code: geoitem, nisCode: geoitem.slice(0, 5), name, municipalityName }
}

function placed(shape: Shape, file: string, line: number) {
  const bounds = boundsOf(shape)
  if (!bounds || !isInBelgium([bounds.minX, bounds.minY]) || !isInBelgium([bounds.maxX, bounds.maxY]))
    return refuse(
      'outside-belgium',
      { file, line },
      `lies outside Belgium; expected Lambert 72 metres, found ${bounds ? `${bounds.minX}, ${bounds.minY}` : 'no points'}.`,
    )
  return { shape, bounds }
}

function refuseEmpty(file: string, nisCode: string): never {
  return refuse(
    'no-neighbourhoods',
    { file },
    `has no neighbourhood whose code begins with ${nisCode}. Is that the NIS code of the same year as the file? Municipalities that merged have a new one.`,
  )
}

function refuseDouble(areas: readonly PublishedArea[], file: string): void {
  const double = areas.find(({ code }, index) => areas.findIndex((other) => other.code === code) !== index)
  if (double) refuse('doubled', { file, column: 'geoitem' }, `has the code ${double.code} twice.`)
}
