import type { IsoDate } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf, shapesOf } from '../../../registers/places/index.ts'
import { putPlaces } from './asset-store.ts'
import { placedIn } from './assets-of.ts'
import { forgetSentPlaces, type SentPlaces } from './place-import-store.ts'
import type { PointsFile } from './points-file.ts'

type Sent = { readonly fileName: string; readonly retrievedOn: IsoDate }

/** Of a read file what lies in a neighbourhood of the municipality, or why nothing can be kept. */
export async function placesHere(
  tx: Tx,
  read: PointsFile,
  sent: Sent,
): Promise<SentPlaces | 'noBorders' | 'nothingHere'> {
  const neighbourhoods = await neighbourhoodsOf(tx)
  const shapes = await shapesOf(
    tx,
    neighbourhoods.map(({ id }) => id),
  )
  if (shapes.size === 0) return 'noBorders'
  const placed = placedIn([...shapes].map(([id, shape]) => ({ id, shape })))
  const places = read.places.filter(({ x, y }) => placed({ neighbourhoodId: null, at: [x, y] }).length > 0)
  if (places.length === 0) return 'nothingHere'
  return {
    ...sent,
    places,
    elsewhere: read.places.length - places.length,
    unknown: Object.fromEntries(read.unknown),
    withoutPoint: read.withoutPoint,
  }
}

/** How many places of each type a file has here, most first. */
export function countsByType({ places }: SentPlaces): readonly { readonly type: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { type } of places) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .toSorted((one, other) => other.count - one.count || one.type.localeCompare(other.type))
}

/** Keeps the places of the chosen types; the same file again changes nothing. */
export async function keepPlaces(
  tx: Tx,
  actor: StaffActor,
  id: string,
  sent: SentPlaces,
  types: readonly string[],
  today: IsoDate,
): Promise<{ readonly kept: number; readonly gone: number }> {
  const places = sent.places.filter(({ type }) => types.includes(type)).map((place) => ({ ...place, id: uuidv7() }))
  const done = await putPlaces(tx, {
    places,
    types,
    retrievedOn: sent.retrievedOn,
    notedBy: actor.userId,
    notedOn: today,
  })
  await forgetSentPlaces(tx, id)
  tx.audit({ action: 'import places', subject: { type: 'place import', id } })
  return done
}
