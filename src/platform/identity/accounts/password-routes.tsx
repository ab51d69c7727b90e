import QRCode from 'qrcode'
import { signedIn } from '../../access/rule.ts'
import {
  type Ctx,
  errorTexts,
  type LimitRate,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  workplacePage,
} from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { passOn } from '../cookies.ts'
import { countFor, limits } from '../sign-in/limits.ts'
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  renewBackupCodes,
} from './account-actions.ts'
import { type Account, hasPassword } from './account-store.ts'
import { firstCodeForm, passwordForm, proofForm } from './forms.ts'
import { accountInFull } from './own-account.ts'
import { passwordFields } from './password.ts'
import { freshly } from './sign-in-again.tsx'
import { BackupCodesPage, EnrolPage, FirstCodePage } from './views/enrol-pages.tsx'
import { OwnPasswordPage } from './views/own-password-page.tsx'
import { SecondFactorPage } from './views/second-factor-page.tsx'
import { mayGiveUp } from './ways.ts'
import { waysOf } from './ways-store.ts'

type Needs = AuthNeeds & { readonly auth: Auth; readonly limitRate: LimitRate }

/** Choosing or changing one's password. */
export function ownPasswordRoutes(routes: Routes, needs: Needs): void {
  routes.get('/account/password', may(signedIn), freshly(needs), async (c) => page(c, await accountInFull(c, needs)))

  routes.post('/account/password', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    await countFor(c, needs.limitRate, limits.changesOfAccount, account.email)
    const form = await parseForm(c, passwordForm, passwordFields)
    const t = c.get('t')
    if (!form.ok) return page(c, account, errorTexts(t, form.errors))
    const change = await changePassword(needs, account, form.data, c.req.raw.headers)
    if (change.kind === 'refused')
      return page(c, account, [{ field: change.field, text: t(`identity.password.problem.${change.reason}`) }])
    leaveFlash(c, 'identity.password.changed')
    return c.redirect(account.hasSecondFactor ? '/account' : '/account/second-factor', 303)
  })

  async function page(c: Ctx, account: Account, errors: Problems = []) {
    const t = c.get('t')
    const isFirst = !(await hasPassword(needs.owner, account.id))
    const title = t(isFirst ? 'identity.password.choose' : 'identity.password.change')
    return workplacePage(
      c,
      { title },
      <OwnPasswordPage t={t} title={title} isFirst={isFirst} errors={errors} />,
      errors.length > 0 ? 422 : 200,
    )
  }
}

/** The second factor: an app that makes codes, and backup codes for when the phone is gone. */
export function secondFactorRoutes(routes: Routes, needs: Needs): void {
  routes.get('/account/second-factor', may(signedIn), freshly(needs), async (c) =>
    page(c, await accountInFull(c, needs)),
  )

  routes.post('/account/second-factor', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    const enrolment = await withPassword(c, account, (password) =>
      beginSecondFactor(needs, password, c.req.raw.headers),
    )
    if (!enrolment) return page(c, account, c.get('t')('identity.password.problem.wrong'))
    return enrolPage(c, enrolment)
  })

  routes.post('/account/second-factor/verification', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    await countFor(c, needs.limitRate, limits.changesOfAccount, account.email)
    const form = await parseForm(c, firstCodeForm)
    const cookies = form.ok && (await confirmSecondFactor(needs, account, form.data.code, c.req.raw.headers))
    if (!cookies) return firstCodePage(c)
    passOn(c, cookies)
    leaveFlash(c, 'identity.second.on')
    return c.redirect('/account', 303)
  })

  routes.post('/account/second-factor/backup-codes', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    const codes = await withPassword(c, account, (password) => renewBackupCodes(needs, password, c.req.raw.headers))
    if (!codes) return page(c, account, c.get('t')('identity.password.problem.wrong'))
    const t = c.get('t')
    return workplacePage(c, { title: t('identity.second.codes') }, <BackupCodesPage t={t} codes={codes} />)
  })

  routes.post('/account/second-factor/ending', may(signedIn), freshly(needs), async (c) => {
    const account = await accountInFull(c, needs)
    if (!mayGiveUp(await waysOf(needs.owner, account), 'passwordAndCode'))
      return page(c, account, c.get('t')('identity.ways.needed'))
    const cookies = await withPassword(c, account, (password) =>
      endSecondFactor(needs, account, password, c.req.raw.headers),
    )
    if (!cookies) return page(c, account, c.get('t')('identity.password.problem.wrong'))
    passOn(c, cookies)
    leaveFlash(c, 'identity.second.off')
    return c.redirect('/account', 303)
  })

  /** Runs `act` with the password that was typed; undefined without one or when it is wrong. */
  async function withPassword<Answer>(
    c: Ctx,
    { email }: Account,
    act: (password: string) => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    await countFor(c, needs.limitRate, limits.changesOfAccount, email)
    const form = await parseForm(c, proofForm, passwordFields)
    return form.ok ? act(form.data.password) : undefined
  }
}

type Problems = readonly { readonly field: string; readonly text: string }[]

function page(c: Ctx, account: Account, error?: string) {
  const t = c.get('t')
  const title = t('identity.second.title')
  const isOn = account.hasSecondFactor
  return workplacePage(c, { title }, <SecondFactorPage t={t} isOn={isOn} error={error} />, error ? 422 : 200)
}

/** NOTE not kept and not repeated: whoever loses this page begins again. */
function enrolPage(c: Ctx, { uri, backupCodes }: { readonly uri: string; readonly backupCodes: readonly string[] }) {
  const t = c.get('t')
  const key = new URL(uri).searchParams.get('secret') ?? ''
  const content = <EnrolPage t={t} modules={modulesOf(uri)} secretKey={key} backupCodes={backupCodes} />
  return workplacePage(c, { title: t('identity.second.title') }, content)
}

function firstCodePage(c: Ctx) {
  const t = c.get('t')
  const title = t('identity.second.title')
  return workplacePage(c, { title }, <FirstCodePage t={t} error={t('identity.code.wrong')} />, 422)
}

/** The dark modules of a QR code, row by row. */
function modulesOf(text: string): readonly (readonly boolean[])[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1),
  )
}
