import type { Value } from '@meernet/statistics'
import { readableNumber } from '../readable-number.ts'
import { naturalGroups } from './natural-groups.ts'

/** Figures from `from` to under `to`; the last class has its `to` as well. `count` is how many areas have one. */
export type ShadeClass = {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

export type ShadeOptions = {
  /** How many classes at most. */
  readonly most?: 2 | 3 | 4 | 5 | 6
  /** About as many areas in each class, or classes where the figures leave gaps. */
  readonly by?: 'quantiles' | 'natural'
}

/**
 * Classes for shading a map, with limits that read easily: a limit moves a little among the figures beside it to become a rounder number.
 * Missing figures have no class; as few classes as there are different figures. The outer limits are the least and the greatest figure.
 */
export function shadeClasses(
  values: readonly Value[],
  { most = 5, by = 'quantiles' }: ShadeOptions = {},
): readonly ShadeClass[] {
  const figures = values.filter((value) => typeof value === 'number').sort((a, b) => a - b)
  const [least, greatest] = [figures[0], figures.at(-1)]
  if (least === undefined || greatest === undefined) return []
  const starts = by === 'natural' ? naturalGroups(figures, most) : quantileStarts(figures, most)
  const slack = by === 'natural' ? 0 : figures.length / most / 5
  const limits = [least, ...readableLimits(figures, starts, slack), greatest]
  return limits
    .slice(1)
    .map((to, place, { length }) => classOf(figures, limits[place] ?? to, to, place === 0, place === length - 1))
}

/** Which class a figure belongs to, from 0; -1 for one beyond all of them and for what is missing. */
export function shadeOf(classes: readonly ShadeClass[], value: Value): number {
  if (typeof value !== 'number') return -1
  return classes.findIndex(({ from, to, isLast }) => value >= from && (value < to || (isLast && value <= to)))
}

/** Places in `figures` (sorted) where a class begins, the first class left out. */
function quantileStarts(figures: readonly number[], most: number): readonly number[] {
  return Array.from({ length: most - 1 }, (_, part) => Math.round(((part + 1) * figures.length) / most))
}

/** For each start a number above the figure before it and up to the figure at it, or a rounder one within `slack` places. */
function readableLimits(figures: readonly number[], starts: readonly number[], slack: number): readonly number[] {
  const limits: number[] = []
  let floor = figures[0] ?? 0
  for (const start of starts) {
    // The class that ends here has at least one figure, and so has the one that begins here.
    const first = figures.find((figure) => figure >= floor) ?? floor
    const above = figures[Math.max(0, Math.ceil(start - slack) - 1)] ?? first
    const upTo = figures[Math.min(figures.length - 1, Math.floor(start + slack))] ?? first
    const limit = limitBetween(Math.max(above, first), upTo)
    if (limit === undefined) continue
    limits.push(limit)
    floor = limit
  }
  return limits
}

/** A number over `above`, at most `upTo`; undefined when these are the same. */
function limitBetween(above: number, upTo: number): number | undefined {
  if (!(upTo > above)) return undefined
  const limit = readableNumber(above + (upTo - above) * 1e-9, upTo)
  return limit > above ? limit : upTo
}

function classOf(figures: readonly number[], from: number, to: number, isFirst: boolean, isLast: boolean): ShadeClass {
  const count = figures.filter((figure) => figure >= from && (figure < to || (isLast && figure <= to))).length
  return { from, to, count, isFirst, isLast }
}
