import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { found } from '../../../platform/published-files/refusal.ts'
import { openZip } from '../../../platform/published-files/zip-file.ts'
import { type Bounds, boundsOf, isInBelgium, recordsOf, type Shape, stemOf } from '../../published-areas/index.ts'
import { requireLambert72 } from './lambert.ts'
import { refuse } from './refusal.ts'

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
    const stem = stemOf(zip, file, ['dbf', 'prj'])
    requireLambert72(await text(await zip.open(`${stem}.prj`)), `${file}/${stem}.prj`)
    const areas: PublishedArea[] = []
    let read = 0
    for await (const { shape, row, line, spots } of recordsOf(zip, file, stem)) {
      read += 1
      const area = { ...namesOf(row, spots.dbf, line), ...placed(shape, spots.shp, line) }
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

function namesOf(row: Readonly<Record<string, string>>, file: string, line: number) {
  const { geoitem, naam } = row
  if (geoitem === undefined || naam === undefined)
    return refuse('header', { file }, `expected the columns geoitem and naam, found ${Object.keys(row).join(', ')}.`)
  if (!/^[0-9]{5}[0-9A-Za-z_-]{0,15}$/.test(geoitem))
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
