import type { Outcome, Told } from '@meernet/rights-engine'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Ctx, type FormValues, municipalityOf } from '../../../platform/http/index.ts'
import { householdOf } from '../../../registers/people/index.ts'
import { caseIdOf } from '../case-part-page.ts'
import { type CaseHead, caseHead } from '../cases/case-page.ts'
import { isIdentifier } from '../cases/case-reading.ts'
import { contactsFor } from '../rights-check/contacts.ts'
import { rules } from '../rights-check/rules.ts'
import type { Place, Sent } from '../rights-check/step.ts'
import type { Contact } from '../rights-check/views/contact.ts'
import { answersToGoOnWith, hasOldAges } from './begin-again.ts'
import { type Comparison, compare, sideOf, sideOn } from './comparison.ts'
import type { KeptCheck } from './kept-check.ts'
import { keptCheckById } from './kept-check-store.ts'
import { placeOn } from './place.ts'
import { canBe, type RunningStep, runningStep, toldIn, whoStep } from './running.ts'
import type { KnownAlready } from './views/who-page.tsx'

/** Before a change: the answers that were kept, or those from which one compares. */
export type Since = { readonly of: 'kept' | 'before'; readonly comparison: Comparison }

/** One page of a check under way, with what it is shown beside. */
export type Running = {
  readonly head: CaseHead
  readonly known: KnownAlready
  readonly step: RunningStep
  readonly contacts: Readonly<Record<string, Contact>>
  readonly since: Since | null
  /** The answers from which one compares, as they travel along; null where nothing is compared, or with what was kept. */
  readonly was: Told | null
  /** Ages were told on an earlier day, and nobody looked at them since. */
  readonly hasOldAges: boolean
}

/** Reads the case and the kept check it may begin with, and works out the page that follows on what was sent. */
export async function readRunning(tx: Tx, c: Ctx, sent: FormValues): Promise<Running> {
  const head = await caseHead(tx, caseIdOf(c), 'rights')
  const { care, person } = head
  const baseId = c.req.query('base') ?? ''
  const base = isIdentifier(baseId) ? await keptCheckById(tx, care.id, baseId) : undefined
  const place = await placeOn(tx, c)
  const step = stepOf(sent, base, place)
  const isEnd = step.kind === 'results'
  const was = base?.told ? null : comparedFrom(sent, place)
  const { name, slug } = municipalityOf(c)
  return {
    head,
    known: { person, household: await householdOf(tx, care.personId), municipality: name },
    step,
    contacts: isEnd ? inWorkplace(await contactsFor(tx, slug, place.date)) : {},
    since: isEnd ? sinceOf(base, was, step, place) : null,
    was,
    hasOldAges: isBeginning(sent) && base !== undefined && hasOldAges(base, place.date),
  }
}

const isBeginning = (sent: FormValues) => sent.do === undefined && sent.told === undefined

/** Begins with what was kept, where it was; else goes on with what was sent. */
function stepOf(sent: FormValues, base: KeptCheck | undefined, place: Place): RunningStep {
  if (!isBeginning(sent)) return runningStep(rules(), sent satisfies Sent, place)
  const told = base && answersToGoOnWith(base, place.date)
  return told ? runningStep(rules(), { told: JSON.stringify(told), do: 'show' }, place) : whoStep()
}

type Ended = { readonly told: Told; readonly outcomes: readonly Outcome[] }

/** The answers to compare with: those that were marked so, else those before somebody moved in or left. */
function comparedFrom(sent: FormValues, place: Place): Told | null {
  const was = toldIn({ told: sent.was }) ?? (sent.do === 'household' ? toldIn(sent) : null)
  return was && canBe(rules(), was, place) ? was : null
}

/** What differs from the kept answers, or from those one compares with; both worked out for today. */
function sinceOf(base: KeptCheck | undefined, was: Told | null, { told, outcomes }: Ended, place: Place): Since | null {
  const now = sideOf(told, outcomes, place.date)
  const against = (of: Since['of'], before: Told, agesOn: string): Since => ({
    of,
    comparison: compare(sideOn(rules(), before, agesOn, place), now),
  })
  if (base?.told) return against('kept', base.told, base.checkedOn)
  return was && against('before', was, place.date)
}

/** Pages of the workplace lead to its own page of a service. */
const inWorkplace = (contacts: Running['contacts']): Running['contacts'] =>
  Object.fromEntries(
    Object.entries(contacts).map(([kind, contact]) => [
      kind,
      { ...contact, href: contact.href?.replace(/^\/in\/[^/]+/, '') },
    ]),
  )
