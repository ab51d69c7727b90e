import { setTimeout as pause } from 'node:timers/promises'
import { queueInstallationMail } from '../../mail/index.ts'
import { catalogue, isLanguage, type Texts, textsIn } from '../../messages/index.ts'
import { accountByEmail, hasPassword } from '../accounts/account-store.ts'
import type { AuthNeeds } from '../auth-needs.ts'

/** How long a link in a mail works. Source: OWASP ASVS 5.0, 6.5.5. */
export const linkMinutes = 10

type Needs = Pick<AuthNeeds, 'owner' | 'vault' | 'clock' | 'address'>

/** Mails a link to sign in with, or that its owner shut this way; nothing to an address without account. */
export async function queueSignInMail(needs: Needs, email: string, token: string): Promise<void> {
  const account = await accountByEmail(needs.owner, email)
  if (!account) return
  if (account.opensByMail) await queue(needs, account, 'signIn', `/sign-in/link?token=${token}`)
  else await queue(needs, account, 'shut', '/sign-in')
}

/** Mails a link to choose a new password with, to an account that has one. */
export async function queueResetMail(needs: Needs, email: string, token: string): Promise<void> {
  const account = await accountByEmail(needs.owner, email)
  if (!account || !(await hasPassword(needs.owner, account.id))) return
  await queue(needs, account, 'reset', `/sign-in/password/new?token=${token}`)
}

/** Tells an account that its way of signing in was changed, so that somebody else's change does not go unnoticed. */
export async function queueChangeMail(needs: Needs, email: string): Promise<void> {
  const account = await accountByEmail(needs.owner, email)
  if (account) await queue(needs, account, 'changed', '/account')
}

/** How long an answer takes at least, so that the time does not tell whether there is an account. */
const equalMilliseconds = 150

/** Does `work` in a time that does not depend on what it found. */
export async function inEqualTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work(), pause(equalMilliseconds)])
  return result
}

type Recipient = { readonly email: string; readonly language: string }

type MailKind = 'signIn' | 'shut' | 'reset' | 'changed'

async function queue(needs: Needs, { email, language }: Recipient, kind: MailKind, path: string): Promise<void> {
  const t = textsFor(language, needs.clock())
  const text = t(`identity.mail.${kind}.text`, { link: needs.address() + path, minutes: linkMinutes })
  await queueInstallationMail(needs.owner, needs.vault, {
    to: email,
    subject: t(`identity.mail.${kind}.subject`),
    text,
  })
}

function textsFor(language: string, now: Date): Texts {
  return textsIn(catalogue, isLanguage(language) ? language : 'nl', now)
}
