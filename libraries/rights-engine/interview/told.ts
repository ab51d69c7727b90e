import type { Situation } from '../situation/situation.ts'

type Value = boolean | number | string

/** What was told so far, and what somebody did not know or would rather not say: `fact@of`. Plain JSON. */
export type Told = {
  readonly household: Readonly<Record<string, Value>>
  readonly dwelling: Readonly<Record<string, Value>>
  readonly persons: readonly (Readonly<Record<string, Value>> & { readonly id: string })[]
  readonly skipped: readonly string[]
}

/** Where an interview begins. */
export const nothingTold: Told = { household: {}, dwelling: {}, persons: [], skipped: [] }

/** What was told as a situation to check. */
export function situationFrom(told: Told, date: string, parameters?: Situation['parameters']): Situation {
  const { household, dwelling, persons } = told
  return { date, household, dwelling, persons, ...(parameters ? { parameters } : {}) }
}

/** Writes one fact down; `undefined` takes it away. */
export function withFact(told: Told, fact: string, of: string, value: Value | undefined): Told {
  const name = fact.slice(fact.indexOf('.') + 1)
  const set = (facts: Readonly<Record<string, Value>>) => {
    const { [name]: _, ...rest } = facts
    return value === undefined ? rest : { ...rest, [name]: value }
  }
  if (of === 'household') return { ...told, household: set(told.household) }
  if (of === 'dwelling') return { ...told, dwelling: set(told.dwelling) }
  return {
    ...told,
    persons: told.persons.map((person) => (person.id === of ? { ...set(person), id: of } : person)),
  }
}

/** Reads what came back from a form or a store; null when it is not what this library wrote. */
export function readTold(value: unknown): Told | null {
  if (!isRecord(value)) return null
  const { household, dwelling, persons, skipped } = value
  const isFacts = (facts: unknown) => isRecord(facts) && Object.values(facts).every(isValue)
  if (!isFacts(household) || !isFacts(dwelling) || !Array.isArray(persons) || !Array.isArray(skipped)) return null
  if (persons.length > 40 || skipped.length > 2000) return null
  if (!persons.every((person) => isFacts(person) && typeof person.id === 'string')) return null
  if (!skipped.every((one) => typeof one === 'string')) return null
  return value as Told
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isValue = (value: unknown) => ['boolean', 'number', 'string'].includes(typeof value)
