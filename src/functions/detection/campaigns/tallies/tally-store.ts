import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { GroupCount, TallyBasis } from './reach.ts'

/** A count of people met, as it was noted. About nobody in particular. */
export type Tally = {
  readonly id: string
  readonly campaignId: string
  readonly group: string
  readonly people: number
  readonly basis: TallyBasis
  readonly notedOn: IsoDate
}

/** Keeps counts; the same identifier twice is one count. */
export async function addTallies(tx: Tx, zoneId: string, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return
  await tx.db
    .insertInto('detection.reach_tally')
    .values(
      tallies.map((tally) => ({
        municipality_id: tx.actor.municipalityId,
        id: tally.id,
        zone_id: zoneId,
        campaign_id: tally.campaignId,
        group_key: tally.group,
        people: tally.people,
        basis: tally.basis,
        noted_on: tally.notedOn,
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .execute()
}

/** Sums per group. NOTE show them only through `shownReach`. */
export async function reachOf(tx: Tx, campaignId: string): Promise<readonly GroupCount[]> {
  const rows = await tx.db
    .selectFrom('detection.reach_tally')
    .select(({ fn }) => ['group_key', fn.sum<number>('people').as('people')])
    .where('campaign_id', '=', campaignId)
    .groupBy('group_key')
    .execute()
  return rows.map(({ group_key, people }) => ({ group: group_key, people: Number(people) }))
}
