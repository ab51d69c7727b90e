import { randomBytes } from 'node:crypto'
import { everyone } from '../../access/rule.ts'
import {
  type Ctx,
  cookieOf,
  dropCookie,
  type LimitRate,
  leaveCookie,
  may,
  notFound,
  plainPage,
  type Routes,
} from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { enterAnew } from '../cookies.ts'
import { limits } from '../sign-in/limits.ts'
import { takeNext } from '../sign-in/next-page.ts'
import { attemptMinutes, attemptOf, makeSeed } from './attempt.ts'
import { enterByProvider } from './enter-by-provider.ts'
import { type RefusalReason, vouchingOf } from './provider.ts'
import {
  claimsOf,
  type ProviderAccess,
  type ProviderProblem,
  signInAddress,
  signOutAddress,
} from './provider-client.ts'
import { type UsableProvider, usableProvider } from './provider-store.ts'
import { ProviderNotice } from './views/provider-notice.tsx'

type Needs = AuthNeeds & { readonly auth: Auth; readonly limitRate: LimitRate }

const cookie = 'provider'

/**
 * Signing in through the provider of a municipality. NOTE links, not forms: the content security policy lets a form lead nowhere
 * but here, and that holds for where its answer leads as well.
 */
export function providerRoutes(routes: Routes, needs: Needs): void {
  const { limitRate, secret, clock } = needs

  routes.get('/sign-in/provider/:municipality', may(everyone), limitRate(limits.providerFromAddress), async (c) => {
    const provider = await providerOf(c, needs)
    const seed = makeSeed(clock(), randomBytes(24))
    const attempt = attemptOf(secret, provider.municipalityId, seed, clock())
    if (!attempt) throw new Error('An attempt that begins now is not too old.')
    const address = await signInAddress(accessTo(needs, provider), attempt)
    if (address.kind === 'problem') return problemPage(c, provider, address.problem)
    leaveCookie(c, cookie, seed, { seconds: attemptMinutes * 60 })
    return c.redirect(address.answer.href, 303)
  })

  routes.get(
    '/sign-in/provider/:municipality/answer',
    may(everyone),
    limitRate(limits.providerFromAddress),
    async (c) => {
      const provider = await providerOf(c, needs)
      const attempt = attemptOf(secret, provider.municipalityId, cookieOf(c, cookie) ?? '', clock())
      // One answer to an attempt, whatever it is.
      dropCookie(c, cookie)
      if (!attempt) return problemPage(c, provider, 'refused')
      if (c.req.query('error') === 'access_denied') return c.redirect('/sign-in', 303)
      const access = accessTo(needs, provider)
      const claims = await claimsOf(access, attempt, new URL(new URL(c.req.url).search, access.returnTo))
      if (claims.kind === 'problem') return problemPage(c, provider, claims.problem)
      const entry = await enterByProvider(needs, provider, vouchingOf(claims.answer, provider), c.req.raw.headers)
      if (entry.kind === 'refused') return refusedPage(c, provider, entry.reason)
      await enterAnew(c, needs, entry.cookies, 'by provider')
      return c.redirect(takeNext(c), 303)
    },
  )

  routes.get('/sign-in/provider/:municipality/signed-out', may(everyone), async (c) => {
    const t = c.get('t')
    const { slug, name } = await providerOf(c, needs)
    return noticePage(c, 200, {
      title: t('identity.provider.signedOut'),
      text: t('identity.provider.signedOutText', { name }),
      actions: [
        { href: `/sign-in/provider/${slug}/sign-out`, text: t('identity.provider.signOutThere', { name }) },
        { href: '/sign-in', text: t('identity.signIn.title') },
      ],
    })
  })

  routes.get(
    '/sign-in/provider/:municipality/sign-out',
    may(everyone),
    limitRate(limits.providerFromAddress),
    async (c) => {
      const provider = await providerOf(c, needs)
      const there = await signOutAddress(accessTo(needs, provider), `${needs.address()}/sign-in`)
      return there ? c.redirect(there.href, 303) : problemPage(c, provider, 'silent')
    },
  )
}

async function providerOf(c: Ctx, { owner, vault }: Needs): Promise<UsableProvider> {
  return (
    (await usableProvider(owner, vault, c.req.param('municipality') ?? '')) ?? notFound('provider', 'of that place')
  )
}

/** Our side of a provider. Without encryption only while this installation itself runs without, so never in production. */
function accessTo({ address, isHttps, providersMayBeInside }: Needs, provider: UsableProvider): ProviderAccess {
  const { issuer, clientId, clientSecret, slug } = provider
  const returnTo = `${address()}/sign-in/provider/${slug}/answer`
  return { issuer, clientId, clientSecret, returnTo, mayBeHttp: !isHttps, mayBeInside: providersMayBeInside }
}

function problemPage(c: Ctx, { name, slug }: UsableProvider, problem: ProviderProblem) {
  const t = c.get('t')
  return noticePage(c, problem === 'refused' ? 400 : 502, {
    title: t('identity.provider.failed'),
    text: t(`identity.provider.problem.${problem}`, { name }),
    actions: [
      { href: `/sign-in/provider/${slug}`, text: t('identity.provider.again') },
      { href: '/sign-in', text: t('identity.code.otherWay') },
    ],
  })
}

function refusedPage(c: Ctx, { name, municipalityName }: UsableProvider, reason: RefusalReason) {
  const t = c.get('t')
  return noticePage(c, 403, {
    title: t('identity.provider.refused'),
    text: t(`identity.provider.reason.${reason}`, { name, municipality: municipalityName }),
    actions: [{ href: '/sign-in', text: t('identity.code.otherWay') }],
  })
}

function noticePage(c: Ctx, status: 200 | 400 | 403 | 502, notice: Parameters<typeof ProviderNotice>[0]) {
  return plainPage(c, { title: notice.title }, <ProviderNotice {...notice} />, status)
}
