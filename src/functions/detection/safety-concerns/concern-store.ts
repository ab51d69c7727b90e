import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'

/** What two named professionals decided: the law gives a right to inform, not an automatic duty. */
export const concernDecisions = ['followTogether', 'referredByPhone', 'prosecutorInformed', 'noGround'] as const
export type ConcernDecision = (typeof concernDecisions)[number]

/** A danger, apart from everything else: only the two named professionals can read it. */
export type SafetyConcern = {
  readonly id: string
  readonly signalId: string | null
  readonly isAboutChild: boolean
  readonly firstUserId: string
  readonly secondUserId: string
  readonly content: string
  readonly notedBy: string
  readonly notedAt: Date
  readonly decision: ConcernDecision | null
  readonly decidedByFirstAt: Date | null
  readonly decidedBySecondAt: Date | null
  /** When each of the two agreed that the person may have it in a copy of their data; null: not. */
  readonly shownByFirstAt: Date | null
  readonly shownBySecondAt: Date | null
  readonly version: number
}
export type NewConcern = Pick<SafetyConcern, 'id' | 'isAboutChild' | 'firstUserId' | 'secondUserId' | 'content'> & {
  readonly signalId: string
  readonly zoneId: string
  readonly notedBy: string
}

const column = 'detection.safety_concern.content_sealed'

/** Keeps a concern; the same identifier twice is kept once. Whoever notes it sees it again only when named in it. */
export async function insertConcern(tx: Tx, concern: NewConcern): Promise<void> {
  const key = await tx.vault.zone(tx.actor.municipalityId, concern.zoneId)
  await tx.db
    .insertInto('detection.safety_concern')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: concern.id,
      zone_id: concern.zoneId,
      signal_id: concern.signalId,
      is_about_child: concern.isAboutChild,
      first_user_id: concern.firstUserId,
      second_user_id: concern.secondUserId,
      content_sealed: key.seal({ column, rowId: concern.id }, concern.content),
      noted_by: concern.notedBy,
      noted_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Concerns in which the actor is named, newest first. */
export async function ownConcerns(tx: Tx, id?: string): Promise<readonly SafetyConcern[]> {
  const all = concernRows(tx)
  const rows = await (id ? all.where('id', '=', id) : all).orderBy('noted_at', 'desc').execute()
  return Promise.all(rows.map((row) => concernFrom(tx, row)))
}

/** One of them, held until the end of the transaction: the two may decide at the same moment. */
export async function lockConcern(tx: Tx, id: string): Promise<SafetyConcern | undefined> {
  const row = await concernRows(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && concernFrom(tx, row)
}

/** Keeps what one of the two says about giving it to the person; either takes it back for both. */
export async function saveShown(tx: Tx, concern: SafetyConcern, isShown: boolean, byUserId: string): Promise<void> {
  const isFirst = byUserId === concern.firstUserId
  await tx.db
    .updateTable('detection.safety_concern')
    .set({
      shown_by_first_at: isShown ? (isFirst ? tx.now : concern.shownByFirstAt) : null,
      shown_by_second_at: isShown ? (isFirst ? concern.shownBySecondAt : tx.now) : null,
      version: concern.version + 1,
    })
    .where('id', '=', concern.id)
    .execute()
}

/** Keeps what one of the two says about the decision; another decision undoes the agreement of the other. */
export async function saveDecision(
  tx: Tx,
  concern: SafetyConcern,
  decision: ConcernDecision,
  byUserId: string,
): Promise<void> {
  const isSame = concern.decision === decision
  const isFirst = byUserId === concern.firstUserId
  await tx.db
    .updateTable('detection.safety_concern')
    .set({
      decision,
      decided_by_first_at: isFirst ? tx.now : isSame ? concern.decidedByFirstAt : null,
      decided_by_second_at: isFirst ? (isSame ? concern.decidedBySecondAt : null) : tx.now,
      version: concern.version + 1,
    })
    .where('id', '=', concern.id)
    .execute()
}

const concernRows = (tx: Tx) => tx.db.selectFrom('detection.safety_concern').selectAll()

async function concernFrom(tx: Tx, row: Selectable<Tables['detection.safety_concern']>): Promise<SafetyConcern> {
  const key = await tx.vault.zone(row.municipality_id, row.zone_id)
  return {
    id: row.id,
    signalId: row.signal_id,
    isAboutChild: row.is_about_child,
    firstUserId: row.first_user_id,
    secondUserId: row.second_user_id,
    content: key.open({ column, rowId: row.id }, row.content_sealed),
    notedBy: row.noted_by,
    notedAt: row.noted_at,
    decision: row.decision as ConcernDecision | null,
    decidedByFirstAt: row.decided_by_first_at,
    decidedBySecondAt: row.decided_by_second_at,
    shownByFirstAt: row.shown_by_first_at,
    shownBySecondAt: row.shown_by_second_at,
    version: row.version,
  }
}
