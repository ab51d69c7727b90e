import { resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { Feature, FeatureFile, Layer } from '../feature.ts'
import { type ReferenceSystem, systemInText, systemNumbered } from '../reference-system.ts'
import { shapeInBlob } from './well-known-binary.ts'

/**
 * The layers of a GeoPackage: a SQLite file with tables that say which of the others hold features, in which column, in which
 * system. It is read as it lies there, without a lock; layers of points and of lines are passed over. Refuses a SQLite file that is no GeoPackage, and one that is damaged.
 */
export async function geoPackage(path: string, file: string): Promise<FeatureFile> {
  const { DatabaseSync } = await import('node:sqlite')
  const address = pathToFileURL(resolve(path))
  address.search = 'mode=ro&immutable=1'
  const database = reading({ file }, () => new DatabaseSync(address, { readOnly: true }))
  const close = () => database.close()
  try {
    return { form: 'GeoPackage', layers: layersOf(database, file), close }
  } catch (error) {
    close()
    throw error
  }
}

function layersOf(database: DatabaseSync, file: string): readonly Layer[] {
  const tables = rowsOf(database, { file }, "select name from sqlite_master where type = 'table'").map(({ name }) =>
    String(name),
  )
  if (!tables.includes('gpkg_geometry_columns') || !tables.includes('gpkg_spatial_ref_sys')) {
    const names = tables.slice(0, 6).join(', ') || 'nothing'
    const sentence = `is SQLite but no GeoPackage: expected gpkg_geometry_columns, found ${names}. Fetch the GeoJSON, the GeoPackage or the shapefile.`
    return refuse('file-kind', { file }, sentence)
  }
  const columns = rowsOf(
    database,
    { file },
    `select geometry.table_name, geometry.column_name, system.organization_coordsys_id, system.definition
     from gpkg_geometry_columns geometry left join gpkg_spatial_ref_sys system using (srs_id)
     where upper(geometry.geometry_type_name) not in ('POINT', 'MULTIPOINT', 'LINESTRING', 'MULTILINESTRING')
     order by geometry.table_name`,
  )
  if (columns.length === 0) refuse('file-kind', { file }, 'has no layer with areas in it, only points or lines.')
  return columns.map((row): Layer => {
    const [name, geometry] = [String(row.table_name), String(row.column_name)]
    const spot = { file, sheet: name }
    const features = () => featuresOf(database, name, geometry, spot)
    return { name, stated: systemOf(row, spot), features }
  })
}

/** Numbers below 1 mean that the system is not defined. */
function systemOf(row: Row, spot: Spot): ReferenceSystem | undefined {
  const code = Number(row.organization_coordsys_id ?? 0)
  if (code < 1) return undefined
  return systemNumbered(code) ?? systemInText(String(row.definition ?? ''), spot)
}

async function* featuresOf(
  database: DatabaseSync,
  table: string,
  column: string,
  layer: Spot,
): AsyncGenerator<Feature> {
  const rows = reading(layer, () => database.prepare(`select * from ${quoted(table)}`).iterate())
  for (let feature = 1; ; feature += 1) {
    const spot = { ...layer, feature }
    const next = reading(spot, () => rows.next())
    if (next.done) return
    const { [column]: blob, ...fields } = next.value
    if (blob !== null && !(blob instanceof Uint8Array)) refuse('file-damaged', spot, 'has a geometry that is no bytes.')
    yield { spot, fields, shape: blob instanceof Uint8Array ? shapeInBlob(blob, spot) : [] }
  }
}

type Row = Readonly<Record<string, unknown>>

const rowsOf = (database: DatabaseSync, spot: Spot, query: string): readonly Row[] =>
  reading(spot, () => database.prepare(query).all())

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Says of a file in which SQLite gets stuck what to do. */
function reading<Result>(spot: Spot, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') throw error
    return refuse('file-damaged', spot, `is damaged or cut off (${error.message}). Fetch it again.`)
  }
}
