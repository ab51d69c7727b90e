import { type BaseCell, type Members, membersOf, type Table, type View } from './table.ts'

/**
 * A table with all its sums, laid out as one array. A cell is one category of each dimension; its position is the sum of
 * category × stride. Leaves stand before sums in every dimension, so a cell of leaves only is one that was counted at.
 */
export type Grid = {
  readonly dimensions: readonly GridDimension[]
  readonly size: number
  readonly values: Float64Array
  /** Which cells readers would see, 1 or 0. */
  readonly isWanted: Uint8Array
}

/** `holders[leaf]`: all categories that count this leaf, itself first. `weights[leaf]`: all that was counted there. */
export type GridDimension = Members & {
  readonly stride: number
  readonly holders: readonly Int32Array[]
  readonly weights: Float64Array
}

/** Lays a table out and sums it. Throws a `RangeError` for a cell outside the dimensions and for a value below zero. */
export function gridOf(table: Table): Grid {
  const dimensions = dimensionsOf(table)
  const size = dimensions.reduce((product, one) => product * one.categories.length, 1)
  const grid = { dimensions, size, isWanted: wanted(dimensions, size, table.views) }
  const values = summed(grid, table.cells, (cell) => cell.value, add)
  weigh({ ...grid, values })
  return { ...grid, values }
}

/** Adds something up over the leaves of each cell, by `join`; it starts at zero everywhere. */
export function summed(
  { dimensions, size }: Pick<Grid, 'dimensions' | 'size'>,
  cells: readonly BaseCell[],
  of: (cell: BaseCell) => number,
  join: (one: number, other: number) => number,
): Float64Array {
  const sums = new Float64Array(size)
  const positions = dimensions.map((one) => new Map(one.categories.map((id, position) => [id, position])))
  for (const cell of cells) {
    const position = leafPosition(dimensions, positions, cell.at)
    const value = of(cell)
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`The value at ${cell.at.join(' · ')} is not a count.`)
    sums[position] = join(sums[position] ?? 0, value)
  }
  for (const dimension of dimensions) sumAlong(sums, dimension, join)
  return sums
}

/** The categories of a cell, one of each dimension, as positions. */
export function categoriesAt({ dimensions }: Pick<Grid, 'dimensions'>, position: number): number[] {
  return dimensions.map(({ stride, categories }) => Math.floor(position / stride) % categories.length)
}

/** The categories of a cell by their identifiers. */
export function namesAt(grid: Pick<Grid, 'dimensions'>, position: number): string[] {
  return categoriesAt(grid, position).map((category, d) => grid.dimensions[d]?.categories[category] ?? '')
}

/** Where the cell of these categories stands; throws a `RangeError` when a dimension has no such category. */
export function positionOf(grid: Pick<Grid, 'dimensions'>, at: readonly string[]): number {
  const unknown = grid.dimensions.findIndex((one, d) => !one.categories.includes(at[d] ?? ''))
  if (unknown >= 0 || at.length !== grid.dimensions.length) throw new RangeError(`No such cell: ${at.join(' · ')}.`)
  return grid.dimensions.reduce((sum, one, d) => sum + one.categories.indexOf(at[d] ?? '') * one.stride, 0)
}

/** The same for whoever asks it of many cells. */
export function placesIn(grid: Pick<Grid, 'dimensions'>): (at: readonly string[]) => number {
  const offsets = grid.dimensions.map(
    ({ categories, stride }) => new Map(categories.map((id, category) => [id, category * stride])),
  )
  return (at) =>
    offsets.reduce((sum, own, d) => {
      const offset = own.get(at[d] ?? '')
      if (offset === undefined || at.length !== offsets.length) throw new RangeError(`No such cell: ${at.join(' · ')}.`)
      return sum + offset
    }, 0)
}

/** Whether a cell was counted at, and is no sum. */
export function isBase(grid: Pick<Grid, 'dimensions'>, position: number): boolean {
  return grid.dimensions.every(
    ({ stride, categories, leafCount }) => Math.floor(position / stride) % categories.length < leafCount,
  )
}

