import { basesOf, categoriesAt, type Grid } from './grid.ts'
import type { LaneBook } from './lanes.ts'
import { between, type Fixed, fromOutside, type Lane, nothingFixed } from './moves.ts'

/**
 * Looks for the cheapest way to move figures so that one cell becomes larger or smaller while no shown cell changes but those
 * paid for. Two dimensions are searched as a graph: lanes of the one and lanes of the other are its points, cells its lines, and
 * an exchange is a closed walk with plus and minus in turn (Dijkstra finds the cheapest). Other dimensions take one exchange or come
 * from outside. A cell is free to change when it is hidden already.
 */
export type Field = {
  readonly grid: Grid
  readonly lanes: LaneBook
  /** What it costs to hide a cell: 0 when hidden or never shown, `Infinity` when it can never be. */
  readonly price: Float64Array
  /** The least that readers know to be in a cell: one person in a hidden one, for zero is always shown. */
  readonly least: Uint8Array
  /** What has been moved so far, relative to the real values. */
  readonly moved: Float64Array
  /** Lets a step leave less in a cell than there must be, for later steps to make good. */
  readonly isLenient?: boolean
  /** Looks in the nearest categories only, for one step. */
  readonly isQuick?: boolean
}

/** One step: cells and the sense in which each changes. */
export type Step = { readonly price: number; readonly cells: readonly number[]; readonly signs: readonly number[] }

/** The cheapest step that changes `cell` by `amount` in the sense of `sign`; null when there is none. */
export function cheapestStep(field: Field, cell: number, sign: number, amount: number): Step | null {
  const search: Search = { field, cell, sign, amount, best: null }
  const categories = categoriesAt(field.grid, cell)
  const leaves = leafTuples(search, categories)
  for (const tuple of leaves) tryWays(search, categories, tuple, 'narrow')
  if (!search.best && !field.isQuick) for (const tuple of leaves) tryWays(search, categories, tuple, 'wide')
  return search.best
}

type Search = {
  readonly field: Field
  readonly cell: number
  readonly sign: number
  readonly amount: number
  best: Step | null
}

const mostTuples = 3
const mostLanes = 48
const mostPartners = 4

/** The base cells below `cell` that can carry the change, those with most in it first. */
function leafTuples({ field, cell, sign, amount }: Search, categories: readonly number[]): number[][] {
  const { grid, price, least, moved, isLenient } = field
  if (grid.dimensions.every(({ leafCount }, d) => (categories[d] ?? 0) < leafCount)) return [[...categories]]
  const now = (base: number) => (grid.values[base] ?? 0) + (moved[base] ?? 0)
  return basesOf(grid, cell)
    .filter((base) => price[base] !== Infinity && (isLenient || sign > 0 || now(base) - (least[base] ?? 0) >= amount))
    .sort((a, b) => (price[a] ?? 0) - (price[b] ?? 0) || now(b) - now(a))
    .slice(0, mostTuples)
    .map((base) => categoriesAt(grid, base))
}

/** `narrow` stays among the nearest categories, with people from outside along at most one dimension; `wide` tries all there is. */
function tryWays(search: Search, categories: readonly number[], leaves: readonly number[], reach: 'narrow' | 'wide') {
  const { grid, lanes } = search.field
  // NOTE null: people from outside, which changes the totals along this dimension.
  const options = grid.dimensions.map((_, d) => [...lanes.around(d, categories[d] ?? 0, leaves[d] ?? 0, reach), null])
  const ways = combinations(options)
    .map((way) => ({ way, outsides: way.filter((one) => one === null).length }))
    .sort((a, b) => a.outsides - b.outsides)
  const fewest = ways[0]?.outsides ?? 0
  for (const { way, outsides } of ways) {
    if (search.best?.price === 0) return
    if (reach === 'wide' || outsides <= fewest + 1) tryWay(search, leaves, way)
  }
}

function combinations<T>(options: readonly (readonly T[])[]): T[][] {
  return options.reduce<T[][]>((ways, own) => ways.flatMap((way) => own.map((one) => [...way, one])), [[]])
}

/** The two dimensions with most lanes become the graph, the others are fixed one by one. */
function tryWay(search: Search, leaves: readonly number[], way: readonly (readonly Lane[] | null)[]): void {
  const { dimensions } = search.field.grid
  let fixed = nothingFixed
  for (const [d, lanes] of way.entries()) {
    const dimension = dimensions[d]
    if (!lanes && dimension) fixed = fromOutside(fixed, dimension, leaves[d] ?? 0)
  }
  const exchanging = way.filter((lanes) => lanes !== null).toSorted((a, b) => b.length - a.length)
  const [rows = [], columns = [], ...others] = exchanging
  if (exchanging.length === 0) consider(search, fixed, [])
  else if (exchanging.length === 1) alongOne(search, fixed, rows)
  else alongTwo(search, fixed, rows, columns, others)
}

const own: readonly Lane[] = [{ leaf: 0, offsets: Int32Array.of(0) }]

function alongOne(search: Search, fixed: Fixed, rows: readonly Lane[]): void {
  const [first] = rows
  if (!first) return
  const start = priceOf(search, first, own[0], fixed, 1)
  for (const row of rows.slice(1)) {
    const price = start + priceOf(search, row, own[0], fixed, -1)
    if (price < (search.best?.price ?? Infinity))
      consider(search, fixed, [
        { row: first, column: own[0], sign: 1 },
        { row, column: own[0], sign: -1 },
      ])
  }
}

