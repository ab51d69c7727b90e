import { addDays, type IsoDate } from '@meernet/calendar'

/** Somebody with the last day they were heard of: a contact, a talk, a training or a visit. null: none is known. */
export type LastHeard = { readonly id: string; readonly name: string; readonly heardOn: IsoDate | null }

/** Days one can choose from. */
export const silences = [30, 60, 90] as const

/**
 * Who was not heard of for `days` days or more on `today`, by name: a list of dates to pick up the phone with, not an order of
 * people.
 */
export function notHeardFor(days: number, all: readonly LastHeard[], today: IsoDate): readonly LastHeard[] {
  const since = addDays(today, -days)
  return all
    .filter(({ heardOn }) => heardOn === null || heardOn <= since)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** Adds the last day on which somebody went on a visit, by account. */
export function withVisits(
  all: readonly (LastHeard & { readonly userId: string | null })[],
  visits: ReadonlyMap<string, IsoDate>,
): readonly LastHeard[] {
  return all.map(({ id, name, userId, heardOn }) => ({
    id,
    name,
    heardOn: latest(heardOn, (userId && visits.get(userId)) || null),
  }))
}

function latest(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}
