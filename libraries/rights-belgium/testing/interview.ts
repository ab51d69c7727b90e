import {
  type Check,
  nextPage,
  type Page,
  type Question,
  questionName,
  type Situation,
  situationFrom,
  type Told,
  withFact,
} from '@meernet/rights-engine'

/** Which page of questions comes next, of a household that told so much; null when no more is asked. */
export type Plan = (check: Check, told: Told, date: string) => Page | null

type Value = boolean | number | string
type Facts = Readonly<Record<string, Value>>

/** What everybody is asked first, in two questions: the municipality, and who lives here with their ages. */
const first = { household: ['municipality', 'region'], person: ['id', 'role', 'age', 'birth_date'] }

/** The pages it takes until every right is decided or only sensitive facts are left, in the order in which they are asked. */
export function pagesAsked(check: Check, full: Situation, plan: Plan): readonly string[] {
  const asked = ['municipality', 'household_members']
  let told = firstTold(full)
  for (;;) {
    const page = plan(check, told, full.date)
    if (!page || page.isSensitive) return asked
    asked.push(page.id)
    for (const { id, of, name } of page.questions) {
      const value = factsOf(full, of)[id.slice(id.indexOf('.') + 1)]
      told = value === undefined ? { ...told, skipped: [...told.skipped, name] } : withFact(told, id, of, value)
    }
  }
}

/** What decides most comes first: how the check asks. */
export const bestFirst: Plan = (check, told, date) =>
  nextPage(check.model, check.outcomes(situationFrom(told, date)), told)

/** Every page of the vocabulary in its order, as a form on paper would, until the check would ask nothing more. */
export const inOrder: Plan = (check, told, date) => {
  const best = bestFirst(check, told, date)
  if (!best || best.isSensitive) return best
  const open = openQuestions(check, told)
  const pageOf = (id: string) => check.model.facts[id]?.page ?? id
  const page = open[0] ? pageOf(open[0].id) : null
  return page
    ? { id: page, questions: open.filter(({ id }) => pageOf(id) === page), rights: [], isSensitive: false }
    : null
}

/** All that is neither told nor skipped nor sensitive, of everybody it may be asked of. */
function openQuestions(check: Check, told: Told): readonly Question[] {
  const children = told.persons.filter(({ role }) => role === 'child')
  const bearers: Readonly<Record<string, readonly Facts[]>> = {
    household: [{ ...told.household, id: 'household' }],
    dwelling: [{ ...told.dwelling, id: 'dwelling' }],
    person: told.persons,
    child: children,
  }
  return Object.entries(check.model.facts).flatMap(([id, fact]) => {
    const [bearer = '', fullName = ''] = id.split('.')
    if (fact.volunteered || fact.sensitive) return []
    return (bearers[bearer] ?? [])
      .filter((facts) => !(fullName in facts))
      .map((facts) => ({ name: questionName(id, String(facts.id)), id, of: String(facts.id), fact }))
      .filter(({ name }) => !told.skipped.includes(name))
  })
}

function firstTold(full: Situation): Told {
  return {
    household: only(factsOf(full, 'household'), first.household),
    dwelling: {},
    persons: full.persons.map((person) => {
      const id = String(person.id)
      return { ...only(factsOf(full, id), first.person), id }
    }),
    skipped: [],
  }
}

/** What a whole situation holds of one bearer; what it leaves open is left out. */
function factsOf(full: Situation, of: string): Facts {
  const facts =
    of === 'household' ? full.household : of === 'dwelling' ? full.dwelling : full.persons.find(({ id }) => id === of)
  return Object.fromEntries(
    Object.entries(facts ?? {}).filter(([, value]) => value !== undefined && value !== null),
  ) as Facts
}

function only(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)))
}
