import {
  type Check,
  nextPage,
  nothingTold,
  numberTyped,
  type Outcome,
  type Page,
  questionsNamed,
  readTold,
  SituationError,
  situationFrom,
  type Told,
  withAnswers,
} from '@meernet/rights-engine'

/** What a form of the check sent: names to values, several for boxes. */
export type Sent = Readonly<Record<string, string | readonly string[] | undefined>>

/** Where the check is asked: the day, and what the municipality knows of itself. */
export type Place = {
  readonly date: string
  readonly region: 'flanders' | 'brussels'
  readonly parameters: Readonly<Record<string, number | boolean>>
}

/**
 * The place as rules of another day know it: without parameters they have not heard of. A phone that was long without a network has
 * older rules than its municipality.
 */
export function placeKnownTo({ model }: Pick<Check, 'model'>, place: Place): Place {
  const known = Object.entries(place.parameters).filter(([id]) => id in model.parameters)
  return { ...place, parameters: Object.fromEntries(known) }
}

export type FieldProblem = { readonly field: string; readonly problem: 'number' | 'age' | 'family' | 'answer' }

/** One page of the check. `told` travels along in the form and is kept nowhere else. */
export type Step =
  | { readonly kind: 'people'; readonly told: Told; readonly sent: Sent; readonly problems: readonly FieldProblem[] }
  | {
      readonly kind: 'question'
      readonly told: Told
      readonly page: Page
      readonly sent: Sent
      readonly problems: readonly FieldProblem[]
    }
  | {
      readonly kind: 'results'
      readonly told: Told
      readonly outcomes: readonly Outcome[]
      readonly hasMore: boolean
    }

/** The page that follows on what was sent. The same on the server and on the device; it stores nothing. */
export function stepAfter(check: Check, sent: Sent, place: Place): Step {
  const told = toldIn(sent)
  const act = one(sent, 'do')
  if (!told) return firstStep(place)
  if (act === 'people') return afterPeople(check, told, sent, place)
  if (act === 'again') return firstStep(place)
  if (act.startsWith('change ')) return changing(check, told, act.slice('change '.length), place)
  if (act === 'goOn') return following(check, told, place)
  const asked = questionsNamed(check.model, one(sent, 'asked').split(' '), told)
  const page: Page = { id: one(sent, 'page'), questions: asked, rights: [], isSensitive: false }
  const { told: now, errors } = withAnswers(told, asked, typedIn(sent, asked))
  const problems = errors.map(
    ({ name, code }): FieldProblem => ({ field: name, problem: code === 'wrong_type' ? 'number' : 'answer' }),
  )
  if (problems.length > 0) return { kind: 'question', told, page, sent, problems }
  const impossible = impossibleIn(check, now, place)
  if (impossible)
    return {
      kind: 'question',
      told,
      page,
      sent,
      problems: asked.slice(0, 1).map(({ name }) => ({ field: name, problem: 'answer' })),
    }
  return act === 'show' ? results(check, now, place) : following(check, now, place)
}

/** Who lives here: the page that everything begins with. */
export function firstStep(place: Place): Extract<Step, { readonly kind: 'people' }> {
  return { kind: 'people', told: begun(place), sent: {}, problems: [] }
}

function toldIn(sent: Sent): Told | null {
  try {
    return readTold(JSON.parse(one(sent, 'told')))
  } catch {
    return null
  }
}

const begun = ({ region }: Place): Told => ({ ...nothingTold, household: { region } })

function following(check: Check, told: Told, place: Place): Step {
  const page = nextPage(check.model, outcomesOf(check, told, place), told)
  return page ? { kind: 'question', told, page, sent: {}, problems: [] } : results(check, told, place)
}

function results(check: Check, told: Told, place: Place): Step {
  const outcomes = outcomesOf(check, told, place)
  return { kind: 'results', told, outcomes, hasMore: nextPage(check.model, outcomes, told) !== null }
}

function changing(check: Check, told: Told, name: string, place: Place): Step {
  const questions = questionsNamed(check.model, [name], told)
  if (questions.length === 0) return results(check, told, place)
  const page: Page = { id: questions[0]?.id ?? '', questions, rights: [], isSensitive: false }
  return { kind: 'question', told, page, sent: {}, problems: [] }
}

const outcomesOf = (check: Check, told: Told, { date, parameters }: Place) =>
  check.outcomes(situationFrom(told, date, parameters))

/** The names of the fields in which somebody says who lives here. Ages of several are typed in a row. */
export const peopleFields = ['age', 'partner', 'partnerAge', 'children', 'others'] as const

function afterPeople(check: Check, before: Told, sent: Sent, place: Place): Step {
  const ages = Object.fromEntries(peopleFields.map((field) => [field, agesTyped(one(sent, field))]))
  const problems = peopleFields.flatMap((field): FieldProblem[] =>
    field !== 'partner' && ages[field] === null ? [{ field, problem: 'age' }] : [],
  )
  const hasPartner = one(sent, 'partner') === 'yes'
  const told: Told = {
    ...begun(place),
    persons: [
      ...personsOf('p', [ages.age?.[0]], 'reference'),
      ...(hasPartner ? personsOf('q', [ages.partnerAge?.[0]], 'partner') : []),
      ...personsOf('k', ages.children ?? [], 'child'),
      ...personsOf('a', ages.others ?? [], undefined),
    ],
  }
  if (problems.length > 0) return { kind: 'people', told: before, sent, problems }
  const impossible = impossibleIn(check, told, place)
  if (impossible) return { kind: 'people', told: before, sent, problems: [{ field: 'children', problem: 'family' }] }
  return following(check, told, place)
}

type Person = Told['persons'][number]

function personsOf(letter: string, ages: readonly (number | undefined)[], role: string | undefined): readonly Person[] {
  return ages.map((age, index) => ({
    id: `${letter}${index + 1}`,
    ...(role === undefined ? {} : { role }),
    ...(age === undefined ? {} : { age }),
  }))
}

/** "8, 12" or "8 en 12": whole numbers from 0 to 120; null when something else stands there. */
function agesTyped(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;+&]+|\p{L}+/u).filter((part) => part !== '')
  if (parts.length === 0 && text.trim() !== '') return null
  const ages = parts.map(numberTyped)
  return ages.every((age): age is number => age !== null && Number.isInteger(age) && age >= 0 && age <= 120) &&
    ages.length <= 12
    ? ages
    : null
}

function impossibleIn(check: Check, told: Told, place: Place): boolean {
  try {
    // Reading it is enough: no right is worked out.
    check.outcomes(situationFrom(told, place.date, place.parameters), [])
    return false
  } catch (fault) {
    if (fault instanceof SituationError) return true
    throw fault
  }
}

/** Answers by name. Of a list of boxes, what is not ticked is a no, unless "I do not know" is. */
function typedIn(sent: Sent, asked: Page['questions']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    asked.map(({ name, id, of }) => {
      const list = sent[`listed@${of}`]
      if (list === undefined || sent[name] !== undefined) return [name, one(sent, name)]
      const ticked = [list].flat()
      return [name, ticked.includes('unknown') ? '' : ticked.includes(id) ? 'yes' : 'no']
    }),
  )
}

/** The value that was sent under `name`, the first of several; empty when there is none. */
export function one(sent: Sent, name: string): string {
  const value = sent[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
