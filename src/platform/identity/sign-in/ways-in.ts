import { createHash } from 'node:crypto'
import { isAPIError } from 'better-auth/api'
import { accountByEmail, useCode } from '../accounts/account-store.ts'
import { comparableCode } from '../accounts/backup-codes.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { chooseMembershipByToken, endSessionByToken } from '../sessions/session-store.ts'
import { noteRefusedSignIn } from '../sessions/sign-in-log.ts'

/** What an attempt to come in gave; `cookies` are to be passed on to the browser. */
export type Entry =
  | { readonly kind: 'entered'; readonly cookies: readonly string[] }
  | { readonly kind: 'codeNeeded'; readonly cookies: readonly string[] }
  | { readonly kind: 'refused' }

type Needs = Pick<AuthNeeds, 'owner' | 'transact' | 'clock' | 'secret'> & { readonly auth: Auth }

/** By the link in a mail: works once, not after its time, and not when its owner shut this way meanwhile. */
export async function enterByLink({ auth, owner }: Needs, token: string, headers: Headers): Promise<Entry> {
  let sessionToken = ''
  let email = ''
  const entry = await entryOf(async () => {
    const answer = await auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true })
    sessionToken = answer.response.token
    email = answer.response.user.email
    return answer
  })
  if (entry.kind !== 'entered' || (await accountByEmail(owner, email))?.opensByMail) return entry
  await endSessionByToken(owner, sessionToken)
  return { kind: 'refused' }
}

/** By password, which leads to the code. An account without a second factor is refused as if the password were wrong. */
export async function enterByPassword(
  needs: Needs,
  { email, password }: { readonly email: string; readonly password: string },
  headers: Headers,
): Promise<Entry> {
  const { auth, owner } = needs
  const account = await accountByEmail(owner, email)
  if (account && !account.hasSecondFactor) {
    // As much work as checking it, so that the time tells nothing.
    await (await auth.$context).password.hash(password)
    return { kind: 'refused' }
  }
  const entry = await entryOf(() => auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }))
  if (entry.kind === 'entered') return { kind: 'codeNeeded', cookies: entry.cookies }
  if (account) await noteRefusedSignIn(needs, account.id, 'wrong password')
  return entry
}

/** By the code of the app, or by one of the backup codes, after the password. A code counts once. */
export async function enterByCode(needs: Needs, code: string, headers: Headers): Promise<Entry> {
  const { accountId } = await needs.auth.api.whoseCode({ headers })
  const entry = await tryCode(needs, code, headers)
  if (entry.kind === 'refused' && accountId) await noteRefusedSignIn(needs, accountId, 'wrong code')
  return entry
}

async function tryCode(needs: Needs, code: string, headers: Headers): Promise<Entry> {
  const { auth, owner, secret } = needs
  if (!/^\d{6}$/.test(code)) {
    const body = { code: comparableCode(secret, code) }
    return entryOf(() => auth.api.verifyBackupCode({ body, headers, returnHeaders: true }))
  }
  let token = ''
  let accountId = ''
  const entry = await entryOf(async () => {
    const answer = await auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
    token = answer.response.token
    accountId = answer.response.user.id
    return answer
  })
  if (entry.kind !== 'entered' || (await isFirstUse(needs, accountId, code))) return entry
  await endSessionByToken(owner, token)
  return { kind: 'refused' }
}

/** For an account that proved itself in a way of ours (an accepted invitation, a button of the demo): into one membership. */
export async function enterInto(
  { auth, owner }: Needs,
  { accountId, membershipId }: { readonly accountId: string; readonly membershipId: string },
  headers: Headers,
): Promise<readonly string[]> {
  const entered = await auth.api.enter({ body: { accountId }, headers, returnHeaders: true })
  await chooseMembershipByToken(owner, entered.response.token, membershipId)
  return entered.headers.getSetCookie()
}

/** Notes the use of a code of the app; false when somebody used the same one just before. */
export function isFirstUse({ owner, clock, secret }: Needs, accountId: string, code: string): Promise<boolean> {
  const hash = createHash('sha256').update(secret).update(accountId).update(code).digest()
  return useCode(owner, accountId, hash, clock())
}

/** Runs a call of the library; its refusals become a value, anything else stays an error. */
async function entryOf(call: () => Promise<{ readonly headers: Headers }>): Promise<Entry> {
  try {
    const { headers } = await call()
    return { kind: 'entered', cookies: headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { kind: 'refused' }
    throw error
  }
}
