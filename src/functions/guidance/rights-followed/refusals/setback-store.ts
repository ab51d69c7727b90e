import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { RefusalReason } from '../followed-right.ts'

/** A right that was refused, or that is asked and not answered. NOTE for the program, which counts and shows nobody a row. */
export type Unobtained = {
  readonly rightId: string
  readonly personId: string
  readonly askedOn: IsoDate | null
  readonly answeredOn: IsoDate | null
  /** Null while no answer came. */
  readonly refusalReason: RefusalReason | null
}

/** What was refused since `since`, and what was asked and is not answered, in all cases; nothing of people whose data are frozen. */
export async function unobtainedSince(tx: Tx, since: IsoDate): Promise<readonly Unobtained[]> {
  const { rows } = await sql<Unobtained>`
    select r.right_id as "rightId", c.person_id as "personId", r.asked_on as "askedOn", r.answered_on as "answeredOn",
      r.refusal_reason as "refusalReason"
    from guidance.followed_right r
    join guidance."case" c on c.municipality_id = r.municipality_id and c.id = r.case_id
    where (r.state = 'asked' or (r.state = 'refused' and r.answered_on >= ${since}))
      and c.person_id not in (select people.frozen_people())`.execute(tx.db)
  return rows
}

/** When each right was last told to policy advice. */
export async function toldOnPerRight(tx: Tx): Promise<ReadonlyMap<string, IsoDate>> {
  const rows = await tx.db
    .selectFrom('guidance.refusal_signal')
    .select((from) => ['right_id', from.fn.max<IsoDate>('noted_on').as('noted_on')])
    .groupBy('right_id')
    .execute()
  return new Map(rows.map(({ right_id, noted_on }) => [right_id, noted_on]))
}

/** Notes that a right is told today; false when it was told today already. */
export async function noteTold(tx: Tx, rightId: string, on: IsoDate): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('guidance.refusal_signal')
    .values({ municipality_id: tx.actor.municipalityId, right_id: rightId, noted_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
