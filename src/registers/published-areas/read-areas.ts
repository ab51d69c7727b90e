import { basename } from 'node:path'
import { sha256Of } from '../../platform/published-files/published-bytes.ts'
import { type AreaColumns, type AreaLevel, type AreaPublisher, columnsOf } from './area-columns.ts'
import { namesOf, textOf } from './area-names.ts'
import { isInBelgium } from './belgium.ts'
import type { AreaForm, Feature, Layer } from './feature.ts'
import { openFeatureFile } from './formats/open-feature-file.ts'
import { boundsOf, type Point, type Shape } from './geometry.ts'
import { type Placing, placingOf, toLambert72 } from './reference-system.ts'
import { refuse } from './refusal.ts'
import { faultsOf, type RingFault } from './ring-faults.ts'
import { type SaidColumns, saidColumnsIn } from './said-columns.ts'

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
  /** Layers beside them without a column of codes that is known. */
  readonly passedOver: readonly string[]
  close(): void
}

/**
 * The one door to areas that others publish: GeoJSON, TopoJSON, GML, GeoPackage and shapefiles, plain or packed, in Lambert 72,
 * Lambert 2008, ETRS89-LAEA or WGS84. `edition` and `columns` are for files that do not say. Areas are read one by one. Refuses
 * (`FileRefused`) what is missing, cut off, damaged or something else, areas without a column of codes, and coordinates outside Belgium.
 */
export async function readAreas(path: string, edition?: string, columns?: SaidColumns): Promise<AreaFile> {
  const file = basename(path)
  const opened = await openFeatureFile(path)
  try {
    const layers: AreaLayer[] = []
    const passedOver: UnknownLayer[] = []
    for (const layer of opened.layers) {
      const known = await areaLayer(layer, { file, edition, said: columns, form: opened.form })
      if ('fields' in known) passedOver.push(known)
      else layers.push(known)
    }
    const [unknown] = passedOver
    if (layers.length === 0 && unknown) refuseColumns(unknown, file, columns)
    const names = passedOver.map(({ name }) => name)
    return {
      file,
      sha256: await sha256Of(path),
      form: opened.form,
      layers,
      passedOver: names,
      close: () => opened.close(),
    }
  } catch (error) {
    opened.close()
    throw error
  }
}

type Reading = {
  readonly file: string
  readonly edition: string | undefined
  readonly said: SaidColumns | undefined
  readonly form: AreaForm
}

/** A layer without a column of codes that is known, and what stands in the first of its features. */
type UnknownLayer = { readonly name: string; readonly fields: Readonly<Record<string, unknown>> }

async function areaLayer(layer: Layer, { file, edition, said, form }: Reading): Promise<AreaLayer | UnknownLayer> {
  const looked = await lookedAt(layer, file, said)
  if ('fields' in looked) return looked
  const { columns, placing } = looked
  const { publisher } = columns
  // The provinces simplify what they publish, and TopoJSON is made to be small.
  const isSimplified = publisher === 'provinces' || form === 'TopoJSON'
  const areas = () => areasOf(layer, columns, placing, { edition, isSimplified })
  return { ...placing, name: layer.name, publisher, areas }
}

/** Areas in which a code is looked for that stands twice. */
const areasLookedAt = 50

/** Reads as many areas as it takes to know which columns there are (an area may leave some out) and how points are placed. */
async function lookedAt(
  layer: Layer,
  file: string,
  said: SaidColumns | undefined,
): Promise<{ columns: AreaColumns; placing: Placing } | UnknownLayer> {
  const fields: Record<string, unknown> = {}
  const codes = new Set<string>()
  let columns: AreaColumns | undefined
  let placing: Placing | undefined
  let looked = 0
  for await (const feature of layer.features()) {
    looked += 1
    for (const [field, value] of Object.entries(feature.fields)) if (textOf(fields[field]) === '') fields[field] = value
    columns ??= said
      ? saidColumnsIn(said, Object.keys(fields))
      : columnsOf(Object.keys(fields), layer.name, (field) => textOf(fields[field]))
    const point = firstPointOf(feature.shape)
    if (point) placing ??= placingOf(layer.stated, point, feature.spot)
    if (!columns) continue
    if (columns.mayBeBeside && isSeen(codes, textOf(feature.fields[columns.code]))) return { name: layer.name, fields }
    if (placing && (!columns.mayBeBeside || looked >= areasLookedAt)) break
  }
  if (columns && placing) return { columns, placing }
  if (!columns) return { name: layer.name, fields }
  return refuse('file-kind', { file, sheet: layer.name }, 'has no area with a shape in it.')
}

function isSeen(codes: Set<string>, code: string): boolean {
  const isThere = codes.has(code)
  if (code !== '') codes.add(code)
  return isThere
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

function refuseColumns({ name, fields }: UnknownLayer, file: string, said: SaidColumns | undefined): never {
  const names = Object.entries(fields).map(([field, value]) => `${field} (${textOf(value).slice(0, 30) || '–'})`)
  const there = names.join(', ').slice(0, 600) || 'none'
  const wanted = said && [said.code, said.name, said.municipality].flatMap((column) => column ?? []).join(', ')
  return refuse(
    'header',
    { file, sheet: name },
    wanted === undefined
      ? `has no column of codes that is known: found ${there}. Say which column holds the code, and of what areas.`
      : `has not all of the columns ${wanted}: found ${there}.`,
  )
}
