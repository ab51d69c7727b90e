import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { SignalState } from '../signals/signal.ts'
import type { PlaceWithCards } from './holders.ts'

/** Where a signal stands: status only, for a coordinator who does not read what it says. */
export type Standing = {
  readonly id: string
  readonly neighbourhoodId: string | null
  readonly urgency: 'ordinary' | 'urgent'
  readonly receivedAt: Date
  readonly changedAt: Date
  readonly state: SignalState
  readonly caseProgress: 'takenUp' | 'followed' | 'closed' | null
  readonly dueOn: IsoDate | null
  readonly assigneeId: string | null
}

/** Days for which a signal that came to its end is still in the list. */
const stillListedDays = 30

/** The signals of the zone of `actor`, in the neighbourhoods of the membership: the earliest promise first, then what ended lately. */
export async function standings(
  tx: Tx,
  { neighbourhoods }: Pick<StaffActor, 'neighbourhoods'>,
  most = 200,
): Promise<readonly Standing[]> {
  const places = neighbourhoods === 'all' ? null : [...neighbourhoods]
  const { rows } = await sql<Standing>`${standingsOf(null, daysBefore(tx.now, stillListedDays))}
    where (${places}::uuid[] is null or s.neighbourhood_id is null or s.neighbourhood_id = any(${places}::uuid[]))
    order by s.due_on nulls last, s.received_at desc, s.id limit ${most}`.execute(tx.db)
  return rows
}

/** One of them; undefined when it is not of the actor's zone. */
export async function standingOf(tx: Tx, signalId: string): Promise<Standing | undefined> {
  const { rows } = await standingsOf(signalId, null).execute(tx.db)
  return rows[0]
}

/** Places with open cards and in whose name they stand: the actor's zone for a coordinator, all for administrator and program. */
export async function placesWithCards(tx: Tx): Promise<readonly PlaceWithCards[]> {
  const { rows } = await sql<PlaceWithCards>`
    select zone_id as "zoneId", neighbourhood_id as "neighbourhoodId", assignee_user_id as "assigneeId"
    from detection.places_with_open_cards()`.execute(tx.db)
  return rows
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** The one asked for; or those that are open or changed after a moment. */
const standingsOf = (signalId: string | null, changedAfter: Date | null) => sql<Standing>`
  select s.id, s.neighbourhood_id as "neighbourhoodId", s.urgency, s.received_at as "receivedAt", s.changed_at as "changedAt",
    s.state, s.case_progress as "caseProgress", s.due_on as "dueOn", s.assignee_user_id as "assigneeId"
  from detection.standings_in_my_zone(${signalId}::uuid, ${changedAfter}::timestamptz) s`
