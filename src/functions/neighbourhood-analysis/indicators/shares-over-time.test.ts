import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  foundIn,
  type PartOfNeighbourhood,
  type Sector,
  type Year,
} from '../../../../tests/support/shares-over-years.ts'

/** Histories to try; more of them in a long search. */
const histories = Number(process.env.MEERNET_HISTORIES ?? 100)

const codes = ['A', 'B', 'C', 'D', 'E']
const few = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 0, max: 40 }))
const many = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 15, max: 200 }))
const sector = fc.tuple(few, many).map(([part, rest]): Sector => ({ part, all: part + rest }))
const sectors = fc
  .array(sector, { minLength: codes.length, maxLength: codes.length })
  .map((rows) => Object.fromEntries(rows.map((row, k) => [codes[k] ?? '', row])))
const parts = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(1, 1, 1, 0.5)), {
    selector: ([code]) => code,
    minLength: 1,
    maxLength: 4,
  })
  .map((own) => own.map(([code, share]): PartOfNeighbourhood => ({ code, share })))
const revision = fc.record({
  codes: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
  part: fc.integer({ min: 0, max: 5 }),
  rest: fc.integer({ min: 0, max: 5 }),
})
const years = fc
  .tuple(
    sectors,
    fc.boolean(),
    fc.array(fc.record({ one: parts, other: parts, revised: revision }), { minLength: 2, maxLength: 3 }),
  )
  .map(([first, isTownPublished, all]) => {
    let now = first
    return all.map(({ one, other, revised }, k): Year => {
      if (k > 0)
        now = Object.fromEntries(
          Object.entries(now).map(([code, row]) => [
            code,
            revised.codes.includes(code) ? revisedBy(row, revised) : row,
          ]),
        )
      return { sectors: now, neighbourhoods: { one, other }, isTownPublished }
    })
  })
const revisedBy = ({ part, all }: Sector, more: { readonly part: number; readonly rest: number }): Sector => ({
  part: part + more.part,
  all: all + more.part + more.rest,
})

test('P13 whoever kept every share and every number of households finds none of few', {
  timeout: 120_000 + histories * 50,
}, () => {
  fc.assert(
    fc.property(years, (history) => {
      expect(foundIn(history)).toEqual([])
    }),
    { numRuns: histories, seed: 3 },
  )
})
