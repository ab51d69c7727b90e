import { basename } from 'node:path'
import { sha256Of } from '../../platform/published-files/published-bytes.ts'
import { found, type Spot } from '../../platform/published-files/refusal.ts'
import {
  type AreaColumns,
  type AreaLevel,
  type AreaPublisher,
  columnsOf,
  editionIn,
  exampleOf,
  isCodeOf,
} from './area-columns.ts'
import { isInBelgium } from './belgium.ts'
import type { AreaForm, Feature, Layer } from './feature.ts'
import { boundsOf, type Point, type Shape } from './geometry.ts'
import { openFeatureFile } from './open-feature-file.ts'
import { type Placing, placingOf, toLambert72 } from './reference-system.ts'
import { refuse } from './refusal.ts'
import { faultsOf, type RingFault } from './ring-faults.ts'

/** An area as published, brought to Lambert 72 metres. */
export type Area = {
  /** Empty when the file gives none: such an area can be drawn and not kept. */
  readonly code: string
  readonly name: string
  readonly level: AreaLevel | undefined
  /** NIS code out of its own column, or the area itself when that is a municipality; never from the code of a sector. */
  readonly municipality: string | undefined
  /** As the file has it beside that code. */
  readonly municipalityName: string | undefined
  readonly edition: string | undefined
  /** Its borders are only roughly right: the file says so, or its publisher simplified them. */
  readonly isApproximate: boolean
  readonly shape: Shape
  readonly faults: readonly RingFault[]
  /** Place in the file, from 1. */
  readonly line: number
}

/** A layer of a file of areas, and how its coordinates are read. */
export type AreaLayer = Placing & {
  readonly name: string
  /** Known by the names of its columns. */
  readonly publisher: AreaPublisher | undefined
  areas(): AsyncGenerator<Area>
}

/** A file of areas, opened. */
export type AreaFile = {
  readonly file: string
  readonly sha256: string
  readonly form: AreaForm
  readonly layers: readonly AreaLayer[]
  close(): void
}

/**
 * The one door to areas that others publish: GeoJSON, TopoJSON, GML, GeoPackage and shapefiles, plain or packed, in Lambert 72,
 * Lambert 2008, ETRS89-LAEA or WGS84. `edition` is for files that do not say. Areas are read one by one. Refuses (`FileRefused`)
 * what is missing, cut off, damaged or something else, areas without a column of codes, and coordinates outside Belgium.
 */
export async function readAreas(path: string, edition?: string): Promise<AreaFile> {
  const file = basename(path)
  const opened = await openFeatureFile(path)
  try {
    const layers: AreaLayer[] = []
    for (const layer of opened.layers) layers.push(await areaLayer(layer, { file, edition, form: opened.form }))
    return { file, sha256: await sha256Of(path), form: opened.form, layers, close: () => opened.close() }
  } catch (error) {
    opened.close()
    throw error
  }
}

type Reading = { readonly file: string; readonly edition: string | undefined; readonly form: AreaForm }

async function areaLayer(layer: Layer, { file, edition, form }: Reading): Promise<AreaLayer> {
  const { columns, placing } = await lookedAt(layer, file)
  const { publisher } = columns
  // The provinces simplify what they publish, and TopoJSON is made to be small.
  const isSimplified = publisher === 'provinces' || form === 'TopoJSON'
  const areas = () => areasOf(layer, columns, placing, { edition, isSimplified })
  return { ...placing, name: layer.name, publisher, areas }
}

/** Reads as many areas as it takes to know which columns there are (an area may leave some out) and how points are placed. */
async function lookedAt(layer: Layer, file: string): Promise<{ columns: AreaColumns; placing: Placing }> {
  const fields = new Set<string>()
  let columns: AreaColumns | undefined
  let placing: Placing | undefined
  for await (const feature of layer.features()) {
    for (const field of Object.keys(feature.fields)) fields.add(field)
    columns ??= columnsOf([...fields], layer.name)
    const point = firstPointOf(feature.shape)
    if (point) placing ??= placingOf(layer.stated, point, feature.spot)
    if (columns && placing) return { columns, placing }
  }
  if (!columns) return refuseColumns([...fields], file, layer.name)
  return refuse('file-kind', { file, sheet: layer.name }, 'has no area with a shape in it.')
}

