import { everyone } from '../../access/rule.ts'
import { type Ctx, errorTexts, type LimitRate, may, parseForm, plainPage, type Routes } from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { enterAnew, passOn } from '../cookies.ts'
import { demoMembers } from '../demo-sign-in/demo-store.ts'
import { entryOptions } from '../passkeys/passkeys.ts'
import { openProviderOf, openProviders } from '../providers/provider-store.ts'
import { accountOfRequest } from '../sessions/session-of.ts'
import { linkForm, tokenForm } from './forms.ts'
import { countFor, limits } from './limits.ts'
import { inEqualTime, linkMinutes } from './mails.ts'
import { rememberNext, takeNext } from './next-page.ts'
import { LinkPage } from './views/link-page.tsx'
import { NoticePage } from './views/notice-page.tsx'
import { SignInPage } from './views/sign-in-page.tsx'
import { enterByLink } from './ways-in.ts'

type Needs = AuthNeeds & { readonly auth: Auth; readonly limitRate: LimitRate; readonly isDemo: boolean }

/** Signing in by a link in a mail, and signing out. */
export function signInRoutes(routes: Routes, needs: Needs): void {
  const { auth, limitRate } = needs

  routes.get('/sign-in', may(everyone), async (c) => {
    rememberNext(c)
    if (c.get('actor')) return c.redirect(takeNext(c), 303)
    if (await accountOfRequest(needs, c.req.raw.headers)) return c.redirect('/memberships', 303)
    return signInPage(c, needs)
  })

  routes.post('/sign-in/links', may(everyone), limitRate(limits.mailsFromAddress), async (c) => {
    const form = await parseForm(c, linkForm)
    if (!form.ok) {
      const email = String(form.values.email ?? '')
      return signInPage(c, needs, { email, errors: errorTexts(c.get('t'), form.errors) }, 422)
    }
    const { email } = form.data
    await countFor(c, limitRate, limits.mailsToAccount, email)
    await inEqualTime(() => auth.api.signInMagicLink({ body: { email }, headers: c.req.raw.headers }))
    return c.redirect('/sign-in/links', 303)
  })

  routes.get('/sign-in/links', may(everyone), (c) => {
    const t = c.get('t')
    const title = t('identity.mailed.title')
    return plainPage(
      c,
      { title },
      <NoticePage title={title} text={t('identity.mailed.text', { minutes: linkMinutes })} />,
    )
  })

  routes.get('/sign-in/link', may(everyone), (c) => {
    const t = c.get('t')
    return plainPage(c, { title: t('identity.link.title') }, <LinkPage t={t} token={c.req.query('token') ?? ''} />)
  })

  routes.post('/sign-in/link', may(everyone), limitRate(limits.triesFromAddress), async (c) => {
    const form = await parseForm(c, tokenForm)
    const entry = form.ok ? await enterByLink(needs, form.data.token, c.req.raw.headers) : undefined
    if (entry?.kind !== 'entered') return usedLinkPage(c)
    await enterAnew(c, needs, entry.cookies, 'by mail link')
    return c.redirect(takeNext(c), 303)
  })

  routes.post('/sign-out', may(everyone), async (c) => {
    const left = await accountOfRequest(needs, c.req.raw.headers)
    const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true })
    passOn(c, headers.getSetCookie())
    // Not the storage: what a visitor has not sent yet is on the phone.
    c.header('Clear-Site-Data', '"cache"')
    const provider = left?.onlyMunicipalityId && (await openProviderOf(needs.owner, left.onlyMunicipalityId))
    return c.redirect(provider ? `/sign-in/provider/${provider.slug}/signed-out` : '/', 303)
  })
}

/** The link was used, is too old, or was never ours: the same page for all three. */
export function usedLinkPage(c: Ctx) {
  const t = c.get('t')
  const title = t('identity.link.over')
  const action = { href: '/sign-in', text: t('identity.link.again') }
  return plainPage(c, { title }, <NoticePage title={title} text={t('identity.link.overText')} action={action} />, 410)
}

type Again = { readonly email?: string; readonly errors?: Problems }
type Problems = readonly { readonly field?: string; readonly text: string }[]

/** The page of signing in, with every way there is here; again with what was wrong. */
export async function signInPage(c: Ctx, needs: Needs, { email, errors = [] }: Again = {}, status: 200 | 422 = 200) {
  const t = c.get('t')
  return plainPage(
    c,
    { title: t('identity.signIn.title') },
    <SignInPage
      t={t}
      email={email}
      errors={errors}
      passkeyOptions={await entryOptions(needs)}
      providers={await openProviders(needs.owner)}
      demo={needs.isDemo ? await demoMembers(needs.owner) : undefined}
    />,
    status,
  )
}
