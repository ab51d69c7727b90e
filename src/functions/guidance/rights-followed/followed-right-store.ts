import type { IsoDate } from '@meernet/calendar'
import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'
import type { FollowedState, Obtained, Outcome, RefusalReason, Standing } from './followed-right.ts'

/** A right that is followed in a case. */
export type FollowedRight = {
  readonly id: string
  readonly caseId: string
  readonly zoneId: string
  /** Id in the catalogue of rights. */
  readonly rightId: string
  readonly standing: Standing
  /** A reason, in facts or the person's words. */
  readonly words: string | null
  readonly askBy: IsoDate | null
  readonly begunBy: string
  readonly begunAt: Date
  readonly version: number
}
export type NewFollowedRight = Omit<FollowedRight, 'standing' | 'words' | 'version'>

/** Begins to follow rights as worth asking; one that is followed and open in that case already is left as it is. Gives those begun. */
export async function insertFollowedRights(
  tx: Tx,
  rights: readonly NewFollowedRight[],
): Promise<readonly NewFollowedRight[]> {
  if (rights.length === 0) return []
  const rows = await tx.db
    .insertInto('guidance.followed_right')
    .values(
      rights.map((right) => ({
        municipality_id: tx.actor.municipalityId,
        id: right.id,
        zone_id: right.zoneId,
        case_id: right.caseId,
        right_id: right.rightId,
        ask_by: right.askBy,
        begun_by: right.begunBy,
        begun_at: right.begunAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const begun = new Set(rows.map(({ id }) => id))
  return rights.filter(({ id }) => begun.has(id))
}

/** The rights followed in a case, in the order in which they began. */
export async function followedRightsOf(tx: Tx, caseId: string): Promise<readonly FollowedRight[]> {
  const rows = await tx.db
    .selectFrom('guidance.followed_right')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('begun_at')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => followedFrom(tx, row)))
}

/** Those of them that are worth asking and that nobody said yet what happens with. */
export const rightsToAskOf = async (tx: Tx, caseId: string): Promise<readonly FollowedRight[]> =>
  (await followedRightsOf(tx, caseId)).filter(({ standing }) => standing.state === 'worthAsking')

/** One of the rights followed in a case. */
export async function followedRightById(tx: Tx, caseId: string, id: string): Promise<FollowedRight | undefined> {
  const row = await tx.db
    .selectFrom('guidance.followed_right')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && followedFrom(tx, row)
}

/** Keeps how a right stands over version `from`; false when somebody else changed it meanwhile. */
export async function saveOutcome(
  tx: Tx,
  { id, zoneId }: FollowedRight,
  from: number,
  { standing, words }: Outcome,
): Promise<boolean> {
  const sealed = await sealedTextOf(tx, zoneId)
  const obtained = 'obtained' in standing ? standing.obtained : null
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.followed_right')
    .set({
      state: standing.state,
      asked_on: 'askedOn' in standing ? standing.askedOn : null,
      answered_on: 'answeredOn' in standing ? standing.answeredOn : null,
      amount_cents: obtained ? sealed.seal('followed_right.amount_cents', id, String(obtained.cents)) : null,
      amount_per: obtained?.per ?? null,
      refusal_reason: 'refusalReason' in standing ? standing.refusalReason : null,
      words: sealed.sealIfAny('followed_right.words', id, words),
      version: from + 1,
    })
    .where('id', '=', id)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps the last day to ask over version `from`; false when somebody else changed the right meanwhile. */
export async function saveAskBy(tx: Tx, { id }: FollowedRight, from: number, askBy: IsoDate | null): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.followed_right')
    .set({ ask_by: askBy, version: from + 1 })
    .where('id', '=', id)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** In open cases: what is worth asking and had its last day before `today`, but of people whose data are frozen. For the program. */
export async function pastTerms(
  tx: Tx,
  today: IsoDate,
): Promise<readonly Pick<FollowedRight, 'id' | 'caseId' | 'zoneId' | 'rightId'>[]> {
  const rows = await tx.db
    .selectFrom('guidance.followed_right as r')
    .innerJoin('guidance.case as c', (join) =>
      join.onRef('c.municipality_id', '=', 'r.municipality_id').onRef('c.id', '=', 'r.case_id'),
    )
    .select(['r.id', 'r.case_id', 'r.zone_id', 'r.right_id'])
    .where('r.state', '=', 'worthAsking')
    .where('r.ask_by', '<', today)
    .where('c.state', '<>', 'closed')
    .where(sql<boolean>`c.person_id not in (select people.frozen_people())`)
    .execute()
  return rows.map((row) => ({ id: row.id, caseId: row.case_id, zoneId: row.zone_id, rightId: row.right_id }))
}

/** Gives a right another last day to ask, without a person having changed it. */
export async function moveAskBy(tx: Tx, id: string, askBy: IsoDate): Promise<void> {
  await tx.db.updateTable('guidance.followed_right').set({ ask_by: askBy }).where('id', '=', id).execute()
}

type Row = Selectable<Tables['guidance.followed_right']>

async function followedFrom(tx: Tx, row: Row): Promise<FollowedRight> {
  const sealed = await sealedTextOf(tx, row.zone_id)
  const cents = sealed.openIfAny('followed_right.amount_cents', row.id, row.amount_cents)
  return {
    id: row.id,
    caseId: row.case_id,
    zoneId: row.zone_id,
    rightId: row.right_id,
    standing: standingFrom(row, cents),
    words: sealed.openIfAny('followed_right.words', row.id, row.words),
    askBy: row.ask_by,
    begunBy: row.begun_by,
    begunAt: row.begun_at,
    version: row.version,
  }
}

/** The checks of the table are what makes these values go together. */
function standingFrom(row: Row, cents: string | null): Standing {
  const state = row.state as FollowedState
  const { asked_on: askedOn, answered_on } = row
  const answeredOn = answered_on ?? ''
  const per = row.amount_per as Obtained['per'] | null
  switch (state) {
    case 'asked':
      return { state, askedOn: askedOn ?? '' }
    case 'granted':
      return { state, askedOn, answeredOn, obtained: cents && per ? { cents: Number(cents), per } : null }
    case 'refused':
      return { state, askedOn, answeredOn, refusalReason: row.refusal_reason as RefusalReason }
    default:
      return { state }
  }
}
