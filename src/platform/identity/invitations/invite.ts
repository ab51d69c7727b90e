import { randomBytes } from 'node:crypto'
import type { Db } from '../../database/connect.ts'
import type { Tx } from '../../database/transact.ts'
import type { Vault } from '../../encryption/vault.ts'
import { queueInstallationMail, queueMail } from '../../mail/index.ts'
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

/** Invites somebody by mail, as an administrator; sent twice with the same identifier it goes out once. */
export async function invite(tx: Tx, offer: Offer, inviting: Inviting): Promise<void> {
  const kept = keepable(inviting.id, tx.now)
  if (!(await saveInvitation(tx.db, tx.actor.municipalityId, offer, kept))) return
  await queueMail(tx, invitationMail(offer, inviting, kept.token, tx.now))
  tx.audit({ action: 'invite', subject: { type: 'invitation', id: inviting.id }, details: { role: offer.role } })
}

type Installing = { readonly owner: Db; readonly vault: Vault; readonly municipalityId: string; readonly now: Date }

/** Invites from the command line, where nobody acts yet: the first administrator. Gives the link that went out. */
export async function inviteFirst(
  { owner, vault, municipalityId, now }: Installing,
  offer: Offer,
  inviting: Inviting,
): Promise<string> {
  const kept = keepable(inviting.id, now)
  await saveInvitation(owner, municipalityId, offer, kept)
  await queueInstallationMail(owner, vault, invitationMail(offer, inviting, kept.token, now))
  return linkOf(inviting, kept.token)
}

function keepable(id: string, createdAt: Date) {
  const expiresAt = new Date(createdAt.getTime() + invitationDays * 86_400_000)
  return { id, token: randomBytes(32).toString('base64url'), createdAt, expiresAt }
}

const linkOf = ({ address }: Inviting, token: string) => `${address}/invitations/${token}`

function invitationMail(offer: Offer, inviting: Inviting, token: string, now: Date) {
  const t = textsIn(catalogue, inviting.language, now)
  return {
    to: offer.email,
    subject: t('identity.mail.invitation.subject', { municipality: inviting.municipalityName }),
    text: t('identity.mail.invitation.text', {
      municipality: inviting.municipalityName,
      link: linkOf(inviting, token),
      days: invitationDays,
    }),
  }
}
