import type { Tx } from '../../../../platform/database/transact.ts'
import {
  type MappedNeighbourhood,
  type MappedStreet,
  mapped,
  neighbourhoodsOf,
  type Street,
  streetLines,
  streetsOf,
} from '../../../../registers/places/index.ts'
import type { Campaign } from '../campaign.ts'
import { progressOf, type StreetProgress } from '../rounds/progress-store.ts'

/** Neighbourhoods and streets of a campaign as a map draws them. */
export type CampaignMap = {
  readonly areas: readonly MappedNeighbourhood[]
  /** All streets in the neighbourhoods, with their doors there. */
  readonly streets: readonly Street[]
  readonly lines: readonly MappedStreet[]
}

/** The map to choose streets on. */
export async function mapOf(tx: Tx, { neighbourhoodIds }: Pick<Campaign, 'neighbourhoodIds'>): Promise<CampaignMap> {
  const areas = await mapped(tx, await neighbourhoodsOf(tx, { ids: neighbourhoodIds }))
  const streets = await streetsOf(tx, { neighbourhoodIds })
  const drawn = await streetLines(
    tx,
    streets.map(({ id }) => id),
    { neighbourhoodIds },
  )
  const lines = streets.map(({ id, name }) => ({ id, name, line: drawn.get(id) ?? [] }))
  return { areas, streets, lines }
}

/** The chosen streets with their names and how far they are, and the map with them drawn so. */
export async function progressMapOf(tx: Tx, campaign: Campaign) {
  const map = await mapOf(tx, campaign)
  const names = new Map(map.streets.map(({ id, name }) => [id, name]))
  const progress = (await progressOf(tx, campaign.id))
    .map((street) => ({ ...street, name: names.get(street.streetId) ?? '' }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
  const byStreet = new Map(progress.map((street) => [street.streetId, street]))
  const lines = map.lines.flatMap((line) => {
    const street = byStreet.get(line.id)
    return street ? [{ ...line, look: lookOf(street) }] : []
  })
  return { ...map, progress, lines }
}

const lookOf = ({ doors, done, again }: StreetProgress): 'done' | 'chosen' | 'plain' =>
  doors > 0 && done === doors ? 'done' : done + again > 0 ? 'chosen' : 'plain'
