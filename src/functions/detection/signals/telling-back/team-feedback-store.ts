import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'

/** Cards of visitors that came in during one month (`2026-11`), and how far they came. */
export type TeamMonth = {
  readonly month: string
  readonly handedIn: number
  readonly contacted: number
  readonly takenUp: number
  readonly finished: number
}

/** Per month since a day, newest first; months without cards are left out, and cards of people whose data are frozen. */
export async function visitorCardMonths(
  tx: Tx,
  { zoneId, since }: { readonly zoneId: string; readonly since: IsoDate },
): Promise<readonly TeamMonth[]> {
  const { rows } = await sql<TeamMonth>`
    select to_char(received_at at time zone ${municipalTimeZone}, 'YYYY-MM') as month,
      count(*)::int as "handedIn",
      (count(*) filter (where state in ('contacted', 'agreed', 'declined', 'case') or (state = 'closed' and closed_because in ('helped', 'informed'))))::int as contacted,
      (count(*) filter (where state = 'case'))::int as "takenUp",
      (count(*) filter (where state in ('closed', 'declined') or case_progress = 'closed'))::int as finished
    from detection.signal
    where zone_id = ${zoneId} and source = 'visitor' and merged_into is null
      and id not in (select detection.frozen_cards())
      and (received_at at time zone ${municipalTimeZone})::date >= ${since}::date
    group by 1 order by 1 desc`.execute(tx.db)
  return rows
}
