import { signedIn } from '../../access/rule.ts'
import {
  type Ctx,
  errorTexts,
  type FormErrors,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { phonesOf } from '../devices/phone-store.ts'
import { accountOfRequest } from '../sessions/session-of.ts'
import { endSession, endSessions, sessionsOf } from '../sessions/session-store.ts'
import { queueChangeMail } from '../sign-in/mails.ts'
import { type Account, hasPassword, saveAccount } from './account-store.ts'
import { profileForm } from './forms.ts'
import { accountInFull, ownAccount } from './own-account.ts'
import { freshly } from './sign-in-again.tsx'
import { AccountPage } from './views/account-page.tsx'
import { mayGiveUp } from './ways.ts'
import { setOpensByMail, waysOf } from './ways-store.ts'

type Needs = AuthNeeds & { readonly auth: Auth; readonly isDemo: boolean }

/** One's own account: name and language, ways to sign in, and where one is signed in. */
export function accountRoutes(routes: Routes, needs: Needs): void {
  const { owner } = needs

  routes.get('/account', may(signedIn), async (c) => page(needs, c, await ownAccount(c, needs)))

  routes.post('/account', may(signedIn), async (c) => {
    const account = await ownAccount(c, needs)
    const form = await parseForm(c, profileForm)
    if (!form.ok) {
      const { name, language } = form.values
      return page(needs, c, account, { name: String(name ?? ''), language: String(language ?? '') }, form.errors)
    }
    await saveAccount(owner, account.id, form.data)
    leaveFlash(c, 'identity.account.saved')
    return c.redirect('/account', 303)
  })

  routes.post('/account/sessions/ending', may(signedIn), freshly(needs), async (c) => {
    await endSessions(owner, staffOf(c).userId)
    return c.redirect('/sign-in', 303)
  })

  routes.post('/account/sessions/:id/ending', may(signedIn), freshly(needs), async (c) => {
    await endSession(owner, staffOf(c).userId, c.req.param('id') ?? '')
    leaveFlash(c, 'identity.sessions.ended')
    return c.redirect('/account', 303)
  })

  routes.post('/account/mail-links/ending', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    if (!mayGiveUp(await waysOf(owner, account), 'mail')) return page(needs, c, account)
    await setOpensByMail(owner, account.id, false)
    await queueChangeMail(needs, account.email)
    leaveFlash(c, 'identity.ways.mail.isShut')
    return c.redirect('/account', 303)
  })

  routes.post('/account/mail-links/opening', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    await setOpensByMail(owner, account.id, true)
    await queueChangeMail(needs, account.email)
    leaveFlash(c, 'identity.ways.mail.isOpen')
    return c.redirect('/account', 303)
  })
}

async function page(
  needs: Needs,
  c: Ctx,
  account: Account,
  values: { readonly name: string; readonly language: string } = account,
  errors: FormErrors = [],
) {
  const t = c.get('t')
  const { owner, clock } = needs
  const current = await accountOfRequest(needs, c.req.raw.headers)
  return workplacePage(
    c,
    { title: t('identity.account.title') },
    <AccountPage
      t={t}
      account={account}
      values={values}
      errors={errorTexts(t, errors)}
      hasPassword={await hasPassword(owner, account.id)}
      ways={await waysOf(owner, account)}
      isOfProvider={current?.onlyMunicipalityId !== undefined}
      sessions={await sessionsOf(owner, account.id, clock())}
      phones={await phonesOf(owner, account.id)}
      secrecy={current?.chosen}
      currentSessionId={current?.sessionId}
      hasOtherMemberships={c.get('session')?.hasOtherMemberships ?? false}
      isDemo={needs.isDemo}
    />,
    errors.length > 0 ? 422 : 200,
  )
}
