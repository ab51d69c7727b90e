import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
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
import { workOnCases } from '../access.ts'
import { caseIdOf } from '../case-part-page.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseHead } from '../cases/case-page.ts'
import { casePath, caseTitle } from '../cases/views/case-frame.tsx'
import { followByHand, followedRightFor, noteOutcome, setTerm } from './actions.ts'
import { isOpen, type Standing } from './followed-right.ts'
import { type FollowedRight, followedRightsOf } from './followed-right-store.ts'
import { additionForm, outcomeForm, standingIn, termForm } from './forms.ts'
import { rightChoices } from './right-words.ts'
import { FollowedPage } from './views/followed-page.tsx'
import { FollowedRightPage } from './views/followed-right-page.tsx'

type Needs = { readonly transact: Transact }

/** How a page is shown again: what was typed, what is wrong with it, or why it did not go through. */
type Shown = {
  readonly values?: FormValues
  readonly errors?: FormErrors
  readonly problem?: string
  readonly status?: 409 | 422
}

/** What became of each right of a case. */
export function followedRightRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/cases/:id/rights/followed', may(workOnCases), (c) => followedPage(c, transact))

  routes.post('/cases/:id/rights/followed', may(workOnCases), async (c) => {
    const form = await parseForm(c, additionForm)
    const { values } = form
    if (!form.ok) return followedPage(c, transact, { values, errors: form.errors, status: 422 })
    const result = await transact(staffOf(c), (tx) => followByHand(tx, caseIdOf(c), form.data))
    if (result.kind !== 'done') return followedPage(c, transact, { values, ...refusal(result) })
    leaveFlash(c, 'guidance.done.rightFollowed')
    return c.redirect(listPath(c), 303)
  })

  const path = '/cases/:id/rights/followed/:followed'
  routes.get(path, may(workOnCases), (c) => rightPage(c, transact))

  routes.post(`${path}/outcome`, may(workOnCases), async (c) => {
    const form = await parseForm(c, outcomeForm)
    const { values } = form
    if (!form.ok) return rightPage(c, transact, { values, errors: form.errors, status: 422 })
    const { version, words = null, from } = form.data
    const outcome = { standing: standingIn(form.data), words }
    const result = await transact(staffOf(c), (tx) => noteOutcome(tx, caseIdOf(c), seen(c, version), outcome))
    if (result.kind !== 'done') return rightPage(c, transact, { values, ...refusal(result) })
    leaveFlash(c, 'guidance.done.saved')
    return c.redirect(from === 'closing' ? casePath(caseIdOf(c), 'closing') : listPath(c), 303)
  })

  routes.post(`${path}/term`, may(workOnCases), async (c) => {
    const form = await parseForm(c, termForm)
    const { values } = form
    if (!form.ok) return rightPage(c, transact, { values, errors: form.errors, status: 422 })
    const { version, ...term } = form.data
    const result = await transact(staffOf(c), (tx) => setTerm(tx, caseIdOf(c), seen(c, version), term))
    if (result.kind !== 'done') return rightPage(c, transact, { values, ...refusal(result) })
    leaveFlash(c, 'guidance.done.saved')
    return c.redirect(listPath(c), 303)
  })
}

async function followedPage(c: Ctx, transact: Transact, shown: Shown = {}): Promise<Response> {
  const t = c.get('t')
  const { head, rights } = await transact(staffOf(c), async (tx) => {
    const head = await caseHead(tx, caseIdOf(c), 'rights followed')
    return { head, rights: await followedRightsOf(tx, head.care.id) }
  })
  const open = new Set(rights.filter(({ standing }) => isOpen(standing.state)).map(({ rightId }) => rightId))
  return workplacePage(
    c,
    { title: caseTitle(t, head.care.title) },
    <FollowedPage
      t={t}
      head={head}
      rights={rights}
      choices={rightChoices(municipalityOf(c).jurisdiction, t.language, open)}
      form={filledForm(t, { ...shown.values, id: uuidv7() }, shown.errors)}
      problem={shown.problem}
    />,
    shown.status,
  )
}

async function rightPage(c: Ctx, transact: Transact, shown: Shown = {}): Promise<Response> {
  const t = c.get('t')
  const { head, right } = await transact(staffOf(c), async (tx) => {
    const head = await caseHead(tx, caseIdOf(c), 'rights followed')
    return { head, right: await followedRightFor(tx, head.care.id, c.req.param('followed') ?? '') }
  })
  // Whoever is told that another was first goes on from what stands now; whoever only mends a field has not seen that yet.
  const version = shown.problem ? undefined : shown.values?.version
  const values = { ...valuesOf(right), ...shown.values, version: version ?? String(right.version) }
  return workplacePage(
    c,
    { title: caseTitle(t, head.care.title) },
    <FollowedRightPage
      t={t}
      head={head}
      right={right}
      form={filledForm(t, values, shown.errors)}
      from={String(shown.values?.from ?? c.req.query('from') ?? '') || undefined}
      problem={shown.problem}
    />,
    shown.status,
  )
}

/** The form as the right stands now. */
function valuesOf({ standing, words, askBy }: FollowedRight): FormValues {
  return { state: standing.state, words: words ?? '', askBy: askBy ?? '', ...dayValues(standing) }
}

function dayValues(standing: Standing): FormValues {
  switch (standing.state) {
    case 'asked':
      return { askedOn: standing.askedOn }
    case 'granted': {
      const { askedOn, answeredOn, obtained } = standing
      const amount = obtained ? (obtained.cents / 100).toFixed(2).replace('.', ',') : ''
      return { askedOn: askedOn ?? '', answeredOn, amount, per: obtained?.per ?? '' }
    }
    case 'refused':
      return { askedOn: standing.askedOn ?? '', answeredOn: standing.answeredOn, refusalReason: standing.refusalReason }
    default:
      return {}
  }
}

const refusal = (result: Exclude<Result<string>, { kind: 'done' }>): Shown => ({
  problem: result.kind === 'stale' ? 'stale' : result.reason,
  status: 409,
})
const seen = (c: Ctx, version: number) => ({ followedId: c.req.param('followed') ?? '', version })
const listPath = (c: Ctx): string => `${casePath(caseIdOf(c), 'rights')}/followed`
