import { areaKey, figureKey, isCounted, type RawFigure } from '../raw-figure.ts'
import { hiddenFigures } from '../shown-figures.ts'
import { hiddenInLinked, type ProtectedBy } from './linked-table.ts'
import { divisionsAmong } from './part-of-whole.ts'

/**
 * The counts of one period that have to be hidden, as keys of figures: those that add up to each other as linked tables, and beside
 * these each indicator that has areas which stand in none of them.
 */
export function hiddenTogether(figures: readonly RawFigure[], by: ProtectedBy): ReadonlySet<string> {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
  const hidden = new Set<string>()
  const linked = new Map<string, ReadonlySet<string>>()
  for (const division of divisionsAmong([...byIndicator.keys()])) {
    const columns = [...division.columns.keys()]
    const answer = hiddenInLinked(
      columns.flatMap((one) => byIndicator.get(one) ?? []),
      division,
      by,
    )
    for (const indicator of columns) {
      const own = byIndicator.get(indicator) ?? []
      const areas = answer.hidden.get(indicator)
      for (const one of own) if (areas?.has(areaKey(one.area))) hidden.add(figureKey(one))
      linked.set(indicator, new Set([...(linked.get(indicator) ?? []), ...answer.linked]))
    }
  }
  for (const [indicator, own] of byIndicator) {
    const isLinked = own.filter(isCounted).every(({ area }) => linked.get(indicator)?.has(areaKey(area)) === true)
    if (!isLinked) for (const key of hiddenFigures(own, by.rule, by.told)) hidden.add(key)
  }
  return hidden
}
