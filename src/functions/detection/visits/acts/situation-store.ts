import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { doorsById } from '../../campaigns/index.ts'
import { visitsById } from '../visit-store.ts'
import type { OutingFacts, Situation } from './decide-acts.ts'
import type { VisitAct } from './visit-act.ts'

/**
 * Loads all that `acts` touch, in a query a kind: doors and rounds the actor may see, the visits, who is out. `isCoordinator`
 * when a coordinator enters a paper round or settles a refusal for `visitorId`.
 */
export async function situationOf(
  tx: Tx,
  acts: readonly VisitAct[],
  visitorId: string,
  isCoordinator: boolean,
): Promise<Situation> {
  const doorIds = acts.flatMap((act) => ('roundAddressId' in act.body ? [act.body.roundAddressId] : []))
  const roundIds = acts.flatMap((act) => ('roundId' in act.body && act.body.roundId ? [act.body.roundId] : []))
  const visitIds = acts.flatMap((act) => ('visitId' in act && act.visitId ? [act.visitId] : []))
  const visits = await visitsById(tx, visitIds)
  const doors = await doorsById(tx, [...doorIds, ...visits.map(({ roundAddressId }) => roundAddressId)])
  return {
    now: tx.now,
    timeZone: municipalTimeZone,
    visitorId,
    isCoordinator,
    doors: new Map(doors.map((door) => [door.id, door])),
    visits: new Map(visits.map((visit) => [visit.id, visit])),
    roundIds: new Set(await knownRounds(tx, roundIds)),
    outings: await outingsOf(tx, visitorId, roundIds),
  }
}

async function knownRounds(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('detection.round')
    .select('id')
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return rows.map(({ id }) => id)
}

async function outingsOf(tx: Tx, visitorId: string, roundIds: readonly string[]): Promise<readonly OutingFacts[]> {
  if (roundIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('detection.outing')
    .select(['id', 'round_id', 'checked_in_at', 'expected_back_at', 'back_at'])
    .where('visitor_id', '=', visitorId)
    .where('back_at', 'is', null)
    .where('round_id', '=', sql<string>`any(${[...new Set(roundIds)]}::uuid[])`)
    .orderBy('checked_in_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    checkedInAt: row.checked_in_at,
    expectedBackAt: row.expected_back_at,
    backAt: row.back_at,
  }))
}
