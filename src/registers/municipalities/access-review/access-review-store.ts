import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { SecrecyStatus, StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { AccessReview, ReviewLine } from './access-review.ts'

/** What is kept of a decision: what was so at that moment. */
export type Decided = {
  readonly membershipId: string
  readonly maySee: readonly string[]
  readonly secrecy: SecrecyStatus
  readonly secrecyReviewOn: IsoDate | null
}

/** A line as it is kept; nothing of the moment of deciding until it is decided. */
export type KeptLine = ReviewLine & {
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly maySee: readonly string[]
  readonly secrecy: SecrecyStatus | null
  readonly secrecyReviewOn: IsoDate | null
}

/** Reviews of the municipality, newest first. */
export async function accessReviews(tx: Tx): Promise<readonly AccessReview[]> {
  const rows = await tx.db
    .selectFrom('municipalities.access_review')
    .selectAll()
    .where('municipality_id', '=', tx.actor.municipalityId)
    .orderBy('begun_at', 'desc')
    .execute()
  return rows.map(reviewFrom)
}

/** One review; locked with `forUpdate`, so that it is not closed while somebody decides. */
export async function accessReviewById(tx: Tx, id: string, lock?: 'forUpdate'): Promise<AccessReview | undefined> {
  const query = tx.db
    .selectFrom('municipalities.access_review')
    .selectAll()
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && reviewFrom(row)
}

/** Begins a review with a line per membership; false when one is open already. Sent twice it begins once. */
export async function beginReview(
  tx: Tx,
  actor: StaffActor,
  id: string,
  membershipIds: readonly string[],
): Promise<boolean> {
  const municipality_id = actor.municipalityId
  const begun = await tx.db
    .insertInto('municipalities.access_review')
    .values({ municipality_id, id, begun_at: tx.now, begun_by: actor.userId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!begun) return false
  await tx.db
    .insertInto('municipalities.access_review_line')
    .values(membershipIds.map((membership_id) => ({ municipality_id, review_id: id, membership_id })))
    .execute()
  return true
}

/** The lines of a review. */
export async function linesOf(tx: Tx, reviewId: string): Promise<readonly KeptLine[]> {
  const rows = await tx.db
    .selectFrom('municipalities.access_review_line')
    .selectAll()
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('review_id', '=', reviewId)
    .execute()
  return rows.map((row) => ({
    membershipId: row.membership_id,
    decision: row.decision as ReviewLine['decision'],
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    maySee: row.may_see,
    secrecy: row.secrecy as SecrecyStatus | null,
    secrecyReviewOn: row.secrecy_review_on,
  }))
}

/** Keeps a decision about each of `lines` that nobody decided yet. */
export async function decideLines(
  tx: Tx,
  actor: StaffActor,
  reviewId: string,
  decision: 'confirmed' | 'ended',
  lines: readonly Decided[],
): Promise<void> {
  for (const { membershipId, maySee, secrecy, secrecyReviewOn } of lines)
    await tx.db
      .updateTable('municipalities.access_review_line')
      .set({
        decision,
        decided_at: tx.now,
        decided_by: actor.userId,
        may_see: [...maySee],
        secrecy,
        secrecy_review_on: secrecyReviewOn,
      })
      .where('municipality_id', '=', actor.municipalityId)
      .where('review_id', '=', reviewId)
      .where('membership_id', '=', membershipId)
      .where('decision', 'is', null)
      .execute()
}

/** Closes a review; from then on nothing of it changes. */
export async function closeReview(tx: Tx, actor: StaffActor, id: string): Promise<void> {
  await tx.db
    .updateTable('municipalities.access_review')
    .set({ closed_at: tx.now, closed_by: actor.userId })
    .where('municipality_id', '=', actor.municipalityId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}

/** Since when a review is open, and when the last one was closed; days in the municipality. */
export async function reviewDays(
  tx: Tx,
): Promise<{ readonly openSince: IsoDate | undefined; readonly lastClosedOn: IsoDate | undefined }> {
  const reviews = await accessReviews(tx)
  const dayOf = (moment: Date | null | undefined) => (moment ? isoDateIn(municipalTimeZone, moment) : undefined)
  const closed = reviews.flatMap(({ closedAt }) => closedAt ?? []).sort((one, other) => other.getTime() - one.getTime())
  return {
    openSince: dayOf(reviews.find(({ closedAt }) => closedAt === null)?.begunAt),
    lastClosedOn: dayOf(closed[0]),
  }
}

type Row = {
  readonly id: string
  readonly begun_at: Date
  readonly begun_by: string
  readonly closed_at: Date | null
  readonly closed_by: string | null
}

const reviewFrom = ({ id, begun_at, begun_by, closed_at, closed_by }: Row): AccessReview => ({
  id,
  begunAt: begun_at,
  begunBy: begun_by,
  closedAt: closed_at,
  closedBy: closed_by,
})
