import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Role } from '../access/actor.ts'
import type { Tx } from '../database/transact.ts'
import { municipalTimeZone } from '../messages/index.ts'

/** Somebody who looked at data of a person on one day: role and organisation, never a name. */
export type Looker = {
  readonly day: IsoDate
  /** `linkReceiver`: somebody without account, who held a link and its code. */
  readonly role: Role | 'linkReceiver'
  readonly organisation: string
  readonly action: string
  readonly times: number
  /** For staff who ask on the person's behalf; `namesOf` gives the name. Null: who came by a link has no account. */
  readonly userId: string | null
}

/** Whose data: a person's, or a thing's that is nobody's in the register yet, such as a card held by its code. */
export type LookedAt =
  | { readonly personId: string }
  | { readonly subject: { readonly type: string; readonly id: string } }

/**
 * Who looked at somebody's data, newest day first, the same look on one day counted once (P16, P17). The database answers the
 * program itself, coordinators, social workers and the data protection officer; to others there is nothing.
 */
export async function lookersOf(tx: Tx, at: LookedAt): Promise<readonly Looker[]> {
  const personId = 'personId' in at ? at.personId : null
  const subject = 'subject' in at ? at.subject : { type: null, id: null }
  const { rows } = await sql<Row>`
    select (at at time zone ${municipalTimeZone})::date as day, actor_user_id, actor_role, zone_name, action, count(*)::int as times
    from audit.lookers(${personId}::uuid, ${subject.type}::text, ${subject.id}::text)
    group by 1, 2, 3, 4, 5 order by 1 desc, max(at) desc`.execute(tx.db)
  return rows.map(({ day, actor_user_id, actor_role, zone_name, action, times }) => ({
    day,
    role: actor_role,
    organisation: zone_name ?? '',
    action,
    times,
    userId: actor_user_id,
  }))
}

type Row = {
  readonly day: IsoDate
  readonly actor_user_id: string | null
  readonly actor_role: Looker['role']
  readonly zone_name: string | null
  readonly action: string
  readonly times: number
}
