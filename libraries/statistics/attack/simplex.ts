/**
 * Linear programs in a dense tableau: how small and how large a weighted sum of unknowns can be, when the unknowns are not negative
 * and fit a number of equations. Two phases: first any solution at all, then from there to each question in turn, beginning where
 * the one before ended. The column that promises most enters; after a while without progress the first that
 * promises anything (Bland's rule), which cannot go round in circles. For some hundreds of unknowns; time grows with the cube.
 */
export type Equation = {
  readonly unknowns: readonly number[]
  readonly weights: readonly number[]
  readonly total: number
}

/** A system that has solutions. `extreme`: the least or the most that the sum of these unknowns can be; may be `Infinity`. */
export type Program = { readonly extreme: (unknowns: readonly number[], which: 'least' | 'most') => number }

const tiny = 1e-9

/** Finds a first solution; null when no figures fit all equations. */
export function programOf(count: number, equations: readonly Equation[]): Program | null {
  const tableau = firstTableau(count, equations)
  const costs = new Float64Array(tableau.width)
  costs.fill(1, count, tableau.width - 1)
  if (minimise(tableau, costs, tableau.width - 1) > 1e-6) return null
  const solved = withoutHelp(tableau, count)
  return {
    extreme: (unknowns, which) => {
      const sign = which === 'least' ? 1 : -1
      const wanted = new Float64Array(solved.width)
      for (const one of unknowns) wanted[one] = (wanted[one] ?? 0) + sign
      return sign * minimise(solved, wanted, count) + 0
    },
  }
}

/** Rows of unknowns and, last, the total; `basis[row]` is the unknown that the row is solved for. */
type Tableau = { rows: Float64Array[]; basis: number[]; readonly width: number }

/** Each equation gets a helping unknown of its own, which phase one brings down to zero. */
function firstTableau(count: number, equations: readonly Equation[]): Tableau {
  const width = count + equations.length + 1
  const rows = equations.map(({ unknowns, weights, total }, index) => {
    const row = new Float64Array(width)
    const sign = total < 0 ? -1 : 1
    for (const [k, unknown] of unknowns.entries()) row[unknown] = (row[unknown] ?? 0) + sign * (weights[k] ?? 0)
    row[count + index] = 1
    row[width - 1] = sign * total
    return row
  })
  return { rows, basis: equations.map((_, index) => count + index), width }
}

/** Brings the weighted sum down as far as it goes, over the first `columns` unknowns; the least value, or `-Infinity`. */
function minimise(tableau: Tableau, costs: Float64Array, columns: number): number {
  const reduced = reducedCosts(tableau, costs)
  const last = tableau.width - 1
  let idle = 0
  for (;;) {
    const column = entering(reduced, columns, idle > 40)
    if (column < 0) return -(reduced[last] ?? 0)
    const row = leaving(tableau, column)
    if (row < 0) return -Infinity
    const before = reduced[last] ?? 0
    pivot(tableau, row, column, reduced)
    idle = Math.abs((reduced[last] ?? 0) - before) > tiny ? 0 : idle + 1
  }
}

function reducedCosts({ rows, basis, width }: Tableau, costs: Float64Array): Float64Array {
  const reduced = costs.slice(0, width)
  for (const [r, row] of rows.entries()) subtract(reduced, row, costs[basis[r] ?? 0] ?? 0)
  return reduced
}

function entering(reduced: Float64Array, columns: number, first: boolean): number {
  let best = -1
  let least = -tiny
  for (let column = 0; column < columns; column++) {
    const cost = reduced[column] ?? 0
    if (cost >= least) continue
    best = column
    if (first) return best
    least = cost
  }
  return best
}

/** The row that limits how far the column can grow; among equals the one with the first unknown. */
function leaving({ rows, basis, width }: Tableau, column: number): number {
  let best = -1
  let least = Infinity
  for (const [r, row] of rows.entries()) {
    const weight = row[column] ?? 0
    if (weight <= tiny) continue
    const limit = (row[width - 1] ?? 0) / weight
    const isEqual = Math.abs(limit - least) <= tiny
    if (limit < least - tiny || (isEqual && (basis[r] ?? 0) < (basis[best] ?? Infinity))) {
      best = r
      least = Math.min(limit, least)
    }
  }
  return best
}

function pivot(tableau: Tableau, at: number, column: number, reduced: Float64Array | null): void {
  const own = tableau.rows[at]
  if (!own) return
  const weight = own[column] ?? 1
  for (let k = 0; k < own.length; k++) own[k] = (own[k] ?? 0) / weight
  for (const [r, row] of tableau.rows.entries()) if (r !== at) subtract(row, own, row[column] ?? 0)
  if (reduced) subtract(reduced, own, reduced[column] ?? 0)
  tableau.basis[at] = column
}

function subtract(target: Float64Array, row: Float64Array, times: number): void {
  if (times === 0) return
  for (let k = 0; k < target.length; k++) {
    const weight = row[k] ?? 0
    if (weight !== 0) target[k] = (target[k] ?? 0) - times * weight
  }
}

/** Drops the helping unknowns; an equation that only one of them was left to solve says nothing new, and goes. */
function withoutHelp(tableau: Tableau, count: number): Tableau {
  for (const [r, unknown] of tableau.basis.entries()) {
    if (unknown < count) continue
    const column = tableau.rows[r]?.findIndex((weight, k) => k < count && Math.abs(weight) > 1e-7) ?? -1
    if (column >= 0) pivot(tableau, r, column, null)
  }
  const kept = tableau.basis.map((unknown, r) => ({ unknown, r })).filter(({ unknown }) => unknown < count)
  const rows = kept.map(({ r }) => {
    const row = tableau.rows[r] ?? new Float64Array(tableau.width)
    const short = row.slice(0, count + 1)
    short[count] = row[tableau.width - 1] ?? 0
    return short
  })
  return { rows, basis: kept.map(({ unknown }) => unknown), width: count + 1 }
}
