import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import { municipalTimeZone } from '../messages/index.ts'

/** A day on which somebody looked at more than their work usually asks. Not a verdict: a reason to ask. */
export type OddAccess = {
  readonly day: IsoDate
  readonly userId: string
  /** Different people, and things of people, looked at that day. */
  readonly people: number
  /** How many of those between ten in the evening and six in the morning. */
  readonly atNight: number
  /** Looks at who may be themselves, or lives where they may live. */
  readonly own: number
  /** Different people outside their own work. */
  readonly outside: number
}

/** From how many different people a day, at night, or outside their own work, and looks at themselves, somebody's looks are put before the data protection officer. */
const oddFrom = { people: 60, atNight: 3, own: 1, outside: 3 } as const

/** Odd days of the last two weeks that the data protection officer has not looked at yet (P17), newest first. */
export async function oddAccesses(tx: Tx): Promise<readonly OddAccess[]> {
  const { rows } = await sql<OddAccess>`
    with look as (
      select (at at time zone ${municipalTimeZone})::date as day, actor_user_id, coalesce(person_id::text, subject_id) as whose,
             extract(hour from at at time zone ${municipalTimeZone}) as hour, action like 'read %' as is_read, details ->> 'odd' as odd
      from audit.line
      where actor_kind = 'staff' and (action like 'read %' or details ? 'odd') and subject_type <> 'audit log' and at > ${tx.now}::timestamptz - interval '14 days'
    )
    select day, actor_user_id as "userId", (count(distinct whose) filter (where is_read))::int as people,
           (count(distinct whose) filter (where is_read and (hour >= 22 or hour < 6)))::int as "atNight",
           (count(*) filter (where odd in ('ownName', 'ownAddress')))::int as own,
           (count(distinct whose) filter (where odd = 'outsideWork'))::int as outside
    from look
    where not exists (
      select from audit.line seen where seen.action = ${lookAction} and seen.details ->> 'day' = to_char(look.day, 'YYYY-MM-DD')
        and (seen.at at time zone ${municipalTimeZone})::date > look.day)
    group by day, actor_user_id
    having count(distinct whose) filter (where is_read) >= ${oddFrom.people}
        or count(distinct whose) filter (where is_read and (hour >= 22 or hour < 6)) >= ${oddFrom.atNight}
        or count(*) filter (where odd in ('ownName', 'ownAddress')) >= ${oddFrom.own}
        or count(distinct whose) filter (where odd = 'outsideWork') >= ${oddFrom.outside}
    order by day desc, people desc`.execute(tx.db)
  return rows
}

/** How the log notes that its lines were looked at; `details.day` says of which day. */
export const lookAction = 'read audit log'
