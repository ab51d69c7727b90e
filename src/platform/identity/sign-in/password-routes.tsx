import { isAPIError } from 'better-auth/api'
import { everyone } from '../../access/rule.ts'
import {
  type Ctx,
  errorTexts,
  type LimitRate,
  leaveFlash,
  may,
  parseForm,
  plainPage,
  type Routes,
} from '../../http/index.ts'
import { accountById } from '../accounts/account-store.ts'
import { passwordFields, passwordProblem } from '../accounts/password.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { endFormer, enterAnew, passOn } from '../cookies.ts'
import { codeForm, linkForm, newPasswordForm, passwordForm } from './forms.ts'
import { countFor, limits } from './limits.ts'
import { inEqualTime, linkMinutes, queueChangeMail } from './mails.ts'
import { takeNext } from './next-page.ts'
import { usedLinkPage } from './routes.tsx'
import { CodePage } from './views/code-page.tsx'
import { NoticePage } from './views/notice-page.tsx'
import { PasswordPage } from './views/password-page.tsx'
import { ResetAskPage, ResetChoosePage } from './views/reset-pages.tsx'
import { enterByCode, enterByPassword } from './ways-in.ts'

type Needs = AuthNeeds & { readonly auth: Auth; readonly limitRate: LimitRate }

/** Signing in by password and code, and a new password by mail. */
export function passwordRoutes(routes: Routes, needs: Needs): void {
  const { limitRate } = needs

  routes.get('/sign-in/password', may(everyone), (c) => passwordPage(c, {}))

  routes.post('/sign-in/password', may(everyone), limitRate(limits.triesFromAddress), async (c) => {
    const t = c.get('t')
    const form = await parseForm(c, passwordForm, passwordFields)
    const email = String(form.values.email ?? '')
    if (!form.ok) return passwordPage(c, { email, errors: errorTexts(t, form.errors) }, 422)
    await countFor(c, limitRate, limits.triesOnAccount, form.data.email)
    const { data } = form
    const entry = await inEqualTime(() => enterByPassword(needs, data, c.req.raw.headers))
    if (entry.kind === 'refused')
      return passwordPage(c, { email, errors: [{ text: t('identity.password.wrong') }] }, 422)
    await endFormer(c, needs, entry.cookies)
    passOn(c, entry.cookies)
    return c.redirect('/sign-in/code', 303)
  })

  routes.get('/sign-in/code', may(everyone), (c) => codePage(c))

  routes.post('/sign-in/code', may(everyone), limitRate(limits.triesFromAddress), async (c) => {
    const t = c.get('t')
    const form = await parseForm(c, codeForm)
    if (!form.ok) return codePage(c, errorTexts(t, form.errors)[0]?.text)
    const entry = await enterByCode(needs, form.data.code, c.req.raw.headers)
    if (entry.kind === 'refused') return codePage(c, t('identity.code.wrong'))
    await enterAnew(c, needs, entry.cookies, 'by password and code')
    return c.redirect(takeNext(c), 303)
  })
}

/** A new password for who forgot the old one, by a link in a mail. */
export function passwordResetRoutes(routes: Routes, needs: Needs): void {
  const { auth, limitRate } = needs

  routes.get('/sign-in/password/link', may(everyone), (c) => {
    const t = c.get('t')
    return plainPage(c, { title: t('identity.reset.title') }, <ResetAskPage t={t} />)
  })

  routes.post('/sign-in/password/link', may(everyone), limitRate(limits.mailsFromAddress), async (c) => {
    const t = c.get('t')
    const title = t('identity.reset.title')
    const form = await parseForm(c, linkForm)
    if (!form.ok) {
      const error = errorTexts(t, form.errors)[0]?.text
      return plainPage(c, { title }, <ResetAskPage t={t} email={String(form.values.email ?? '')} error={error} />, 422)
    }
    const { email } = form.data
    await countFor(c, limitRate, limits.mailsToAccount, email)
    await inEqualTime(() => auth.api.requestPasswordReset({ body: { email } }))
    return c.redirect('/sign-in/password/mailed', 303)
  })

  routes.get('/sign-in/password/mailed', may(everyone), (c) => {
    const t = c.get('t')
    const title = t('identity.mailed.title')
    return plainPage(
      c,
      { title },
      <NoticePage title={title} text={t('identity.reset.mailed', { minutes: linkMinutes })} />,
    )
  })

  routes.get('/sign-in/password/new', may(everyone), (c) => choosePage(c, c.req.query('token') ?? ''))

  routes.post('/sign-in/password/new', may(everyone), limitRate(limits.triesFromAddress), async (c) => {
    const t = c.get('t')
    const form = await parseForm(c, newPasswordForm, passwordFields)
    if (!form.ok) return choosePage(c, String(form.values.token ?? ''), errorTexts(t, form.errors)[0]?.text)
    const { token, password } = form.data
    const account = await accountOfReset(needs, token)
    if (!account) return usedLinkPage(c)
    const problem = passwordProblem(password, account) ?? ((await needs.isLeaked?.(password)) ? 'leaked' : undefined)
    if (problem) return choosePage(c, token, t(`identity.password.problem.${problem}`))
    if (!(await isReset(auth, token, password))) return usedLinkPage(c)
    await queueChangeMail(needs, account.email)
    leaveFlash(c, 'identity.reset.done')
    return c.redirect('/sign-in/password', 303)
  })
}

/** Whose reset link this is, as long as it works. */
async function accountOfReset({ auth, owner }: Needs, token: string) {
  const { internalAdapter } = await auth.$context
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  return link ? accountById(owner, link.value) : undefined
}

/** Sets the password; false when the link was used or ran out meanwhile. */
async function isReset(auth: Auth, token: string, newPassword: string): Promise<boolean> {
  try {
    await auth.api.resetPassword({ body: { token, newPassword } })
    return true
  } catch (error) {
    if (isAPIError(error)) return false
    throw error
  }
}

type Password = { readonly email?: string; readonly errors?: readonly { field?: string; text: string }[] }

function passwordPage(c: Ctx, { email, errors = [] }: Password, status: 200 | 422 = 200) {
  const t = c.get('t')
  const title = t('identity.password.signIn')
  return plainPage(c, { title }, <PasswordPage t={t} email={email} errors={errors} />, status)
}

function codePage(c: Ctx, error?: string) {
  const t = c.get('t')
  return plainPage(c, { title: t('identity.code.title') }, <CodePage t={t} error={error} />, error ? 422 : 200)
}

function choosePage(c: Ctx, token: string, error?: string) {
  const t = c.get('t')
  const title = t('identity.reset.choose')
  return plainPage(c, { title }, <ResetChoosePage t={t} token={token} error={error} />, error ? 422 : 200)
}
