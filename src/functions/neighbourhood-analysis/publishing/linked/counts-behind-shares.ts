import { areaKey, figureKey, isCounted, type RawFigure } from '../raw-figure.ts'
import { partOfShare } from '../shown-figures.ts'
import { countsOfShare } from './part-of-whole.ts'

/**
 * A count that readers can work out of a share. `share` is the indicator that tells it, `whole` the count it is of; `toldAt`: the area under which
 * the share is shown, when that is not the area of the count.
 */
export type CountBehind = {
  readonly count: RawFigure
  readonly share: string
  readonly whole: string
  readonly toldAt?: string
}

/**
 * The counts behind shares and rates of areas of which the whole is known: 2.5 % of 120 households are three. Of the period, or of the nearest one, for
 * a share that is out cannot be taken back when the whole of its period comes. Of a sum,
 * what its areas come to when they are all there, for rounded shares hide nothing. `share`: the indicator that tells it.
 */
export function countsBehindShares(shares: readonly RawFigure[], known: readonly RawFigure[]): readonly CountBehind[] {
  const counts = new Map(known.filter(isCounted).map((one) => [figureKey(one), one]))
  const nearestOf = nearestIn(counts.values())
  const behind = shares.flatMap((figure): Behind[] => {
    const share = countsOfShare(figure.indicator)
    if (!share || typeof figure.value !== 'number' || figure.quality !== 'exact') return []
    const whole = counts.get(figureKey({ ...figure, indicator: share.whole })) ?? nearestOf(figure, share.whole)
    if (!whole || counts.has(figureKey({ ...figure, indicator: share.part }))) return []
    const of = Number(whole.value)
    const value = Math.min(of, partOfShare(figure.value, { ...figure, denominator: of }))
    return [
      {
        count: { ...figure, indicator: share.part, kind: 'count', unit: whole.unit, value },
        share: figure.indicator,
        whole: share.whole,
        of,
      },
    ]
  })
  return withSums(withMunicipality(behind, shares, counts))
}

/** The count of an area in the period nearest to that of a figure: about as many will be published for that one some day. */
function nearestIn(counts: Iterable<RawFigure>) {
  const placeOf = (indicator: string, { area }: RawFigure) => `${indicator}\t${areaKey(area)}`
  const byPlace = Map.groupBy(counts, (one) => placeOf(one.indicator, one))
  const yearsFrom = (one: RawFigure, other: RawFigure) =>
    Math.abs(Number(one.period.slice(0, 4)) - Number(other.period.slice(0, 4)))
  return (figure: RawFigure, indicator: string): RawFigure | undefined =>
    byPlace.get(placeOf(indicator, figure))?.toSorted((a, b) => yearsFrom(a, figure) - yearsFrom(b, figure))[0]
}

type Behind = CountBehind & { readonly of: number }

const addedUp = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
const peopleIn = (areas: readonly Behind[]) => addedUp(areas.map(({ count }) => Number(count.value)))

/** NOTE whoever shows figures puts the municipality together of its sectors when nobody publishes it, under no code. */
const putTogether = { level: 'municipality', edition: '', code: '' } as const

/** With the municipality put together, for shares that are published of sectors only: the same one of which the whole is known. */
function withMunicipality(
  behind: readonly Behind[],
  shares: readonly RawFigure[],
  counts: ReadonlyMap<string, RawFigure>,
): readonly Behind[] {
  const seriesOf = ({ indicator, period }: Pick<RawFigure, 'indicator' | 'period'>) => `${indicator}\t${period}`
  const levelOf = ({ area }: RawFigure) => ('level' in area ? area.level : undefined)
  const published = new Set(shares.filter((one) => levelOf(one) === 'municipality').map(seriesOf))
  const groups = Map.groupBy(behind, ({ count, share }) => seriesOf({ ...count, indicator: share }))
  return [...groups].flatMap(([series, own]) => {
    const isSector = ({ count }: Behind) => levelOf(count) === 'sector'
    const sectors = own.filter(isSector)
    const [sample] = sectors
    if (!sample || published.has(series)) return own
    const wholes = [...counts.values()].filter(
      (one) => levelOf(one) === 'municipality' && one.indicator === sample.whole && one.period === sample.count.period,
    )
    const area = wholes.find((one) => sample.count.within?.includes(areaKey(one.area)))?.area ?? putTogether
    const count = { ...sample.count, area, value: peopleIn(sectors), within: [] }
    const inside = (one: Behind) => [...new Set([...(one.count.within ?? []), areaKey(area)])]
    return [
      ...own.map((one) => (isSector(one) ? { ...one, count: { ...one.count, within: inside(one) } } : one)),
      { ...sample, count, of: addedUp(sectors.map(({ of }) => of)), toldAt: areaKey(putTogether) },
    ]
  })
}

/** Sums get what the areas of one level within them come to, when together these are all of its people. */
function withSums(behind: readonly Behind[]): readonly CountBehind[] {
  const keyOf = ({ count, share }: Behind, area: string) => `${share}\t${count.period}\t${area}`
  const inside = Map.groupBy(
    behind.flatMap((one) => (one.count.within ?? []).map((whole) => ({ one, key: keyOf(one, whole) }))),
    ({ key }) => key,
  )
  return behind.map(({ of, ...one }) => {
    const { count } = one
    const areas = inside.get(keyOf({ ...one, of }, areaKey(count.area)))?.map(({ one }) => one) ?? []
    const levels = Map.groupBy(areas, (one) => ('level' in one.count.area ? one.count.area.level : ''))
    const whole = [...levels.values()].find((level) => addedUp(level.map((one) => one.of)) === of)
    return { ...one, count: whole ? { ...count, value: peopleIn(whole) } : count }
  })
}
