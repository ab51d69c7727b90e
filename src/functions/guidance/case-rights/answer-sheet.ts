import type { Told } from '@meernet/rights-engine'

type Value = boolean | number | string

/** Answers as one line a fact: `household.region`, `dwelling.tenure`, `p1.age`. So they read in a copy of somebody's data. */
export type AnswerSheet = Readonly<Record<string, Value>>

/** Writes answers down. What was left open is not written. */
export function sheetOf({ household, dwelling, persons }: Told): AnswerSheet {
  const lines = (of: string, facts: Readonly<Record<string, Value>>) =>
    Object.entries(facts).flatMap(([name, value]) => (name === 'id' ? [] : [[`${of}.${name}`, value] as const]))
  return Object.fromEntries([
    ...lines('household', household),
    ...lines('dwelling', dwelling),
    ...persons.flatMap((person) => lines(person.id, person)),
  ])
}

/** Reads answers back, for the people who were in the household. */
export function toldOn(sheet: AnswerSheet, people: readonly { readonly id: string }[]): Told {
  const factsOf = (of: string) =>
    Object.fromEntries(
      Object.entries(sheet).flatMap(([line, value]) =>
        line.startsWith(`${of}.`) ? [[line.slice(of.length + 1), value] as const] : [],
      ),
    )
  return {
    household: factsOf('household'),
    dwelling: factsOf('dwelling'),
    persons: people.map(({ id }) => ({ ...factsOf(id), id })),
    skipped: [],
  }
}
