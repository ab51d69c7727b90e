import type { IsoDate } from '@meernet/calendar'
import { type Compared, factsBehind, type Model, type Outcome, type Told } from '@meernet/rights-engine'

/** What stays of the answers of a check: none, all but the sensitive ones, or all. Decided by the person, each time. */
export const keptAnswers = ['withoutSensitive', 'nothing', 'everything'] as const
export type KeptAnswers = (typeof keptAnswers)[number]

/** Somebody of the household as outcomes speak of them: bond and age, no name. */
export type Somebody = { readonly id: string; readonly role: string | null; readonly age: number | null }

/** What came out: kept as it was worked out then, and never worked out again. */
export type KeptOutcomes = { readonly people: readonly Somebody[]; readonly outcomes: readonly Compared[] }

/** A check that the person let be kept. */
export type KeptCheck = KeptOutcomes & {
  readonly id: string
  /** The day of which the law was looked at, on which ages were told. */
  readonly checkedOn: IsoDate
  readonly rules: string
  readonly kept: KeptAnswers
  /** Null: none were to be kept, or they have gone since. */
  readonly told: Told | null
  readonly byUser: string
  readonly at: Date
}

/** The answers without those about health or status. */
export function withoutSensitive(model: Model, told: Told): Told {
  const ordinary = <Facts extends object>(bearers: readonly string[], facts: Facts) =>
    Object.fromEntries(
      Object.entries(facts).filter(([name]) => !bearers.some((bearer) => model.facts[`${bearer}.${name}`]?.sensitive)),
    ) as Facts
  return {
    household: ordinary(['household'], told.household),
    dwelling: ordinary(['dwelling'], told.dwelling),
    persons: told.persons.map((person) => ordinary(['person', 'child'], person)),
    skipped: [],
  }
}

/** The answers that stay. */
export function answersToKeep(model: Model, told: Told, kept: KeptAnswers): Told | null {
  if (kept === 'nothing') return null
  return kept === 'everything' ? { ...told, skipped: [] } : withoutSensitive(model, told)
}

/** What came out, for keeping: without the reasons that would tell a sensitive answer, unless all answers stay. */
export function outcomesToKeep(model: Model, outcomes: readonly Outcome[], kept: KeptAnswers): readonly Compared[] {
  const tells = kept === 'everything' ? () => false : sensitiveReasons(model)
  return outcomes
    .filter(({ status }) => status !== 'not_applicable')
    .map(({ right, subject, status, missing, amount, variant, stale, uncertain, reasons }) => ({
      right,
      subject,
      status,
      missing,
      amount,
      variant,
      stale,
      uncertain,
      reasons: reasons.filter(({ condition }) => !tells(right, condition)),
    }))
}

/** Whether a condition or doubt of a right looks at a sensitive fact. */
function sensitiveReasons(model: Model): (right: string, condition: string) => boolean {
  const sensitive = new Map<string, boolean>()
  return (right, condition) => {
    const rule = [...(model.rights[right]?.conditions ?? []), ...(model.rights[right]?.doubts ?? [])].find(
      ({ id }) => id === condition,
    )?.when
    if (rule === undefined) return false
    const known = sensitive.get(rule) ?? [...factsBehind(model, rule)].some((fact) => model.facts[fact]?.sensitive)
    sensitive.set(rule, known)
    return known
  }
}
