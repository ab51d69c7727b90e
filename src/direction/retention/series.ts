import type { IsoDate } from '@meernet/calendar'
import { cardIdsOf, cardsEndedBefore, eraseCards, peopleWithCardSince } from '../../functions/detection/index.ts'
import { caseIdsOf, casesClosedBefore, eraseCases, peopleWithCaseSince } from '../../functions/guidance/index.ts'
import type { Tx } from '../../platform/database/transact.ts'
import { eraseAgreementsOf, peopleWithAgreementOn } from '../../registers/agreements/index.ts'
import { erasePeople, peopleUnchangedSince } from '../../registers/people/index.ts'
import { peopleWithOpenRequest } from '../rights-of-people/index.ts'

/** Rows deleted, by table. */
export type RowCounts = Readonly<Record<string, number>>
export type Ended = { readonly id: string; readonly closedOn: IsoDate }

/** A series the program can delete: what of it ended before a moment, and deleting it with all that belongs to it. */
export type ErasableSeries = {
  endedBefore(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]>
  erase(tx: Tx, ids: readonly string[]): Promise<RowCounts>
}

/** By the name of the series in the register of fields. */
export const erasableSeries: Readonly<Record<SeriesName, ErasableSeries>> = {
  'cards and signals': { endedBefore: cardsEndedBefore, erase: eraseCards },
  'case files': {
    endedBefore: casesClosedBefore,
    erase: async (tx, ids) =>
      addedUp([await eraseCards(tx, await cardIdsOf(tx, { caseIds: ids })), await eraseCases(tx, ids)]),
  },
  'people in guidance': { endedBefore: peopleLeftAlone, erase: eraseWholePeople },
}

export const seriesNames = ['cards and signals', 'case files', 'people in guidance'] as const
export type SeriesName = (typeof seriesNames)[number]

/** Everything of these people, over all modules, what hangs on something first. */
async function eraseWholePeople(tx: Tx, ids: readonly string[]): Promise<RowCounts> {
  const caseIds = await caseIdsOf(tx, ids)
  return addedUp([
    await eraseCards(tx, await cardIdsOf(tx, { personIds: ids, caseIds })),
    await eraseCases(tx, caseIds),
    await eraseAgreementsOf(tx, ids),
    await erasePeople(tx, ids),
  ])
}

/** People of whom nothing happened since: no case, card, agreement or request that is open or younger. */
async function peopleLeftAlone(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const people = await peopleUnchangedSince(tx, zoneId, before)
  const ids = people.map(({ id }) => id)
  const busy = [
    await peopleWithCaseSince(tx, ids, before),
    await peopleWithCardSince(tx, ids, before),
    await peopleWithAgreementOn(tx, ids, before.toISOString().slice(0, 10)),
    await peopleWithOpenRequest(tx, ids),
  ]
  return people.filter(({ id }) => busy.every((some) => !some.has(id)))
}

function addedUp(counts: readonly RowCounts[]): RowCounts {
  const sum: Record<string, number> = {}
  for (const [table, count] of counts.flatMap((one) => Object.entries(one))) sum[table] = (sum[table] ?? 0) + count
  return sum
}
