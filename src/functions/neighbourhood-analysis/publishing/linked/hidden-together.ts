import { areaKey, figureKey, isCounted, type RawFigure } from '../raw-figure.ts'
import { hiddenFigures } from '../shown-figures.ts'
import type { Division } from './division.ts'
import type { HiddenWholes } from './hidden-wholes.ts'
import { hiddenInLinked, type LinkedAnswer, type ProtectedBy } from './linked-table.ts'
import { divisionsAmong } from './part-of-whole.ts'

/**
 * The counts of one period that have to be hidden, as keys of figures: those that add up to each other as linked tables, and beside
 * these each indicator that has areas which stand in none of them.
 */
export function hiddenTogether(figures: readonly RawFigure[], by: ProtectedBy): ReadonlySet<string> {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
  const hidden = new Set<string>()
  const linked = new Map<string, ReadonlySet<string>>()
  for (const [{ columns }, answer] of answersFor(byIndicator, by))
    for (const indicator of columns.keys()) {
      const own = byIndicator.get(indicator) ?? []
      const areas = answer.hidden.get(indicator)
      for (const one of own) if (areas?.has(areaKey(one.area))) hidden.add(figureKey(one))
      linked.set(indicator, new Set([...(linked.get(indicator) ?? []), ...answer.linked]))
    }
  for (const [indicator, own] of byIndicator) {
    const isLinked = own.filter(isCounted).every(({ area }) => linked.get(indicator)?.has(areaKey(area)) === true)
    if (!isLinked) for (const key of hiddenFigures(own, by.rule, by.told)) hidden.add(key)
  }
  return hidden
}

type ByIndicator = ReadonlyMap<string, readonly RawFigure[]>
type Answer = readonly [Division, LinkedAnswer]

/**
 * What each division hides. Where one whole is divided in several ways it is settled first of which areas it is hidden, by the widest
 * division beside what the others need; then all take it as hidden there, with all its parts, and nowhere else.
 */
function answersFor(byIndicator: ByIndicator, by: ProtectedBy): readonly Answer[] {
  const answerOf = (division: Division, wholes?: HiddenWholes): LinkedAnswer => {
    const figures = [...division.columns.keys()].flatMap((one) => byIndicator.get(one) ?? [])
    return hiddenInLinked(figures, division, by, wholes)
  }
  const ofOneWhole = Map.groupBy(divisionsAmong([...byIndicator.keys()]), ({ whole }) => whole)
  return [...ofOneWhole].flatMap(([whole, divisions]): readonly Answer[] => {
    const [widest, ...others] = divisions.toSorted((one, other) => other.columns.size - one.columns.size)
    if (!widest) return []
    const wholesIn = (answers: readonly LinkedAnswer[]) =>
      answers.flatMap(({ hidden }) => [...(hidden.get(whole) ?? [])])
    const needed = new Set(wholesIn(others.map((one) => answerOf(one))))
    const answer = answerOf(widest, { areas: needed, isSettled: false })
    const areas = new Set([...needed, ...wholesIn([answer])])
    if (others.length === 0) return [[widest, answer]]
    const settled = others.map((one): Answer => [one, answerOf(one, { areas, isSettled: true })])
    return [[widest, withoutPartsIn(areas, answer, byIndicator)], ...settled]
  })
}

/** Hides the parts of these areas as well, other than zero; whatever was proved stays so when more is hidden. */
function withoutPartsIn(areas: ReadonlySet<string>, { hidden, linked }: LinkedAnswer, byIndicator: ByIndicator) {
  const more = [...hidden].map(([indicator, own]) => {
    const parts = (byIndicator.get(indicator) ?? []).filter(
      ({ area, value }) => value !== 0 && areas.has(areaKey(area)),
    )
    return [indicator, new Set([...own, ...parts.map(({ area }) => areaKey(area))])] as const
  })
  return { hidden: new Map(more), linked }
}
