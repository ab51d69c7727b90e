import type { Tx } from '../../../../platform/database/transact.ts'
import {
  type MappedDoor,
  type MappedNeighbourhood,
  type MappedStreet,
  mapped,
  neighbourhoodsOf,
  type PlaceToChoose,
  streetLines,
  streetlessPoints,
  streetsOf,
} from '../../../../registers/places/index.ts'
import { addressesOf } from '../addresses/campaign-doors.ts'
import type { Campaign } from '../campaign.ts'
import { progressOf, type StreetProgress } from '../rounds/progress-store.ts'

/** What can be chosen in neighbourhoods, as a map draws it. */
export type CampaignMap = {
  readonly areas: readonly MappedNeighbourhood[]
  /** All streets in the neighbourhoods, with their doors there. */
  readonly streets: readonly PlaceToChoose[]
  /** The doors without a street, by neighbourhood; only where there are any. */
  readonly streetless: readonly PlaceToChoose[]
}

/** The map to choose streets on. */
export async function mapOf(tx: Tx, neighbourhoodIds: readonly string[]): Promise<CampaignMap> {
  const areas = await mapped(tx, await neighbourhoodsOf(tx, { ids: neighbourhoodIds }))
  const streets = await streetsOf(tx, { neighbourhoodIds })
  const ids = streets.map(({ id }) => id)
  const lines = await streetLines(tx, ids, { neighbourhoodIds })
  const dots = await streetlessPoints(tx, neighbourhoodIds)
  return {
    areas,
    streets: streets.map(({ id, name, addressCount }) => ({
      ...{ id, name, doors: addressCount },
      points: lines.get(id) ?? [],
    })),
    streetless: areas.flatMap(({ id, name }) => {
      const points = dots.get(id) ?? []
      return points.length > 0 ? [{ id, name, doors: points.length, points }] : []
    }),
  }
}

/** The chosen streets with their names and how far they are, and the map with them drawn so. */
export async function progressMapOf(tx: Tx, campaign: Campaign) {
  const { areas, streets, streetless } = await mapOf(tx, campaign.neighbourhoodIds)
  const names = new Map(streets.map(({ id, name }) => [id, name]))
  const progress = (await progressOf(tx, campaign.id)).map((street) => ({
    ...street,
    name: street.streetId === null ? null : (names.get(street.streetId) ?? ''),
  }))
  const byStreet = new Map(progress.map((street) => [street.streetId, street]))
  const lines = streets.flatMap(({ id, name, points }): readonly MappedStreet[] => {
    const street = byStreet.get(id)
    return street ? [{ id, name, line: points, look: lookOf(street) }] : []
  })
  const alone = byStreet.get(null)
  const doors =
    campaign.kind === 'selected' ? await listedOn(tx, campaign) : alone ? doorsOf(campaign, streetless, alone) : []
  return { areas, lines, doors, progress: progress.toSorted(byName) }
}

/** The doors of a list; the map says where they are, not what came of them. */
async function listedOn(tx: Tx, campaign: Campaign): Promise<readonly MappedDoor[]> {
  return (await addressesOf(tx, campaign)).map(({ id, street, number, x, y }) => ({
    ...{ id, at: [x, y] as const, title: `${street ?? ''} ${number}`.trim(), look: 'chosen' as const },
  }))
}

function doorsOf(
  { streetlessIn }: Campaign,
  streetless: readonly PlaceToChoose[],
  progress: StreetProgress,
): readonly MappedDoor[] {
  return streetless
    .filter(({ id }) => streetlessIn.includes(id))
    .flatMap(({ id, name, points }) =>
      points.map((at, place) => ({ id: `${id}-${place}`, at, title: name, look: lookOf(progress) })),
    )
}

/** Those without a street last. */
const byName = (one: { readonly name: string | null }, other: { readonly name: string | null }) =>
  one.name === null ? 1 : other.name === null ? -1 : one.name.localeCompare(other.name, 'nl')

const lookOf = ({ doors, done, again }: StreetProgress): 'done' | 'chosen' | 'plain' =>
  doors > 0 && done === doors ? 'done' : done + again > 0 ? 'chosen' : 'plain'
