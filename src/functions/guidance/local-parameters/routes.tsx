import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { keepLocalParameters } from '../access.ts'
import { correctValue, type Entering, enterValue, removeValue } from './actions.ts'
import { correctionForm, enteredIn, newValueForm, removalForm, valuesOf } from './forms.ts'
import { isLocalParameter, type LocalParameter } from './local-parameter.ts'
import { type LocalRow, localRows } from './local-parameter-store.ts'
import { CorrectionPage } from './views/correction-page.tsx'
import { localPath } from './views/local-words.ts'
import { ParameterPage } from './views/parameter-page.tsx'
import { ParametersPage } from './views/parameters-page.tsx'

type Needs = { readonly transact: Transact }

export const localParametersNavigation: readonly NavigationEntry[] = [
  { href: '/local-rights', label: 'guidance.local.short', icon: 'file-text', rule: keepLocalParameters },
]

/** How a form is shown again: what was typed and what is wrong with it. */
type Shown = { readonly values: FormValues; readonly errors: FormErrors }

/** What a municipality decides itself about rights: looking, entering a value from a day on, correcting and removing one. */
export function localParameterRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/local-rights', may(keepLocalParameters), async (c) => {
    const t = c.get('t')
    const rows = await transact(staffOf(c), (tx) => localRows(tx))
    return workplacePage(c, { title: t('guidance.local.title') }, <ParametersPage t={t} rows={rows} />)
  })

  routes.get('/local-rights/:parameter', may(keepLocalParameters), (c) => parameterPage(needs, c))

  routes.post('/local-rights/:parameter', may(keepLocalParameters), async (c) => {
    const parameter = parameterIn(c)
    const form = await parseForm(c, newValueForm(parameter))
    if (!form.ok) return parameterPage(needs, c, form)
    const { id } = form.data
    const entering = await enterValue(needs, staffOf(c), { id, parameter, ...enteredIn(form.data) })
    if (entering.kind === 'sameDay') return parameterPage(needs, c, { values: form.values, errors: sameDay })
    leaveFlash(c, 'guidance.done.saved')
    return c.redirect(localPath(parameter), 303)
  })

  routes.get('/local-rights/:parameter/:value', may(keepLocalParameters), (c) => correctionPage(needs, c))

  routes.post('/local-rights/:parameter/:value', may(keepLocalParameters), async (c) => {
    const row = await rowIn(needs, c)
    const form = await parseForm(c, correctionForm(row.parameter))
    if (!form.ok) return correctionPage(needs, c, form)
    const corrected = { ...row, ...enteredIn(form.data), version: form.data.version }
    const entering = await correctValue(needs, staffOf(c), corrected)
    if (entering.kind === 'sameDay') return correctionPage(needs, c, { values: form.values, errors: sameDay })
    return afterwards(c, row, entering, form.values)
  })

  routes.post('/local-rights/:parameter/:value/removal', may(keepLocalParameters), async (c) => {
    const row = await rowIn(needs, c)
    const form = await parseForm(c, removalForm)
    if (!form.ok) return correctionPage(needs, c, { values: {}, errors: form.errors })
    return afterwards(c, row, await removeValue(needs, staffOf(c), row.id, form.data.version))
  })
}

async function parameterPage(needs: Needs, c: Ctx, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const parameter = parameterIn(c)
  const rows = await needs.transact(staffOf(c), (tx) => localRows(tx, parameter))
  const id = [shown?.values.id ?? uuidv7()].flat()[0]
  const form = filledForm(t, { validFrom: t.today, ...shown?.values, id }, shown?.errors)
  const page = <ParameterPage t={t} parameter={parameter} rows={rows} form={form} />
  return workplacePage(c, { title: t(`guidance.local.name.${parameter}`) }, page, shown ? 422 : 200)
}

async function correctionPage(needs: Needs, c: Ctx, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const row = await rowIn(needs, c)
  const form = filledForm(t, { ...valuesOf(row), ...shown?.values }, shown?.errors)
  const page = <CorrectionPage t={t} row={row} form={form} />
  return workplacePage(c, { title: t(`guidance.local.name.${row.parameter}`) }, page, shown ? 422 : 200)
}

async function rowIn(needs: Needs, c: Ctx): Promise<LocalRow> {
  const parameter = parameterIn(c)
  const id = c.req.param('value') ?? ''
  const rows = await needs.transact(staffOf(c), (tx) => localRows(tx, parameter))
  return rows.find((row) => row.id === id) ?? notFound('local value', id)
}

function parameterIn(c: Ctx): LocalParameter {
  const name = c.req.param('parameter') ?? ''
  return isLocalParameter(name) ? name : notFound('local parameter', name)
}

function afterwards(c: Ctx, { id, parameter }: LocalRow, { kind }: Entering, typed?: FormValues): Response {
  const now = localPath(parameter)
  if (kind === 'gone') notFound('local value', id)
  if (kind === 'stale') changedMeanwhile({ subject: { type: 'localValue', id }, now, typed })
  leaveFlash(c, 'guidance.done.saved')
  return c.redirect(now, 303)
}

const sameDay: FormErrors = [{ field: 'validFrom', key: 'guidance.local.error.sameDay', values: {} }]
