import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { directionOf } from '../../../platform/messages/index.ts'
import { workOnCases } from '../access.ts'
import { caseIdOf } from '../case-part-page.ts'
import { casePath, problemText } from '../cases/views/case-frame.tsx'
import { checkWords } from '../rights-check/check-words.ts'
import { rules } from '../rights-check/rules.ts'
import { sentencesIn } from '../rights-check/sentences.ts'
import { keepCheck } from './actions.ts'
import { keepForm } from './forms.ts'
import { placeOn } from './place.ts'
import { queryOf, questionsLanguage } from './questions-language.ts'
import { canBe, toldIn } from './running.ts'
import { readRunning } from './running-reading.ts'
import { RunningPage } from './views/running-page.tsx'
import { WhoPage } from './views/who-page.tsx'

type Needs = { readonly transact: Transact }

/** The questions at the table: what is told travels in the form and is written nowhere until the person agrees to keep it. */
export function questionRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/cases/:id/rights/questions', may(workOnCases), (c) => runningPage(c, transact, {}))

  routes.post('/cases/:id/rights/questions', may(workOnCases), async (c) => {
    const { values } = await parseForm(c, z.object({}))
    return runningPage(c, transact, values)
  })

  routes.post('/cases/:id/rights/checks', may(workOnCases), async (c) => {
    const form = await parseForm(c, keepForm)
    const { values } = form
    const again = { ...values, do: 'show' }
    if (!form.ok) return runningPage(c, transact, again, { errors: form.errors, status: 422 })
    const told = toldIn({ told: form.data.told })
    const result = await transact(staffOf(c), async (tx) => {
      const place = await placeOn(tx, c)
      return told && canBe(rules(), told, place) ? keepCheck(tx, caseIdOf(c), { ...form.data, told }, place) : null
    })
    if (!result) return runningPage(c, transact, {}, { status: 422 })
    if (result.kind !== 'done') {
      const problem = result.kind === 'stale' ? 'stale' : result.reason
      return runningPage(c, transact, again, { problem, status: 409 })
    }
    leaveFlash(c, 'guidance.done.rightsKept')
    return c.redirect(`${casePath(caseIdOf(c), 'rights')}/checks/${form.data.id}`, 303)
  })
}

/** Why a check was not kept. */
type Refused = { readonly errors?: FormErrors; readonly problem?: string; readonly status: 409 | 422 }

async function runningPage(c: Ctx, transact: Transact, sent: FormValues, refused?: Refused): Promise<Response> {
  const t = c.get('t')
  const { head, known, step, ...shown } = await transact(staffOf(c), (tx) => readRunning(tx, c, sent))
  const title = t('guidance.caseRights.title')
  const query = queryOf(c)
  if (step.kind === 'who') {
    const isWrong = step.wrong.length > 0 || step.isImpossible
    const back = casePath(caseIdOf(c), 'rights')
    const content = <WhoPage t={t} step={step} action={`${back}/questions${query}`} back={back} known={known} />
    return workplacePage(c, { title }, content, refused?.status ?? (isWrong ? 422 : 200))
  }
  const isWrong = step.problem !== undefined || (step.kind === 'question' && step.problems.length > 0)
  const language = questionsLanguage(c)
  return workplacePage(
    c,
    { title },
    <RunningPage
      {...shown}
      t={t}
      words={checkWords(sentencesIn(language), language)}
      direction={directionOf(language)}
      model={rules().model}
      caseId={caseIdOf(c)}
      query={query}
      step={step}
      keep={{
        form: filledForm(t, refused ? sent : {}, refused?.errors),
        problem: refused?.problem && problemText(t, head, refused.problem),
        // Whoever only mends a field still says what they saw; whoever is told that another was first goes on from there.
        version: String((refused?.errors && sent.version) ?? head.care.version),
        id: String((refused && sent.id) ?? uuidv7()),
      }}
    />,
    refused?.status ?? (isWrong ? 422 : 200),
  )
}
