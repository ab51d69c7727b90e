import type { Tx } from '../../../platform/database/transact.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import type { Result } from '../cases/case-actions.ts'
import { noteEvent } from '../cases/event-store.ts'
import type { Handover } from './handover.ts'
import { handoverFor } from './handover-reading.ts'
import { handoverById, lockHandover } from './handover-store.ts'
import {
  type CodeCheck,
  checkCode,
  daysAfter,
  type LinkRefusal,
  linkDays,
  linkProblem,
  maxAttempts,
  newLinkSecret,
  newToken,
  viewDays,
} from './link.ts'
import { countAttempt, insertLink, lockLinkByToken, prolongView, useLink, viewedHandover } from './link-store.ts'

/** Words of the mail that carries the link; it says only that there is a message. */
export type LinkMail = { readonly subject: string; text(url: string): string }

/**
 * Makes the single-use link for a receiver without account and mails it there. The code does not go along: the sender tells
 * it by phone or SMS. `urlOf` gives the address for a token.
 */
export async function makeLink(
  tx: Tx,
  handoverId: string,
  urlOf: (token: string) => string,
  mail: LinkMail,
): Promise<Result<'notNow' | 'hasAccount'>> {
  const handover = await handoverFor(tx, handoverId, 'make handover link')
  if (handover.receiverZoneId) return { kind: 'refused', reason: 'hasAccount' }
  if (handover.state !== 'agreed' && handover.state !== 'introduced') return { kind: 'refused', reason: 'notNow' }
  if (!(await lockHandover(tx, handover.id, handover.version))) return { kind: 'stale' }
  const secret = newLinkSecret()
  const madeBy = tx.actor.kind === 'staff' ? tx.actor.userId : handover.proposedBy
  await insertLink(tx, handover, secret, { expiresAt: daysAfter(tx.now, linkDays), madeBy })
  if (handover.receiverEmail)
    await queueMail(tx, { to: handover.receiverEmail, subject: mail.subject, text: mail.text(urlOf(secret.token)) })
  await noteEvent(tx, { caseId: handover.caseId, zoneId: handover.zoneId }, { kind: 'linkMade', aboutId: handover.id })
  return { kind: 'done' }
}

/** Whether a link can still be opened with its code. An unknown token looks like one that ended. */
export async function linkState(tx: Tx, token: string): Promise<LinkRefusal | undefined> {
  const link = await lockLinkByToken(tx, token)
  return link ? linkProblem(link, tx.now) : { kind: 'refused', reason: 'ended' }
}

/** Opens a link with its code: the right one gives a token for reading on, once; a wrong one is counted. */
export async function openLink(
  tx: Tx,
  token: string,
  code: string,
): Promise<Exclude<CodeCheck, { kind: 'right' }> | { readonly kind: 'open'; readonly viewToken: string }> {
  const link = await lockLinkByToken(tx, token)
  if (!link) return { kind: 'refused', reason: 'ended' }
  const check = checkCode(link, code, link.secret?.code ?? '', tx.now)
  if (check.kind === 'right') {
    const viewToken = newToken()
    await useLink(tx, link, viewToken, daysAfter(tx.now, linkDays))
    await auditByLink(tx, link.handoverId, 'open handover link')
    return { kind: 'open', viewToken }
  }
  if (!linkProblem(link, tx.now)) await countAttempt(tx, link, link.attempts + 1 >= maxAttempts)
  return check
}

/** The handover for who holds link and reading token; undefined when the reading is over. */
export async function handoverByLink(
  tx: Tx,
  token: string,
  viewToken: string | undefined,
  action: string,
): Promise<Handover | undefined> {
  const id = viewToken ? await viewedHandover(tx, token, viewToken) : undefined
  if (!id) return undefined
  await auditByLink(tx, id, action)
  return handoverById(tx, id)
}

/** After a yes, the receiver may read for some time more, and then no longer. */
export const prolongAfterYes = (tx: Tx, handoverId: string): Promise<void> =>
  prolongView(tx, handoverId, daysAfter(tx.now, viewDays))

async function auditByLink(tx: Tx, handoverId: string, action: string): Promise<void> {
  const handover = await handoverById(tx, handoverId)
  if (!handover) return
  tx.audit({
    action,
    subject: { type: 'handover', id: handoverId },
    personId: handover.personId,
    zoneId: handover.zoneId,
    reason: 'receiver by link',
    details: { receiver: handover.organisationName },
  })
}
