import { roles } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { type Provider, type ProviderProblem, providerHere } from '../../../platform/identity/index.ts'
import { administer } from '../access.ts'
import { keepProvider } from './actions.ts'
import { providerForm, roleField } from './forms.ts'
import { ProviderPage } from './provider-page.tsx'

type Needs = {
  readonly transact: Transact
  readonly address: () => string
  readonly isHttps: boolean
  readonly providersMayBeInside: boolean
}

const path = '/admin/provider'

/** The provider through which colleagues of this municipality may enter. */
export function providerRoutes(routes: Routes, needs: Needs): void {
  const { transact, address, isHttps, providersMayBeInside: mayBeInside } = needs
  const mayBeHttp = !isHttps
  const returnTo = (c: Ctx) => `${address()}/sign-in/provider/${municipalityOf(c).slug}/answer`

  routes.get(path, may(administer), async (c) => {
    const provider = await transact(staffOf(c), providerHere)
    return page(c, filledForm(c.get('t'), valuesOf(provider)), provider?.version ?? 0)
  })

  routes.post(path, may(administer), async (c) => {
    const t = c.get('t')
    const isFirst = (await transact(staffOf(c), providerHere)) === undefined
    const form = await parseForm(c, providerForm({ mayBeHttp, isFirst }))
    if (!form.ok) return page(c, filledForm(t, form.values, form.errors), Number(form.values.version) || 0, 422)
    const saving = await keepProvider({ transact, mayBeHttp, mayBeInside }, staffOf(c), returnTo(c), form.data)
    if (saving.kind === 'unusable')
      return page(c, filledForm(t, form.values, unusable(saving.problem)), form.data.version, 422)
    if (saving.kind === 'stale') return page(c, filledForm(t, valuesOf(saving.now)), saving.now?.version ?? 0, 409)
    leaveFlash(c, 'municipalities.provider.saved')
    return c.redirect(path, 303)
  })

  function page(c: Ctx, form: FilledForm, version: number, status: 200 | 409 | 422 = 200) {
    const t = c.get('t')
    return workplacePage(
      c,
      { title: t('municipalities.provider.title') },
      <ProviderPage
        t={t}
        form={form}
        version={version}
        returnTo={returnTo(c)}
        afterSignOut={`${address()}/sign-in`}
        isStale={status === 409}
      />,
      status,
    )
  }
}

const unusable = (problem: ProviderProblem): FormErrors => [
  { field: 'issuer', key: `municipalities.provider.error.${problem === 'refused' ? 'unfit' : problem}`, values: {} },
]

function valuesOf(provider: Provider | undefined): FormValues {
  if (!provider) return {}
  const { name, issuer, clientId, roleClaim, roleValues, isOn } = provider
  const valuesFor = roles.map((role) => [
    roleField(role),
    roleValues.flatMap((one) => (one.role === role ? [one.value] : [])).join(', '),
  ])
  return {
    name,
    issuer,
    clientId,
    roleClaim: roleClaim ?? '',
    isOn: isOn ? 'yes' : '',
    ...Object.fromEntries(valuesFor),
  }
}
