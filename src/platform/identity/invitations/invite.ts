import { randomBytes } from 'node:crypto'
import type { Tx } from '../../database/transact.ts'
import { queueMail } from '../../mail/index.ts'
import { catalogue, type StaffLanguage, textsIn } from '../../messages/index.ts'
import { invitationDays, type Offer } from './invitation.ts'
import { saveInvitation } from './invitation-store.ts'

/** Where an invitation comes from, as its mail says it. */
export type Inviting = {
  readonly id: string
  readonly address: string
  readonly municipalityName: string
  readonly language: StaffLanguage
}

/**
 * Invites somebody by mail and gives the link that went out. Sent twice with the same identifier it goes out once: no link
 * then. The actor is an administrator, or the command line for the first one.
 */
export async function invite(tx: Tx, offer: Offer, inviting: Inviting): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(tx.now.getTime() + invitationDays * 86_400_000)
  const kept = { id: inviting.id, token, createdAt: tx.now, expiresAt }
  if (!(await saveInvitation(tx, offer, kept))) return undefined
  const link = `${inviting.address}/invitations/${token}`
  const t = textsIn(catalogue, inviting.language, tx.now)
  const municipality = inviting.municipalityName
  await queueMail(tx, {
    to: offer.email,
    subject: t('identity.mail.invitation.subject', { municipality }),
    text: t('identity.mail.invitation.text', { municipality, link, days: invitationDays }),
  })
  tx.audit({ action: 'invite', subject: { type: 'invitation', id: inviting.id }, details: { role: offer.role } })
  return link
}
