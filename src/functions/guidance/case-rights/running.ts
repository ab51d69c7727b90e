import type { Check, Told } from '@meernet/rights-engine'
import { readTold, SituationError, situationFrom } from '@meernet/rights-engine'
import { one, type Place, type Sent, type Step, stepAfter } from '../rights-check/step.ts'
import { type Newcomer, withPeople } from './household-change.ts'
import { agesTyped, type PeopleField, peopleTyped } from './people-typed.ts'

/** Who lives here: the first page of a check in a case, where birth dates may be written. */
export type WhoStep = {
  readonly kind: 'who'
  readonly sent: Sent
  readonly wrong: readonly PeopleField[]
  /** Each age can be, but not all together: a child older than its parent. */
  readonly isImpossible: boolean
}

export type HouseholdProblem = 'born' | 'secondPartner' | 'impossible'

/** One page of a check that is under way in a case; `problem` says why the household could not change so. */
export type RunningStep =
  | WhoStep
  | (Extract<Step, { readonly kind: 'question' | 'results' }> & { readonly problem?: HouseholdProblem })

/** The first page, empty or with what is known. */
export const whoStep = (sent: Sent = {}): WhoStep => ({ kind: 'who', sent, wrong: [], isImpossible: false })

/** The page that follows on what was sent; it stores nothing. */
export function runningStep(check: Check, sent: Sent, place: Place): RunningStep {
  const act = one(sent, 'do')
  if (act === 'people') return afterWho(check, sent, place)
  const told = toldIn(sent)
  if (!told || told.persons.length === 0) return whoStep()
  if (!canBe(check, told, place)) return { ...whoStep(), isImpossible: true }
  if (act === 'household') return afterHousehold(check, told, sent, place)
  return publicStep(check, sent, place)
}

/** What came back with a form, or null when it is not what a page of ours wrote. */
export function toldIn(sent: Sent): Told | null {
  try {
    return readTold(JSON.parse(one(sent, 'told')))
  } catch {
    return null
  }
}

/** Whether the household can be on that day, and no fact is one that does not exist. */
export function canBe(check: Check, told: Told, { date, parameters }: Place, agesOn?: string): boolean {
  try {
    check.outcomes({ ...situationFrom(told, date, parameters), ...(agesOn === undefined ? {} : { agesOn }) }, [])
    return true
  } catch (fault) {
    if (fault instanceof SituationError) return false
    throw fault
  }
}

/** Everything else goes as in the check for anybody. */
function publicStep(check: Check, sent: Sent, place: Place): RunningStep {
  const step = stepAfter(check, sent, place)
  return step.kind === 'people' ? whoStep() : step
}

function afterWho(check: Check, sent: Sent, place: Place): RunningStep {
  const read = peopleTyped(sent, place.region)
  if (read.kind === 'wrong') return { kind: 'who', sent, wrong: read.fields, isImpossible: false }
  if (!canBe(check, read.told, place)) return { kind: 'who', sent, wrong: [], isImpossible: true }
  return publicStep(check, { told: JSON.stringify(read.told), do: 'goOn' }, place)
}

function afterHousehold(check: Check, told: Told, sent: Sent, place: Place): RunningStep {
  const shown = (now: Told) => publicStep(check, { told: JSON.stringify(now), do: 'show' }, place)
  const refused = (problem: HouseholdProblem): RunningStep => {
    const step = shown(told)
    return step.kind === 'results' ? { ...step, problem } : step
  }
  const comes = newcomerIn(sent)
  if (comes === 'born') return refused('born')
  const now = withPeople(told, [sent.leaves ?? []].flat(), comes)
  if (now === 'secondPartner') return refused('secondPartner')
  return canBe(check, now, place) ? shown(now) : refused('impossible')
}

const bonds = ['partner', 'child', 'other'] as const

function newcomerIn(sent: Sent): Newcomer | null | 'born' {
  const role = bonds.find((bond) => bond === one(sent, 'comes'))
  if (!role) return null
  const ages = agesTyped(one(sent, 'comesBorn'))
  if (ages === null || ages.length > 1) return 'born'
  const [age] = ages
  return { role, ...(age && 'age' in age ? { age: age.age } : { birthDate: age?.birth_date }) }
}
