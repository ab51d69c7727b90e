import type { PlottedInterval } from '../plotted.ts'

/** A figure of one period. `at` is its place in time (2019, 2019.5), `period` how it is written. */
export type TrendPoint = PlottedInterval & { readonly at: number; readonly period: string }

/** A line over time. Looks differ in more than colour: whole with dots, dashed, dotted. */
export type Trend = {
  readonly name: string
  readonly look: 'own' | 'beside' | 'far'
  /** Oldest first. */
  readonly points: readonly TrendPoint[]
}

/** All periods of some lines, oldest first, each once. */
export function periodsOf(
  lines: readonly { readonly points: readonly TrendPoint[] }[],
): readonly { at: number; period: string }[] {
  const periods = new Map(lines.flatMap(({ points }) => points).map(({ at, period }) => [at, period]))
  return [...periods].map(([at, period]) => ({ at, period })).sort((a, b) => a.at - b.at)
}

/** Where a period lies from the first (0) to the last (1); a single one in the middle. */
export function timeScale(points: readonly TrendPoint[]): (at: number) => number {
  const [first, last] = [Math.min(...points.map(({ at }) => at)), Math.max(...points.map(({ at }) => at))]
  return (at) => (last > first ? (at - first) / (last - first) : 0.5)
}

/** What is read of the last period: also when it is hidden or missing, for a figure of before is not that of now. */
export const lastText = (points: readonly Pick<TrendPoint, 'text'>[]): string => points.at(-1)?.text ?? ''

/** Points with a figure, in pieces that end where one is missing. */
export function unbroken(points: readonly TrendPoint[]): readonly (readonly KnownPoint[])[] {
  const pieces: KnownPoint[][] = []
  let isBroken = true
  for (const point of points) {
    if (typeof point.value !== 'number') {
      isBroken = true
      continue
    }
    if (isBroken) pieces.push([])
    pieces.at(-1)?.push({ ...point, value: point.value })
    isBroken = false
  }
  return pieces
}

export type KnownPoint = Omit<TrendPoint, 'value'> & { readonly value: number }
