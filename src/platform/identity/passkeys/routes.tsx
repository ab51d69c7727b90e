import { everyone, signedIn } from '../../access/rule.ts'
import {
  type Ctx,
  errorTexts,
  type FormErrors,
  type LimitRate,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  workplacePage,
} from '../../http/index.ts'
import type { Account } from '../accounts/account-store.ts'
import { accountInFull } from '../accounts/own-account.ts'
import { freshly } from '../accounts/sign-in-again.tsx'
import { mayGiveUp } from '../accounts/ways.ts'
import { waysOf } from '../accounts/ways-store.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { enterAnew } from '../cookies.ts'
import { countFor, limits } from '../sign-in/limits.ts'
import { queueChangeMail } from '../sign-in/mails.ts'
import { takeNext } from '../sign-in/next-page.ts'
import { signInPage } from '../sign-in/routes.tsx'
import { addingForm, entryForm, nameForm } from './forms.ts'
import { passkeysOf, removePasskey, renamePasskey } from './passkey-store.ts'
import { accountOfPasskey, addingOptions, keepPasskey } from './passkeys.ts'
import { PasskeyPage, PasskeysPage } from './views/passkeys-page.tsx'

type Needs = AuthNeeds & { readonly auth: Auth; readonly limitRate: LimitRate; readonly isDemo: boolean }

/** Entering with a passkey. The question stands on the page of signing in. */
export function passkeyEntryRoutes(routes: Routes, needs: Needs): void {
  const { auth, limitRate } = needs

  routes.post('/sign-in/passkey', may(everyone), limitRate(limits.triesFromAddress), async (c) => {
    const form = await parseForm(c, entryForm)
    const accountId = form.ok ? await accountOfPasskey(needs, form.data.credential) : undefined
    if (!accountId) {
      const errors = [{ text: c.get('t')('identity.passkeys.unknown') }]
      return signInPage(c, needs, { errors }, 422)
    }
    const entered = await auth.api.enter({ body: { accountId }, headers: c.req.raw.headers, returnHeaders: true })
    await enterAnew(c, needs, entered.headers.getSetCookie(), 'by passkey')
    return c.redirect(takeNext(c), 303)
  })
}

/** One's passkeys: adding, naming, removing. */
export function passkeyRoutes(routes: Routes, needs: Needs): void {
  const { owner, limitRate } = needs

  routes.get('/account/passkeys', may(signedIn), freshly(needs), async (c) =>
    listPage(needs, c, await accountInFull(c, needs)),
  )

  routes.post('/account/passkeys', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    await countFor(c, limitRate, limits.changesOfAccount, account.email)
    const form = await parseForm(c, addingForm)
    const name = String(form.values.name ?? '')
    if (!form.ok) return listPage(needs, c, account, { name, errors: form.errors })
    const unheld = [{ field: 'name', key: 'identity.passkeys.error.noAnswer', values: {} }]
    if (!(await keepPasskey(needs, account, form.data))) return listPage(needs, c, account, { name, errors: unheld })
    leaveFlash(c, 'identity.passkeys.added')
    return c.redirect('/account/passkeys', 303)
  })

  routes.get('/account/passkeys/:id', may(signedIn), freshly(needs), async (c) =>
    onePage(needs, c, await accountInFull(c, needs)),
  )

  routes.post('/account/passkeys/:id', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    const form = await parseForm(c, nameForm)
    if (!form.ok) return onePage(needs, c, account, { name: String(form.values.name ?? ''), errors: form.errors })
    const id = c.req.param('id') ?? ''
    if (!(await renamePasskey(owner, account.id, id, form.data.name))) return notFound('passkey', id)
    leaveFlash(c, 'identity.passkeys.renamed')
    return c.redirect('/account/passkeys', 303)
  })

  routes.post('/account/passkeys/:id/ending', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    if (!mayGiveUp(await waysOf(owner, account), 'passkey')) return onePage(needs, c, account, { isNeeded: true })
    const id = c.req.param('id') ?? ''
    if (!(await removePasskey(owner, account.id, id))) return notFound('passkey', id)
    await queueChangeMail(needs, account.email)
    leaveFlash(c, 'identity.passkeys.removed')
    return c.redirect('/account/passkeys', 303)
  })
}

async function listPage(needs: Needs, c: Ctx, account: Account, again: { name?: string; errors?: FormErrors } = {}) {
  const t = c.get('t')
  const passkeys = await passkeysOf(needs.owner, account.id)
  const options = await addingOptions(needs, account)
  const errors = errorTexts(t, again.errors ?? [])
  return workplacePage(
    c,
    { title: t('identity.passkeys.title') },
    <PasskeysPage t={t} passkeys={passkeys} options={options} name={again.name} errors={errors} />,
    errors.length > 0 ? 422 : 200,
  )
}

async function onePage(needs: Needs, c: Ctx, account: Account, again: Again = {}) {
  const t = c.get('t')
  const { name, errors = [], isNeeded = false } = again
  const id = c.req.param('id') ?? ''
  const passkey = (await passkeysOf(needs.owner, account.id)).find((one) => one.id === id) ?? notFound('passkey', id)
  const texts = errorTexts(t, errors)
  return workplacePage(
    c,
    { title: passkey.name },
    <PasskeyPage t={t} passkey={passkey} name={name ?? passkey.name} errors={texts} isNeeded={isNeeded} />,
    isNeeded ? 409 : texts.length > 0 ? 422 : 200,
  )
}

type Again = { readonly name?: string; readonly errors?: FormErrors; readonly isNeeded?: boolean }
