import type { Calculation } from '../../src/platform/threads/index.ts'

export type Numbers = { readonly numbers: readonly number[]; readonly way?: 'fails' | 'ends' | 'takes too much memory' }

/** The sum of some numbers, or how it goes wrong. */
export function sum({ numbers, way }: Numbers): { readonly sum: number } {
  if (way === 'fails') throw new Error(`no sum of ${numbers.join()}`)
  if (way === 'ends') process.exit(3)
  const filled: number[][] = []
  while (way === 'takes too much memory') filled.push(Array.from({ length: 10_000 }, (_, k) => k + 0.5))
  return { sum: numbers.reduce((all, one) => all + one, 0) }
}

/** Two numbers are added here, more of them on a thread. */
export const sums: Calculation<Numbers, { readonly sum: number }> = {
  name: 'sums',
  source: new URL('sums.thread.ts', import.meta.url),
  work: sum,
  isShort: ({ numbers }) => numbers.length <= 2,
}
