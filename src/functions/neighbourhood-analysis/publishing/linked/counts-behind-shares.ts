import { areaKey, figureKey, isCounted, type RawFigure } from '../raw-figure.ts'
import { partOfShare } from '../shown-figures.ts'
import { countsOfShare } from './part-of-whole.ts'

/** A count that readers can work out of a share, and the figure they need for it. */
export type CountBehind = { readonly count: RawFigure; readonly share: string }

/**
 * The counts behind shares and rates of areas of which the whole is known in the same period: 2.5 % of 120 households are three. Of a sum,
 * what its areas come to when they are all there, for rounded shares hide nothing. `share`: the indicator that tells it.
 */
export function countsBehindShares(shares: readonly RawFigure[], known: readonly RawFigure[]): readonly CountBehind[] {
  const counts = new Map(known.filter(isCounted).map((one) => [figureKey(one), one]))
  const behind = shares.flatMap((figure): (CountBehind & { readonly of: number })[] => {
    const share = countsOfShare(figure.indicator)
    if (!share || typeof figure.value !== 'number' || figure.quality !== 'exact') return []
    const whole = counts.get(figureKey({ ...figure, indicator: share.whole }))
    if (!whole || counts.has(figureKey({ ...figure, indicator: share.part }))) return []
    const of = Number(whole.value)
    const value = Math.min(of, partOfShare(figure.value, { ...figure, denominator: of }))
    const count = { ...figure, indicator: share.part, kind: 'count', unit: whole.unit, value } as const
    return [{ count, share: figure.indicator, of }]
  })
  return behind.map(({ count, share, of }) => ({
    share,
    count: { ...count, value: sumOfAreas(count, of, behind) ?? count.value },
  }))
}

type Behind = CountBehind & { readonly of: number }

/** What the areas of one level within this one come to, when together they are all of its people. */
function sumOfAreas(sum: RawFigure, of: number, behind: readonly Behind[]): number | undefined {
  const key = areaKey(sum.area)
  const inside = behind.filter(
    ({ count }) => count.indicator === sum.indicator && count.period === sum.period && count.within?.includes(key),
  )
  const byLevel = Map.groupBy(inside, ({ count: { area } }) => ('level' in area ? area.level : ''))
  const whole = [...byLevel.values()].find((level) => level.reduce((people, one) => people + one.of, 0) === of)
  return whole?.reduce((people, { count }) => people + Number(count.value), 0)
}
