import { isAPIError } from 'better-auth/api'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { accountOfRequest } from '../sessions/session-of.ts'
import { endOtherSessions } from '../sessions/session-store.ts'
import { queueChangeMail } from '../sign-in/mails.ts'
import { isFirstUse } from '../sign-in/ways-in.ts'
import { type Account, hasPassword } from './account-store.ts'
import { type PasswordProblem, passwordProblem } from './password.ts'

type Needs = AuthNeeds & { readonly auth: Auth }

export type PasswordChange =
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'refused'
      readonly field: 'present' | 'password'
      readonly reason: PasswordProblem | 'leaked' | 'wrong'
    }

/** Sets or changes the password of `account`; other sessions end, and a mail tells it. */
export async function changePassword(
  needs: Needs,
  account: Account,
  { present, password }: { readonly present?: string | undefined; readonly password: string },
  headers: Headers,
): Promise<PasswordChange> {
  const { auth, owner } = needs
  const reason = passwordProblem(password, account) ?? ((await needs.isLeaked?.(password)) ? 'leaked' : undefined)
  if (reason) return { kind: 'refused', field: 'password', reason }
  const done = (await hasPassword(owner, account.id))
    ? await answerOf(() =>
        auth.api.changePassword({ body: { currentPassword: present ?? '', newPassword: password }, headers }),
      )
    : await answerOf(() => auth.api.setPassword({ body: { newPassword: password }, headers }))
  if (!done) return { kind: 'refused', field: 'present', reason: 'wrong' }
  const current = await accountOfRequest(needs, headers)
  if (current) await endOtherSessions(owner, account.id, current.sessionId)
  await queueChangeMail(needs, account.email)
  return { kind: 'changed' }
}

/** What an app needs to make codes, and the backup codes: shown once. */
export type Enrolment = { readonly uri: string; readonly backupCodes: readonly string[] }

/** Begins a second factor; undefined when the password is wrong. It counts only after the first code. */
export async function beginSecondFactor(
  { auth }: Needs,
  password: string,
  headers: Headers,
): Promise<Enrolment | undefined> {
  const answer = await answerOf(() => auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }))
  return answer && 'totpURI' in answer ? { uri: answer.totpURI, backupCodes: answer.backupCodes } : undefined
}

/** Ends enrolment with the first code of the app; gives the cookies of the session that goes on, undefined on a wrong code. */
export async function confirmSecondFactor(
  needs: Needs,
  account: Account,
  code: string,
  headers: Headers,
): Promise<readonly string[] | undefined> {
  const answer = await answerOf(() => needs.auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
  if (!answer) return undefined
  await isFirstUse(needs, account.id, code)
  await queueChangeMail(needs, account.email)
  return answer.headers.getSetCookie()
}

/** New backup codes instead of the old ones; undefined when the password is wrong. */
export async function renewBackupCodes(
  { auth }: Needs,
  password: string,
  headers: Headers,
): Promise<readonly string[] | undefined> {
  const answer = await answerOf(() => auth.api.generateBackupCodes({ body: { password }, headers }))
  return answer?.backupCodes
}

/** Takes the second factor away; from then on the password opens nothing. Undefined when the password is wrong. */
export async function endSecondFactor(
  needs: Needs,
  account: Account,
  password: string,
  headers: Headers,
): Promise<readonly string[] | undefined> {
  const answer = await answerOf(() =>
    needs.auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
  if (answer) await queueChangeMail(needs, account.email)
  return answer?.headers.getSetCookie()
}

/** Runs a call of the library; its refusals become undefined, anything else stays an error. */
async function answerOf<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call()
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined
    throw error
  }
}