/** Fixes an exchange along each of `others`, trying the partners that cost least, then searches the graph. */
function alongTwo(
  search: Search,
  fixed: Fixed,
  rows: readonly Lane[],
  columns: readonly Lane[],
  others: readonly (readonly Lane[])[],
): void {
  const [lanes, ...left] = others
  if (!lanes) {
    walk(
      search,
      fixed,
      nearest(search, fixed, rows, columns[0], 'rows'),
      nearest(search, fixed, columns, rows[0], 'columns'),
    )
    return
  }
  const [to] = lanes
  if (!to) return
  const partners = lanes
    .slice(1)
    .map((from) => ({ from, price: priceOf(search, rows[0], columns[0], between(fixed, to, from), 1) }))
    .filter(({ price }) => price < Infinity)
    .sort((a, b) => a.price - b.price)
    .slice(0, mostPartners)
  for (const { from } of partners) {
    if (search.best?.price === 0) return
    alongTwo(search, between(fixed, to, from), rows, columns, left)
  }
}

/** The lanes worth walking when there are very many: those whose cell beside the own one costs least. */
function nearest(
  search: Search,
  fixed: Fixed,
  lanes: readonly Lane[],
  beside: Lane | undefined,
  along: 'rows' | 'columns',
) {
  const [first, ...rest] = lanes
  if (!first || rest.length <= mostLanes) return lanes
  const price = (lane: Lane) =>
    along === 'rows' ? priceOf(search, lane, beside, fixed, -1) : priceOf(search, beside, lane, fixed, -1)
  const priced = rest.map((lane) => ({ lane, price: price(lane) })).filter((one) => one.price < Infinity)
  priced.sort((a, b) => a.price - b.price)
  return [first, ...priced.slice(0, mostLanes).map(({ lane }) => lane)]
}

type Line = { readonly row: Lane | undefined; readonly column: Lane | undefined; readonly sign: number }

/**
 * The cheapest closed walk through the own cell: from its column to a row (minus), from that row to a column (plus), and so on,
 * back to its own row (minus). Points are numbered: columns first, then rows.
 */
function walk(search: Search, fixed: Fixed, rows: readonly Lane[], columns: readonly Lane[]): void {
  const start = priceOf(search, rows[0], columns[0], fixed, 1)
  const bound = search.best?.price ?? Infinity
  if (!(start < bound)) return
  const goal = columns.length
  const distance = new Float64Array(columns.length + rows.length).fill(Infinity)
  const before = new Int32Array(distance.length).fill(-1)
  const isDone = new Uint8Array(distance.length)
  distance[0] = start
  for (;;) {
    const point = nearestOpen(distance, isDone)
    if (point < 0 || (distance[point] ?? Infinity) >= bound) return
    if (point === goal) break
    isDone[point] = 1
    const isColumn = point < goal
    const [from, to] = isColumn ? [goal, distance.length] : [0, goal]
    for (let next = from; next < to; next++) {
      if (isDone[next] || (point === 0 && next === goal)) continue
      const line = lineBetween(rows, columns, goal, point, next)
      const far = (distance[point] ?? 0) + priceOf(search, line.row, line.column, fixed, line.sign)
      if (far < (distance[next] ?? Infinity)) {
        distance[next] = far
        before[next] = point
      }
    }
  }
  const lines: Line[] = [{ row: rows[0], column: columns[0], sign: 1 }]
  for (let point = goal; point !== 0; point = before[point] ?? 0)
    lines.push(lineBetween(rows, columns, goal, before[point] ?? 0, point))
  consider(search, fixed, lines)
}

function lineBetween(rows: readonly Lane[], columns: readonly Lane[], goal: number, from: number, to: number): Line {
  return from < goal
    ? { row: rows[to - goal], column: columns[from], sign: -1 }
    : { row: rows[from - goal], column: columns[to], sign: 1 }
}

function nearestOpen(distance: Float64Array, isDone: Uint8Array): number {
  let nearest = -1
  let least = Infinity
  for (let point = 0; point < distance.length; point++) {
    const far = distance[point] ?? Infinity
    if (!isDone[point] && far < least) {
      least = far
      nearest = point
    }
  }
  return nearest
}

/** What it costs to change the cells of one line, `Infinity` when one of them cannot change that much. */
function priceOf(search: Search, row: Lane | undefined, column: Lane | undefined, fixed: Fixed, sense: number): number {
  const { price, moved, least, grid, isLenient } = search.field
  const sign = sense * search.sign
  let total = 0
  if (!row || !column) return Infinity
  for (let k = 0; k < fixed.offsets.length; k++) {
    const offset = fixed.offsets[k] ?? 0
    const isLess = !isLenient && sign * (fixed.signs[k] ?? 1) < 0
    for (const r of row.offsets)
      for (const c of column.offsets) {
        const cell = offset + r + c
        const own = price[cell] ?? Infinity
        if (own === Infinity) return Infinity
        const change = moved[cell] ?? 0
        if (isLess && (grid.values[cell] ?? 0) + change - (least[cell] ?? 0) < search.amount) return Infinity
        if (change === 0) total += own
      }
  }
  return total
}

/** Keeps a step when it is the cheapest so far; without lines, `fixed` is the whole of it. */
function consider(search: Search, fixed: Fixed, lines: readonly Line[]): void {
  const all = lines.length > 0 ? lines : [{ row: own[0], column: own[0], sign: 1 }]
  const price = all.reduce((sum, { row, column, sign }) => sum + priceOf(search, row, column, fixed, sign), 0)
  if (!(price < (search.best?.price ?? Infinity))) return
  const cells: number[] = []
  const signs: number[] = []
  for (const { row, column, sign } of all)
    for (const [k, offset] of fixed.offsets.entries())
      for (const r of row?.offsets ?? [])
        for (const c of column?.offsets ?? []) {
          cells.push(offset + r + c)
          signs.push(sign * search.sign * (fixed.signs[k] ?? 1))
        }
  search.best = { price, cells, signs }
}
