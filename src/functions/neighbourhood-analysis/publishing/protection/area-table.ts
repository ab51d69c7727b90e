/**
 * Published counts of people by area as one table, so that no small one follows from the sums beside it. Publishers give sums of
 * their own, and areas may be missing; what a sum has more than its known areas is counted as one more area that nobody sees.
 */
import type { CountRule } from '@meernet/statistics'
import { undivided } from '../linked/division.ts'
import { hiddenInLinked } from '../linked/linked-table.ts'
import type { RawFigure } from '../raw-figure.ts'
import type { ToldTable } from '../told/told-table.ts'

/**
 * Which of these figures, counts of one indicator in one period, must be hidden: small ones, and as many others as it takes beside what was
 * told before. Estimates and sums that contradict their areas (fewer people than in them) stand for themselves.
 */
export function hiddenAreas(
  figures: readonly RawFigure[],
  rule: CountRule,
  told: readonly ToldTable[],
): ReadonlySet<string> {
  const [sample] = figures
  if (!sample) return new Set()
  const { indicator } = sample
  return hiddenInLinked(figures, undivided(indicator), { rule, told }).hidden.get(indicator) ?? new Set()
}
