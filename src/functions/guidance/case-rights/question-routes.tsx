import type { Outcome, Told } from '@meernet/rights-engine'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
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
import { directionOf } from '../../../platform/messages/index.ts'
import { householdOf } from '../../../registers/people/index.ts'
import { workOnCases } from '../access.ts'
import { caseIdOf } from '../case-part-page.ts'
import { type CaseHead, caseHead } from '../cases/case-page.ts'
import { isIdentifier } from '../cases/case-reading.ts'
import { casePath, problemText } from '../cases/views/case-frame.tsx'
import { checkWords } from '../rights-check/check-words.ts'
import { contactsFor } from '../rights-check/contacts.ts'
import { rules } from '../rights-check/rules.ts'
import { sentencesIn } from '../rights-check/sentences.ts'
import type { Place, Sent } from '../rights-check/step.ts'
import { keepCheck } from './actions.ts'
import { answersToGoOnWith, hasOldAges } from './begin-again.ts'
import { type Comparison, compare, sideOf, sideOn } from './comparison.ts'
import { keepForm } from './forms.ts'
import type { KeptCheck } from './kept-check.ts'
import { keptCheckById } from './kept-check-store.ts'
import { placeHere } from './place.ts'
import { queryOf, questionsLanguage } from './questions-language.ts'
import { canBe, type RunningStep, runningStep, toldIn, whoStep } from './running.ts'
import { RunningPage } from './views/running-page.tsx'
import { type KnownAlready, WhoPage } from './views/who-page.tsx'

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
    const place = placeHere(c)
    if (!told || !canBe(rules(), told, place)) return runningPage(c, transact, {}, { status: 422 })
    const result = await transact(staffOf(c), (tx) => keepCheck(tx, caseIdOf(c), { ...form.data, told }, place))
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
  const read = await transact(staffOf(c), (tx) => readFor(tx, c))
  const place = placeHere(c)
  const step = stepOf(c, sent, read.base)
  const title = t('guidance.caseRights.title')
  const query = queryOf(c)
  const language = questionsLanguage(c)
  if (step.kind === 'who') {
    const isWrong = step.wrong.length > 0 || step.isImpossible
    const action = `${casePath(caseIdOf(c), 'rights')}/questions${query}`
    const content = <WhoPage t={t} step={step} action={action} known={read.known} />
    return workplacePage(c, { title }, content, refused?.status ?? (isWrong ? 422 : 200))
  }
  const isWrong = step.problem !== undefined || (step.kind === 'question' && step.problems.length > 0)
  return workplacePage(
    c,
    { title },
    <RunningPage
      t={t}
      words={checkWords(sentencesIn(language), language)}
      direction={directionOf(language)}
      model={rules().model}
      caseId={caseIdOf(c)}
      query={query}
      step={step}
      contacts={read.contacts}
      since={step.kind === 'results' ? sinceOf(read.base, step.outcomes, step.told, place) : null}
      hasOldAges={isBeginning(sent) && read.base !== undefined && hasOldAges(read.base, place.date)}
      keep={{
        form: filledForm(t, refused ? sent : {}, refused?.errors),
        problem: refused?.problem && problemText(t, read.head, refused.problem),
        version: read.head.care.version,
        id: String((refused && sent.id) ?? uuidv7()),
      }}
    />,
    refused?.status ?? (isWrong ? 422 : 200),
  )
}

type Read = {
  readonly head: CaseHead
  readonly known: KnownAlready
  readonly base: KeptCheck | undefined
  readonly contacts: Awaited<ReturnType<typeof contactsFor>>
}

async function readFor(tx: Tx, c: Ctx): Promise<Read> {
  const head = await caseHead(tx, caseIdOf(c), 'rights')
  const { care, person } = head
  const baseId = c.req.query('base') ?? ''
  return {
    head,
    known: { person, household: await householdOf(tx, care.personId), municipality: municipalityOf(c).name },
    base: isIdentifier(baseId) ? await keptCheckById(tx, care.id, baseId) : undefined,
    contacts: inWorkplace(await contactsFor(tx, municipalityOf(c).slug)),
  }
}

const isBeginning = (sent: FormValues) => sent.do === undefined && sent.told === undefined

/** Begins with what was kept, where it was; else goes on with what was sent. */
function stepOf(c: Ctx, sent: FormValues, base: KeptCheck | undefined): RunningStep {
  const place = placeHere(c)
  if (!isBeginning(sent)) return runningStep(rules(), sent as Sent, place)
  const told = base && answersToGoOnWith(base, place.date)
  return told ? runningStep(rules(), { told: JSON.stringify(told), do: 'show' }, place) : whoStep()
}

/** What differs from the answers that were kept, both worked out for today. */
function sinceOf(
  base: KeptCheck | undefined,
  outcomes: readonly Outcome[],
  told: Told,
  place: Place,
): Comparison | null {
  if (!base?.told) return null
  const before = sideOn(rules(), base.told, base.checkedOn, place.date, place)
  return compare(before, sideOf(told, outcomes, place.date))
}

/** Pages of the workplace lead to its own page of a service. */
const inWorkplace = (contacts: Read['contacts']): Read['contacts'] =>
  Object.fromEntries(
    Object.entries(contacts).map(([kind, contact]) => [
      kind,
      { ...contact, href: contact.href?.replace(/^\/in\/[^/]+/, '') },
    ]),
  )
