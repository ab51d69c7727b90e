import type { Check, Outcome, Situation } from '@meernet/rights-engine'

/** One outcome that a case expects; only what it names is compared. Amounts in euros. */
export type Expected = {
  readonly right: string
  readonly subject: string
  readonly status: string
  readonly missing?: readonly string[]
  readonly amount?: number
  readonly amountMin?: number
  readonly amountMax?: number
  readonly variant?: string | null
  readonly stale?: boolean
}

/** A situation with what should come out, and its derivation in words. */
export type Case = {
  readonly name: string
  readonly because: string
  readonly situation: Situation
  readonly expect: readonly Expected[]
}

/** What a case came to, only as far as it speaks of it: equal to `asExpected` when the case holds. */
export function cameTo(check: Check, { situation, expect }: Case): readonly Expected[] {
  const outcomes = check.outcomes(situation, [...new Set(expect.map(({ right }) => right))])
  return expect.map((expected) => {
    const outcome = outcomes.find(({ right, subject }) => right === expected.right && subject === expected.subject)
    if (!outcome) return { right: expected.right, subject: expected.subject, status: 'no such outcome' }
    return reduced(outcome, expected)
  })
}

/** The expectation in the order in which `cameTo` tells: the order of missing facts says nothing. */
export function asExpected({ expect }: Case): readonly Expected[] {
  return expect.map((expected) => (expected.missing ? { ...expected, missing: expected.missing.toSorted() } : expected))
}

function reduced(outcome: Outcome, expected: Expected): Expected {
  const { right, subject, status, missing, amount, variant, stale } = outcome
  return {
    right,
    subject,
    status,
    ...(expected.missing && { missing: missing.toSorted() }),
    ...('amount' in expected && { amount: amount?.value ?? Number.NaN }),
    ...('amountMin' in expected && { amountMin: amount?.min ?? Number.NaN }),
    ...('amountMax' in expected && { amountMax: amount?.max ?? Number.NaN }),
    ...('variant' in expected && { variant }),
    ...('stale' in expected && { stale }),
  }
}
