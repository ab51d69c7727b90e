import { basename } from 'node:path'
import { isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/time-zone.ts'
import { sha256Of } from '../../../platform/published-files/published-bytes.ts'
import { areaFinder } from '../../published-areas/index.ts'
import { keepSource, nameSource } from '../areas/area-source-store.ts'
import { placeDoorsEverywhere } from '../areas/placement-store.ts'
import { publishedBy } from '../areas/provenance.ts'
import { placeDrawn } from '../drawn/drawn-store.ts'
import { type PublishedAddress, readAddresses } from './address-file.ts'
import { type Arrival, addArrivals, dropRepeated, openArrivals } from './arrival-store.ts'
import {
  countArrivals,
  lockPlaces,
  type Merged,
  mergeAddresses,
  mergeAreas,
  mergeStreets,
  newestEdition,
  refreshStatistics,
} from './merge-store.ts'
import { type NeighbourhoodFile, type PublishedArea, readNeighbourhoods } from './neighbourhood-file.ts'
import { refuse } from './refusal.ts'

/** What to load. The first NIS code is the municipality itself, the others are places beside or in it. */
export type PlacesToImport = {
  readonly nisCodes: readonly string[]
  readonly edition: string
  readonly neighbourhoodsPath: string
  readonly addressesPath: string
}

/** How far it is: `read` records of a file so far. */
export type Progress = (part: 'neighbourhoods' | 'addresses', read: number) => void

/**
 * What an import of places did. `elsewhere` counts what the files hold of other municipalities, and `repeated` the rows that say what an
 * earlier one said: both are passed over.
 */
export type ImportedPlaces = {
  readonly edition: string
  readonly neighbourhoods: Merged & { readonly elsewhere: number }
  readonly streets: { readonly new: number; readonly total: number }
  readonly addresses: Merged & {
    readonly elsewhere: number
    readonly repeated: number
    readonly withoutStreet: number
    readonly withoutNeighbourhood: number
  }
}

/**
 * Loads neighbourhoods and addresses in the transaction of `tx`: all of it, or nothing when a file is refused (`FileRefused`).
 * `begin` is called with the name of the municipality once both files are found right, before anything is kept; it makes the
 * municipality when there is none. Doing it twice changes nothing the second time.
 */
export async function importPlaces(
  tx: Tx,
  { nisCodes, edition, neighbourhoodsPath, addressesPath }: PlacesToImport,
  begin: (name: string) => Promise<void>,
  onProgress: Progress = () => undefined,
): Promise<ImportedPlaces> {
  const published = await readNeighbourhoods(neighbourhoodsPath, nisCodes, (read) => onProgress('neighbourhoods', read))
  await openArrivals(tx)
  const { elsewhere, municipalityName } = await receive(tx, published.areas, nisCodes, addressesPath, onProgress)
  const repeated = await dropRepeated(tx)
  await begin(nameOf(published, nisCodes, municipalityName))

  const day = isoDateIn(municipalTimeZone, tx.now)
  await lockPlaces(tx)
  await requireNewest(tx, edition, neighbourhoodsPath)
  const areas = await mergeAreas(tx, published.areas, edition, nisCodes, day)
  await keepProvenance(tx, published, { edition, path: neighbourhoodsPath, day })
  const streets = await mergeStreets(tx)
  const addresses = await mergeAddresses(tx, edition, day)
  await placeDoorsEverywhere(tx, { level: 'neighbourhood', edition })
  await placeDrawn(tx)
  const { total: _total, streets: streetTotal, ...open } = await countArrivals(tx)
  await refreshStatistics(tx)
  tx.audit({
    action: 'import places',
    subject: { type: 'municipality', id: tx.actor.municipalityId },
    details: { edition, neighbourhoods: areas.new + areas.changed, addresses: addresses.new + addresses.changed },
  })
  return {
    edition,
    neighbourhoods: { ...areas, elsewhere: published.elsewhere },
    streets: { ...streets, total: streetTotal },
    addresses: { ...addresses, elsewhere, repeated, ...open },
  }
}

/** Notes beside the neighbourhoods out of which file they come. */
async function keepProvenance(
  tx: Tx,
  { areas, elsewhere }: NeighbourhoodFile,
  { edition, path, day }: { readonly edition: string; readonly path: string; readonly day: string },
): Promise<void> {
  const level = 'neighbourhood'
  const by = publishedBy('provinces', [{ level }], {})
  if (!by) throw new Error('The provinces have no name.')
  const { id } = await keepSource(tx, {
    kind: 'areas',
    ...by,
    fileName: basename(path),
    sha256: await sha256Of(path),
    form: 'shapefile',
    crs: 'EPSG:31370',
    crsStated: true,
    retrievedOn: day,
    counts: [{ level, edition, own: areas.length, elsewhere, unplaced: 0 }],
    remarks: [],
    importedBy: null,
  })
  await nameSource(tx, id, { level, edition, codes: areas.map(({ code }) => code) })
}

const batchSize = 2000

/** Reads the addresses in batches, each with the area in which it lies. Areas are tried in the order of their codes. */
async function receive(
  tx: Tx,
  areas: readonly PublishedArea[],
  nisCodes: readonly string[],
  path: string,
  onProgress: Progress,
): Promise<{ readonly elsewhere: number; readonly municipalityName: string }> {
  const find = areaFinder(
    areas.toSorted((one, other) => (one.code < other.code ? -1 : 1)),
    ({ shape }) => shape,
  )
  const arrivalOf = (address: PublishedAddress): Arrival => ({
    ...address,
    areaCode: find([address.x, address.y])?.code ?? null,
  })
  let [read, elsewhere, municipalityName] = [0, 0, '']
  let batch: Arrival[] = []
  for await (const address of readAddresses(path)) {
    read += 1
    if (read % 1000 === 0) onProgress('addresses', read)
    if (!nisCodes.includes(address.nisCode)) {
      elsewhere += 1
      continue
    }
    if (address.nisCode === nisCodes[0]) municipalityName = address.municipalityName
    batch.push(arrivalOf(address))
    if (batch.length === batchSize) {
      await addArrivals(tx, batch)
      batch = []
    }
  }
  await addArrivals(tx, batch)
  onProgress('addresses', read)
  if (read === elsewhere)
    refuse(
      'no-addresses',
      { file: basename(path), column: 'nis' },
      `has no address with NIS code ${nisCodes.join(' or ')} among its ${read} rows.`,
    )
  return { elsewhere, municipalityName }
}

function nameOf({ areas }: NeighbourhoodFile, [own]: readonly string[], fromAddresses: string): string {
  const published = areas.find(({ nisCode, municipalityName }) => nisCode === own && municipalityName !== '')
  return fromAddresses || published?.municipalityName || `Gemeente ${own}`
}

/** An address knows its neighbourhood of the newest edition, so an older one cannot come after it. */
async function requireNewest(tx: Tx, edition: string, path: string): Promise<void> {
  const newest = await newestEdition(tx)
  if (newest && newest > edition)
    refuse(
      'older-edition',
      { file: basename(path) },
      `is said to be edition ${edition}, but ${newest} is loaded already.`,
    )
}
