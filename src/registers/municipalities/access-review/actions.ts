import { isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { members, membersById } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { DataAccess } from '../access-list/access-list.ts'
import { type AccessReview, mayConfirm, undecided } from './access-review.ts'
import {
  accessReviewById,
  accessReviews,
  beginReview,
  closeReview,
  type Decided,
  decideLines,
  linesOf,
} from './access-review-store.ts'
import { type ShownLine, shownLines } from './review-lines.ts'

type Needs = { readonly transact: Transact; readonly dataAccesses: () => readonly DataAccess[] }

/** A review with its lines as people read them. */
export type ReviewWithLines = { readonly review: AccessReview; readonly lines: readonly ShownLine[] }

/** Begins to look at who has access; gives the review that is open, this one or the one that was. */
export function beginAccessReview({ transact }: Pick<Needs, 'transact'>, actor: StaffActor, id: string) {
  return transact(actor, async (tx): Promise<string> => {
    const ids = (await members(tx)).map((member) => member.id)
    if (await beginReview(tx, actor, id, ids)) {
      tx.audit({
        action: 'begin access review',
        subject: { type: 'access review', id },
        details: { lines: ids.length },
      })
      return id
    }
    return (await accessReviews(tx)).find(({ closedAt }) => closedAt === null)?.id ?? id
  })
}

/** A review with its lines, open or closed; undefined when there is none. */
export async function reviewWithLines(
  tx: Tx,
  id: string,
  accesses: readonly DataAccess[],
): Promise<ReviewWithLines | undefined> {
  const review = await accessReviewById(tx, id)
  return review && { review, lines: await readLines(tx, review, accesses) }
}

/** What came of confirming lines; `own` when somebody would vouch for themselves while another can. */
export type Confirming =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'refused'; readonly reason: 'closed' | 'own' }

/** Confirms that memberships stay, with what they may see at this moment. */
export function confirmLines(
  { transact, dataAccesses }: Needs,
  actor: StaffActor,
  reviewId: string,
  membershipIds: readonly string[],
): Promise<Confirming> {
  return transact(actor, async (tx) => {
    const review = await accessReviewById(tx, reviewId, 'forUpdate')
    if (!review || review.closedAt !== null) return { kind: 'refused', reason: 'closed' }
    const lines = undecided(await readLines(tx, review, dataAccesses()))
    const chosen = lines.filter(({ membershipId }) => membershipIds.includes(membershipId))
    const administrators = await administratorAccounts(tx)
    if (chosen.some(({ accountId }) => !mayConfirm(accountId, actor, administrators)))
      return { kind: 'refused', reason: 'own' }
    await decideLines(tx, actor, reviewId, 'confirmed', chosen.map(decidedOf))
    tx.audit({
      action: 'confirm access',
      subject: { type: 'access review', id: reviewId },
      details: { lines: chosen.length },
    })
    return { kind: 'confirmed' }
  })
}

/** What came of closing; `undecided` says how many lines still wait. */
export type ReviewClosing =
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly reason: 'closed' }
  | { readonly kind: 'refused'; readonly reason: 'undecided'; readonly count: number }

/** Closes a review of which every line is confirmed or ended; memberships that ended meanwhile are noted as ended. */
export function closeAccessReview(
  { transact, dataAccesses }: Needs,
  actor: StaffActor,
  id: string,
): Promise<ReviewClosing> {
  return transact(actor, async (tx) => {
    const review = await accessReviewById(tx, id, 'forUpdate')
    if (!review || review.closedAt !== null) return { kind: 'refused', reason: 'closed' }
    const lines = await readLines(tx, review, dataAccesses())
    const { length: count } = undecided(lines)
    if (count > 0) return { kind: 'refused', reason: 'undecided', count }
    await decideLines(tx, actor, id, 'ended', lines.filter(({ decision }) => decision === 'ended').map(decidedOf))
    await closeReview(tx, actor, id)
    tx.audit({ action: 'close access review', subject: { type: 'access review', id } })
    return { kind: 'closed' }
  })
}

async function readLines(tx: Tx, review: AccessReview, accesses: readonly DataAccess[]): Promise<readonly ShownLine[]> {
  const kept = await linesOf(tx, review.id)
  const about = await membersById(
    tx,
    kept.map(({ membershipId }) => membershipId),
  )
  const { municipalityId } = tx.actor
  return shownLines(kept, about, accesses, { municipalityId, today: isoDateIn(municipalTimeZone, tx.now) })
}

async function administratorAccounts(tx: Tx): Promise<readonly string[]> {
  return (await members(tx)).filter(({ role }) => role === 'administrator').map(({ accountId }) => accountId)
}

const decidedOf = ({ membershipId, maySee, secrecy, secrecyReviewOn }: ShownLine): Decided => ({
  membershipId,
  maySee,
  secrecy,
  secrecyReviewOn,
})
