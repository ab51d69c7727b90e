import type { IsoDate } from '@meernet/calendar'
import type { Told } from '@meernet/rights-engine'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormValues,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { workOnCases } from '../access.ts'
import { type CasePart, caseIdOf, casePartPage } from '../case-part-page.ts'
import { isIdentifier, readCase } from '../cases/case-reading.ts'
import { rules } from '../rights-check/rules.ts'
import { type Comparison, compare, type Side, sideKept, sideOn } from './comparison.ts'
import { anotherDayForm, twoChecksForm } from './forms.ts'
import { type CheckInHistory, keptCheckById } from './kept-check-store.ts'
import { placeOn } from './place.ts'
import { queryOf } from './questions-language.ts'
import { canBe, toldIn } from './running.ts'
import { ComparisonPage } from './views/comparison-page.tsx'

type Needs = { readonly transact: Transact; readonly rightsPart: CasePart<readonly CheckInHistory[]> }

/**
 * Two days, or two kept checks, held against each other. A form that is posted, because a day may be a birthday, and answers
 * belong in no address; it changes nothing and keeps nothing.
 */
export function comparisonRoutes(routes: Routes, needs: Needs): void {
  routes.post('/cases/:id/rights/comparison', may(workOnCases), async (c) => {
    const { values } = await parseForm(c, anotherDayForm)
    return values.first === undefined ? anotherDay(c, needs, values) : twoChecks(c, needs)
  })
}

async function twoChecks(c: Ctx, { transact, rightsPart }: Needs): Promise<Response> {
  const form = await parseForm(c, twoChecksForm)
  if (!form.ok) return casePartPage(c, transact, rightsPart, { values: form.values, errors: form.errors, status: 422 })
  const { first, second } = form.data
  const [before, after] = await transact(staffOf(c), async (tx) => {
    await readCase(tx, caseIdOf(c), 'rights')
    const kept = async (id: string) => (await keptCheckById(tx, caseIdOf(c), id)) ?? notFound('kept rights check', id)
    const both = [await kept(first), await kept(second)] as const
    return both[0].at <= both[1].at ? both : ([both[1], both[0]] as const)
  })
  return comparisonPage(c, { kind: 'checks', comparison: compare(sideKept(before), sideKept(after)), answers: null })
}

async function anotherDay(c: Ctx, { transact }: Needs, values: FormValues): Promise<Response> {
  const form = await parseForm(c, anotherDayForm)
  const { answers, sides } = await transact(staffOf(c), async (tx) => {
    const answers = (await answersOf(tx, c, values)) ?? notFound('answers of a rights check', 'that were kept')
    return { answers, sides: form.ok ? await sidesOf(tx, c, answers, form.data.on) : null }
  })
  const { told, hidden } = answers
  const shown = { kind: 'days' as const, answers: { told, hidden }, typed: String(values.on ?? '') }
  if (sides) return comparisonPage(c, { ...shown, comparison: compare(...sides) })
  const error = form.ok ? 'guidance.caseRights.day.impossible' : 'form.error.date'
  return comparisonPage(c, { ...shown, comparison: null, error })
}

/** Both days, each with the law and the own decisions of the municipality on it; null where the household cannot be. */
async function sidesOf(tx: Tx, c: Ctx, { told, agesOn }: Answers, on: IsoDate): Promise<readonly [Side, Side] | null> {
  const [first, second] = [await placeOn(tx, c, agesOn), await placeOn(tx, c, on)]
  if (!canBe(rules(), told, second, agesOn)) return null
  return [sideOn(rules(), told, agesOn, first), sideOn(rules(), told, agesOn, second)]
}

type Answers = { readonly told: Told; readonly agesOn: IsoDate; readonly hidden: Readonly<Record<string, string>> }

/** The answers to look at on another day: those that travel in the form, or those that a kept check still has. */
async function answersOf(tx: Tx, c: Ctx, values: FormValues): Promise<Answers | null> {
  await readCase(tx, caseIdOf(c), 'rights')
  const today = c.get('t').today
  const told = toldIn(values)
  if (told && canBe(rules(), told, await placeOn(tx, c)))
    return { told, agesOn: today, hidden: { told: JSON.stringify(told) } }
  const { check: id } = values
  const check = typeof id === 'string' && isIdentifier(id) ? await keptCheckById(tx, caseIdOf(c), id) : undefined
  return check?.told ? { told: check.told, agesOn: check.checkedOn, hidden: { check: check.id } } : null
}

type Shown = {
  readonly kind: 'days' | 'checks'
  readonly comparison: Comparison | null
  readonly answers: Pick<Answers, 'told' | 'hidden'> | null
  readonly typed?: string
  readonly error?: string
}

function comparisonPage(c: Ctx, { error, ...shown }: Shown): Response {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t(`guidance.caseRights.difference.title.${shown.kind}`) },
    <ComparisonPage
      t={t}
      model={rules().model}
      caseId={caseIdOf(c)}
      query={queryOf(c)}
      error={error && t(error)}
      {...shown}
    />,
    error ? 422 : 200,
  )
}