async function* areasOf(
  layer: Layer,
  columns: AreaColumns,
  placing: Placing,
  { edition, isSimplified }: { readonly edition: string | undefined; readonly isSimplified: boolean },
): AsyncGenerator<Area> {
  const place = placed(placing)
  let line = 0
  for await (const feature of layer.features()) {
    line += 1
    const shape = feature.shape.map((polygon) => polygon.map((ring) => ring.map(place)))
    refuseElsewhere(shape, feature, placing)
    const isApproximate = isSimplified || saysApproximate(feature, columns)
    yield { ...namesOf(feature, columns, edition), isApproximate, shape, faults: faultsOf(shape), line }
  }
}

function placed({ system, isSwapped }: Placing): (point: Point) => Point {
  const convert = toLambert72(system)
  return isSwapped ? ([north, east]) => convert([east, north]) : convert
}

function namesOf({ fields, spot }: Feature, columns: AreaColumns, asked: string | undefined) {
  const code = textOf(fields[columns.code])
  const level = columns.level ?? levelByCode(code)
  if (code !== '' && !isCodeOf(level, code)) refuseCode(code, level, { ...spot, column: columns.code })
  const own = level === 'municipality' ? code : ''
  const municipality = columns.municipality === undefined ? own : textOf(fields[columns.municipality])
  if (municipality !== '' && !isCodeOf('municipality', municipality))
    refuseCode(municipality, 'municipality', { ...spot, column: columns.municipality })
  const situation = columns.situation === undefined ? '' : textOf(fields[columns.situation])
  const year = Number(/^((?:19|20)[0-9]{2})/.exec(situation)?.[1] ?? columns.year ?? Number.NaN)
  return {
    code,
    name: columns.names.map((column) => textOf(fields[column])).find((name) => name !== '') ?? '',
    level,
    municipality: municipality === '' ? undefined : municipality,
    municipalityName: columns.municipalityNames.map((column) => textOf(fields[column])).find((name) => name !== ''),
    edition: editionOf(Number.isNaN(year) ? undefined : editionIn(level, year), asked, spot),
  }
}

/** What the file states; what is asked where it states nothing. The two may not contradict each other. */
function editionOf(stated: string | undefined, asked: string | undefined, spot: Spot): string | undefined {
  if (stated === undefined || asked === undefined || stated === asked) return stated ?? asked
  return refuse(
    'value',
    spot,
    `is of edition ${stated} by its columns, while ${asked} was asked for. Leave the edition out.`,
  )
}

/** Only five digits, and the numbers of the districts of Brussels, are told apart without doubt. */
function levelByCode(code: string): AreaLevel | undefined {
  if (/^[0-9]{5}$/.test(code)) return 'municipality'
  return /^[0-9]{1,3}$/.test(code) ? 'district' : undefined
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

function saysApproximate({ fields }: Feature, { approximation }: AreaColumns): boolean {
  const how = approximation === undefined ? '' : textOf(fields[approximation])
  return how !== '' && !/^exact/i.test(how)
}

const firstPointOf = (shape: Shape) => shape[0]?.[0]?.[0]

function refuseElsewhere(shape: Shape, { spot }: Feature, { system, isStated }: Placing): void {
  const bounds = boundsOf(shape)
  if (!bounds || (isInBelgium([bounds.minX, bounds.minY]) && isInBelgium([bounds.maxX, bounds.maxY]))) return
  const box = [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY].map(Math.round).join(', ')
  refuse(
    'outside-belgium',
    spot,
    `lies outside Belgium: in Lambert 72 it would reach ${box}, read as ${system} (${isStated ? 'stated' : 'guessed'}). Fetch the file again, or correct the system that it states.`,
  )
}

function refuseColumns(fields: readonly string[], file: string, layer: string): never {
  const names = fields.join(', ') || 'none'
  return refuse(
    'header',
    { file, sheet: layer },
    `has no column of codes that is known: found ${names.slice(0, 400)}. Expected one such as cd_sector, CS01012025, geoitem, nis or MDRC; rename the column of the code.`,
  )
}

function refuseCode(code: string, level: AreaLevel | undefined, spot: Spot): never {
  return refuse(
    'value',
    spot,
    `expected a code such as ${exampleOf(level)}, found ${found(code)}. Codes are text: a file that went through a spreadsheet must be fetched again.`,
  )
}
