/**
 * Estimates of neighbourhoods that cut published areas. One in which a hidden count lies is told as what readers make of it who see
 * all the rest: then it tells nothing that they could not work out, whatever it is put beside.
 */

import { areaKey, figureKey, type RawFigure } from '../raw-figure.ts'
import type { Estimate, WithNeighbourhoods } from './neighbourhood-sums.ts'

/** `values`: estimates by `figureKey`; `hidden`: those that nobody who sees the rest could make. */
export type EstimatesOfShown = { readonly values: ReadonlyMap<string, number>; readonly hidden: readonly string[] }

/** What is told of estimates of one indicator and period that have something hidden in them. */
export function estimatesOfShown(
  { figures, estimated }: WithNeighbourhoods,
  hidden: ReadonlySet<string>,
): EstimatesOfShown {
  const [sample] = figures
  const guessOf = guessesIn(figures, hidden)
  const byArea = new Map(figures.map((one) => [areaKey(one.area), one]))
  const hasHidden = (parts: Estimate) =>
    parts.some(({ area }) => hidden.has(`${sample?.indicator}\t${sample?.period}\t${area}`))
  // Of who is not there nobody has to guess.
  const shownOf = (figure: RawFigure | undefined) =>
    figure && hidden.has(figureKey(figure)) ? guessOf(figure) : typeof figure?.value === 'number' ? figure.value : 0
  const values = new Map<string, number>()
  const untold: string[] = []
  for (const [neighbourhoodId, ways] of estimated) {
    if (!sample || !ways.some(hasHidden)) continue
    const key = figureKey({ ...sample, area: { neighbourhoodId } })
    const [only = [], ...others] = ways
    const value = only.reduce((sum, { area, share }) => sum + share * shownOf(byArea.get(area)), 0)
    if (others.length > 0 || Number.isNaN(value)) untold.push(key)
    else values.set(key, value)
  }
  return { values, hidden: untold }
}

/** The same of several tables of the same people: where they differ nothing is told. */
export function estimatesTogether(all: readonly EstimatesOfShown[]): EstimatesOfShown {
  const values = new Map<string, number>()
  const untold = new Set(all.flatMap(({ hidden }) => hidden))
  for (const [key, value] of all.flatMap((one) => [...one.values])) {
    if ((values.get(key) ?? value) !== value) untold.add(key)
    values.set(key, value)
  }
  for (const key of untold) values.delete(key)
  return { values, hidden: [...untold] }
}

/**
 * What somebody would say of a hidden count who sees the rest: what the municipality has more than the shown areas in it, spread evenly over the
 * others. `NaN` where no whole is shown.
 */
function guessesIn(figures: readonly RawFigure[], hidden: ReadonlySet<string>) {
  const isShown = (one: RawFigure | undefined): one is RawFigure & { readonly value: number } =>
    typeof one?.value === 'number' && !hidden.has(figureKey(one))
  const byArea = new Map(figures.map((one) => [areaKey(one.area), one]))
  const kindOf = ({ area }: RawFigure) => ('level' in area ? `${area.level} ${area.edition}` : '')
  const inside = Map.groupBy(
    figures.flatMap((one) => (one.within ?? []).map((whole) => ({ one, key: `${kindOf(one)} in ${whole}` }))),
    ({ key }) => key,
  )
  return (figure: RawFigure): number => {
    const whole = figure.within?.find((area) => area.startsWith('municipality ') && isShown(byArea.get(area)))
    const areas = inside.get(`${kindOf(figure)} in ${whole}`)?.map(({ one }) => one) ?? []
    const shown = areas.filter(isShown).reduce((sum, { value }) => sum + value, 0)
    const left = Number(byArea.get(whole ?? '')?.value ?? Number.NaN) - shown
    return Math.max(0, left) / areas.filter((one) => !isShown(one)).length
  }
}
