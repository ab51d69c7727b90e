import type { Outcome, Reason } from '../check/outcome.ts'

/** What of an outcome is held against another; less than a whole one, so that one kept long ago can be. */
export type Compared = Pick<
  Outcome,
  'right' | 'subject' | 'status' | 'missing' | 'amount' | 'variant' | 'stale' | 'uncertain' | 'reasons'
>

/** What can differ. `known`: which facts are still missing. `age`: whether the values of the law are of today. */
export type Change = 'status' | 'amount' | 'variant' | 'known' | 'age'

/** A condition that speaks otherwise; null where it was not looked at. */
export type ReasonChange = {
  readonly condition: string
  readonly before: Reason['answer'] | null
  readonly after: Reason['answer'] | null
}

/** One right of one subject that does not stand as it stood. Null: the right or the subject is not on that side. */
export type Difference = {
  readonly right: string
  readonly subject: string
  readonly before: Compared | null
  readonly after: Compared | null
  readonly changes: readonly Change[]
  readonly reasons: readonly ReasonChange[]
}

/**
 * What differs between two checks: of two dates, of two situations, or of then and now. In the order of the second, then what
 * only the first has. What is not applicable on one side and absent on the other does not differ.
 */
export function differenceBetween(before: readonly Compared[], after: readonly Compared[]): readonly Difference[] {
  const [first, second] = [bySubject(before), bySubject(after)]
  const keys = [...new Set([...second.keys(), ...first.keys()])]
  return keys.flatMap((key) => {
    const pair = [first.get(key) ?? null, second.get(key) ?? null] as const
    const either = pair[1] ?? pair[0]
    const changes = changesIn(...pair)
    if (!either || changes.length === 0) return []
    const { right, subject } = either
    return [{ right, subject, before: pair[0], after: pair[1], changes, reasons: reasonChanges(...pair) }]
  })
}

const bySubject = (outcomes: readonly Compared[]) =>
  new Map(outcomes.map((outcome) => [`${outcome.right} ${outcome.subject}`, outcome]))

function changesIn(before: Compared | null, after: Compared | null): readonly Change[] {
  const one = before ?? after
  if (!before || !after) return one && one.status !== 'not_applicable' ? ['status'] : []
  const differs: Readonly<Record<Change, boolean>> = {
    status: before.status !== after.status,
    amount: amountKey(before) !== amountKey(after),
    variant: before.variant !== after.variant,
    known: [...before.missing].sort().join() !== [...after.missing].sort().join(),
    age: before.stale !== after.stale || before.uncertain !== after.uncertain,
  }
  return (Object.keys(differs) as Change[]).filter((change) => differs[change])
}

const amountKey = ({ amount }: Compared) => (amount ? `${amount.min} ${amount.max} ${amount.per}` : '')

function reasonChanges(before: Compared | null, after: Compared | null): readonly ReasonChange[] {
  const [then, now] = [answersOf(before), answersOf(after)]
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((condition) => {
    const pair = { before: then.get(condition) ?? null, after: now.get(condition) ?? null }
    return pair.before === pair.after ? [] : [{ condition, ...pair }]
  })
}

const answersOf = (outcome: Compared | null) =>
  new Map((outcome?.reasons ?? []).map(({ condition, answer }) => [condition, answer]))
