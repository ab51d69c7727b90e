import type { Tx } from '../../platform/database/transact.ts'
import { streetsOf } from './address-store.ts'
import { mapped, neighbourhoodsOf, publishedAreas } from './neighbourhood-store.ts'
import type { MappedNeighbourhood, Neighbourhood, Street } from './place.ts'

/** What a neighbourhood can be composed of: published areas of three levels, and streets. */
export type ToComposeOf = {
  readonly areas: readonly MappedNeighbourhood[]
  readonly sectors: readonly MappedNeighbourhood[]
  readonly districts: readonly MappedNeighbourhood[]
  readonly streets: readonly Street[]
}

/**
 * Everything to choose from: of each level the newest edition, also across the border; where `chosenIds` are of another edition
 * than the newest, that one, so that what was chosen stays in sight.
 */
export async function toComposeOf(tx: Tx, chosenIds: readonly string[] = []): Promise<ToComposeOf> {
  const chosen = chosenIds.length > 0 ? await neighbourhoodsOf(tx, { ids: chosenIds }) : []
  const of = async (level: Neighbourhood['level']) =>
    mapped(tx, await publishedAreas(tx, level, chosen.find((part) => part.level === level)?.edition))
  return {
    areas: await of('neighbourhood'),
    sectors: await of('sector'),
    districts: await of('district'),
    streets: await streetsOf(tx),
  }
}
