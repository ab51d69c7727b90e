import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesAt } from '../disclosure/grid.ts'
import { ordinaryCounts, type ProtectedTable, protectTable, shownAt, type Table } from '../index.ts'

const rows = ['north', 'south']
const columns = ['young', 'middle', 'old']
const dimensions = [
  { id: 'area', categories: [{ id: 'all' }, ...rows.map((id) => ({ id, within: ['all'] }))] },
  { id: 'age', categories: [{ id: 'all' }, ...columns.map((id) => ({ id, within: ['all'] }))] },
]
const places = rows.flatMap((row) => columns.map((column) => [row, column] as const))
const most = 12

test('P13 whoever tries all whole figures finds every count from one to five possible for each small one', () => {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.array(count, { minLength: 6, maxLength: 6 }), (counts) => {
      const table: Table = { dimensions, cells: places.map((at, k) => ({ at, value: counts[k] ?? 0 })) }
      const answer = protectTable(table, ordinaryCounts)
      const possible = tried(answer)
      const small = answer.needs.map(({ cell }) => namesAt(answer.grid, cell)).filter((at) => !at.includes('all'))
      for (const at of small)
        expect([...(possible.get(at.join(' ')) ?? [])]).toEqual(expect.arrayContaining([1, 2, 3, 4, 5]))
    }),
    { seed: 8, numRuns: 40 },
  )
})

/** Every value each hidden cell has in some table that fits what is shown, by trying all figures up to `most`, a row at a time. */
function tried(answer: ProtectedTable): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  const shown = (...at: string[]) => shownAt(answer, at)
  const fits = (sum: number, seen: ReturnType<typeof shown>) => (seen === 'hidden' ? sum >= 1 : sum === seen)
  const rowsThatFit = rows.map((row) =>
    columns
      .reduce<number[][]>(
        (begun, column) => {
          const seen = shown(row, column)
          const tries = typeof seen === 'number' ? [seen] : Array.from({ length: most }, (_, k) => k + 1)
          return begun.flatMap((one) => tries.map((value) => [...one, value]))
        },
        [[]],
      )
      .filter((values) => fits(total(values), shown(row, 'all'))),
  )
  for (const north of rowsThatFit[0] ?? [])
    for (const south of rowsThatFit[1] ?? []) {
      const sums = columns.map((_, k) => (north[k] ?? 0) + (south[k] ?? 0))
      if (!columns.every((column, k) => fits(sums[k] ?? 0, shown('all', column)))) continue
      if (!fits(total(sums), shown('all', 'all'))) continue
      for (const [k, [row, column]] of places.entries()) {
        const key = `${row} ${column}`
        found.set(key, (found.get(key) ?? new Set()).add([...north, ...south][k] ?? 0))
      }
    }
  return found
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