/** The cells that a cell is the sum of, itself when it was counted at. */
export function basesOf(grid: Pick<Grid, 'dimensions'>, position: number): number[] {
  let bases = [0]
  for (const [d, category] of categoriesAt(grid, position).entries()) {
    const dimension = grid.dimensions[d]
    const leaves = dimension?.leavesOf[category] ?? []
    const stride = dimension?.stride ?? 0
    bases = bases.flatMap((base) => Array.from(leaves, (leaf) => base + leaf * stride))
  }
  return bases
}

function dimensionsOf(table: Table): GridDimension[] {
  let stride = 1
  return table.dimensions.map((dimension) => {
    const members = membersOf(dimension)
    const own = { ...members, stride, holders: holdersOf(members), weights: new Float64Array(members.leafCount) }
    stride *= members.categories.length
    return own
  })
}

function holdersOf({ leafCount, leavesOf }: Members): Int32Array[] {
  const holders: number[][] = Array.from({ length: leafCount }, () => [])
  for (const [category, leaves] of leavesOf.entries()) for (const leaf of leaves) holders[leaf]?.push(category)
  return holders.map((one) => Int32Array.from(one))
}

function leafPosition(
  dimensions: readonly GridDimension[],
  positions: readonly ReadonlyMap<string, number>[],
  at: readonly string[],
): number {
  let sum = 0
  for (const [d, dimension] of dimensions.entries()) {
    const leaf = positions[d]?.get(at[d] ?? '')
    if (leaf === undefined || leaf >= dimension.leafCount || at.length !== dimensions.length)
      throw new RangeError(
        `Nothing is counted at ${at.join(' · ')}: one category of each dimension, none of them a sum.`,
      )
    sum += leaf * dimension.stride
  }
  return sum
}

function weigh(grid: Grid): void {
  for (let position = 0; position < grid.size; position++) {
    const value = grid.values[position] ?? 0
    if (value === 0 || !isBase(grid, position)) continue
    for (const { stride, categories, weights } of grid.dimensions) {
      const leaf = Math.floor(position / stride) % categories.length
      weights[leaf] = (weights[leaf] ?? 0) + value
    }
  }
}

const add = (one: number, other: number) => one + other

function sumAlong(sums: Float64Array, dimension: GridDimension, join: (one: number, other: number) => number): void {
  const { stride, categories, leafCount, leavesOf } = dimension
  const span = stride * categories.length
  for (let block = 0; block < sums.length; block += span) {
    for (let category = leafCount; category < categories.length; category++) {
      const target = block + category * stride
      for (const leaf of leavesOf[category] ?? []) {
        const source = block + leaf * stride
        for (let i = 0; i < stride; i++) sums[target + i] = join(sums[target + i] ?? 0, sums[source + i] ?? 0)
      }
    }
  }
}

function wanted(dimensions: readonly GridDimension[], size: number, views: readonly View[] | undefined): Uint8Array {
  const isWanted = new Uint8Array(size).fill(views ? 0 : 1)
  for (const view of views ?? []) {
    const stray = Object.keys(view).find((id) => !dimensions.some((one) => one.id === id))
    if (stray !== undefined) throw new RangeError(`A view names dimension ${stray}, which the table has not.`)
    let positions = [0]
    for (const dimension of dimensions) {
      const seen = seenIn(dimension, view[dimension.id])
      positions = positions.flatMap((one) => seen.map((category) => one + category * dimension.stride))
    }
    for (const position of positions) isWanted[position] = 1
  }
  return isWanted
}

function seenIn({ id, categories, leafCount, leavesOf }: GridDimension, seen: View[string] | undefined): number[] {
  if (seen === 'all') return categories.map((_, category) => category)
  if (seen === undefined) {
    const total = leavesOf.findIndex((leaves) => leaves.length === leafCount)
    if (total < 0) throw new RangeError(`Dimension ${id} has no total, so a view cannot leave it out.`)
    return [total]
  }
  const positions = new Map(categories.map((name, category) => [name, category]))
  return seen.map((name) => {
    const category = positions.get(name)
    if (category === undefined) throw new RangeError(`Dimension ${id} has no category ${name}.`)
    return category
  })
}
