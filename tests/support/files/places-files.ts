import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { meernet, type Ran } from '../command-line.ts'
import type { World } from '../world.ts'
import { type MadeArea, shapefileOf, square, zipOf } from './shapefile-maker.ts'

/** First line of a table of addresses. */
export const addressHeader = 'nis;municipality;postal_code;street;house_number;x_31370;y_31370;cd_sector'

/** Two neighbourhoods side by side, the second with a hole, and one across the border. */
export const west: MadeArea = { geoitem: '71001W01', naam: 'West (Proefgem)', rings: [square(200_000, 200_000, 1000)] }
export const east: MadeArea = {
  geoitem: '71001W02',
  naam: 'Oost (Proefgem)',
  rings: [square(201_000, 200_000, 1000), square(201_400, 200_400, 200, true)],
}
export const over: MadeArea = {
  geoitem: '71002W01',
  naam: 'Overkant (Buurgem)',
  rings: [square(202_000, 200_000, 1000)],
}

const folder = mkdtempSync(join(tmpdir(), 'meernet-places-'))
let files = 0

/** Writes a file to import and gives its path. */
export function placesFile(name: string, content: Buffer | string): string {
  files += 1
  const path = join(folder, `${files}-${name}`)
  writeFileSync(path, content)
  return path
}

export const addressTable = (...rows: readonly string[]) =>
  placesFile('adressen.csv', [addressHeader, ...rows].join('\n'))
export const areasZip = (...areas: readonly MadeArea[]) => placesFile('wijken.shp.zip', zipOf(shapefileOf(areas)))

/** Runs `meernet import places --json` with these files. */
export function importPlacesFrom(
  world: World,
  nis: string,
  neighbourhoods: string,
  addresses: string,
  ...more: string[]
) {
  const from = ['--neighbourhoods', neighbourhoods, '--addresses', addresses]
  return meernet(world, 'import', 'places', '--json', '--municipality', nis, ...from, ...more)
}

/** Identifier of the municipality an import answered with. */
export const municipalityIn = ({ json }: Ran) => z.object({ id: z.uuid() }).parse(json.municipality).id

/** What is kept of the addresses of a municipality, by number. */
export const addressesKept = ({ database }: World, municipalityId: string) =>
  database.owner
    .selectFrom('places.address as a')
    .leftJoin('places.area as n', (join) =>
      join.onRef('n.municipality_id', '=', 'a.municipality_id').onRef('n.id', '=', 'a.neighbourhood_id'),
    )
    .select(['a.id', 'a.number', 'a.sector_code', 'a.gone_on', 'a.x', 'n.code as area'])
    .where('a.municipality_id', '=', municipalityId)
    .orderBy('a.number_order')
    .orderBy('a.x')
    .execute()
