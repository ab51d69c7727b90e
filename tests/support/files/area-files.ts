import { countAreas } from '../../../src/registers/published-areas/count-areas.ts'
import { readAreas } from '../../../src/registers/published-areas/read-areas.ts'
import { placesFile } from './places-files.ts'
import { square } from './shapefile-maker.ts'

/** What a file of areas with this name and content comes to, and in which system it was found to be. */
export async function counted(name: string, content: Buffer | string) {
  const file = await readAreas(placesFile(name, content))
  try {
    const [first] = file.layers
    const { system, isStated, isSwapped } = first ?? {}
    return { ...(await countAreas(file)), system, isStated, isSwapped }
  } finally {
    file.close()
  }
}

/** A square of a kilometre near Brussels, in Lambert 72. */
export const ring = square(150_000, 170_000, 1_000)
export const polygon = { type: 'Polygon', coordinates: [ring] }

/** A sector of Anderlecht as Statbel writes one in GeoJSON. */
export const sector = (code: unknown, geometry: unknown = polygon, more: object = {}) => ({
  type: 'Feature',
  properties: { cd_sector: code, tx_sector_descr_nl: 'Dorp', cd_munty_refnis: '21001', ...more },
  geometry,
})

export const geoJson = (features: readonly unknown[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features })

/** How GeoJSON of before 2016 names its coordinate system. */
export const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
