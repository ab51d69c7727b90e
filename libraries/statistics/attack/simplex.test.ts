import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programOf } from './simplex.ts'

const equation = (unknowns: number[], total: number, weights = unknowns.map(() => 1)) => ({ unknowns, weights, total })

describe('a linear program', () => {
  test('bounds an unknown by the total it is part of', () => {
    const program = programOf(2, [equation([0, 1], 7)])
    expect([program?.extreme([0], 'least'), program?.extreme([0], 'most')]).toEqual([0, 7])
    expect(program?.extreme([0, 1], 'least')).toBeCloseTo(7)
  })

  test('has no solution when equations contradict each other', () => {
    expect(programOf(2, [equation([0, 1], 7), equation([0, 1], 8)])).toBeNull()
    expect(programOf(1, [equation([0], -1)])).toBeNull()
  })

  test('is not bounded where nothing bounds it', () => {
    expect(programOf(2, [equation([0], 3)])?.extreme([1], 'most')).toBe(Infinity)
  })

  test('loses nothing over an equation said twice', () => {
    const program = programOf(3, [equation([0, 1], 7), equation([0, 1], 7), equation([1, 2], 4)])
    expect([program?.extreme([1], 'most'), program?.extreme([0], 'least')]).toEqual([4, 3])
  })

  test('answers the cycling example of Beale', () => {
    const program = programOf(7, [
      { unknowns: [0, 1, 2, 3, 4], weights: [0.25, -60, -1 / 25, 9, 1], total: 0 },
      { unknowns: [0, 1, 2, 3, 5], weights: [0.5, -90, -1 / 50, 3, 1], total: 0 },
      { unknowns: [2, 6], weights: [1, 1], total: 1 },
    ])
    expect(program?.extreme([2], 'most')).toBeCloseTo(1)
  })

  test('finds what trying all figures finds, in tables of three by three with cells left out', () => {
    const cell = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 9, maxLength: 9 }), (cells) => {
        const lines = [0, 1, 2].flatMap((k) => [
          [3 * k, 3 * k + 1, 3 * k + 2],
          [k, k + 3, k + 6],
        ])
        const equations = lines.map((line) =>
          equation(
            line,
            line.reduce((sum, one) => sum + (cells[one] ?? 0), 0),
          ),
        )
        const program = programOf(9, equations)
        const tried = triedBounds(equations)
        // NOTE corners of the sums of a table are whole figures, so trying whole figures finds the same.
        for (const one of [0, 4, 8]) {
          expect(program?.extreme([one], 'least')).toBeCloseTo(tried[one]?.least ?? -1)
          expect(program?.extreme([one], 'most')).toBeCloseTo(tried[one]?.most ?? -1)
        }
      }),
      { seed: 4, numRuns: 60 },
    )
  })
})

/** Every table of three by three with these sums, by trying its four free cells. */
function triedBounds(equations: readonly { unknowns: readonly number[]; total: number }[]) {
  const [r0 = 0, c0 = 0, r1 = 0, c1 = 0, r2 = 0, c2 = 0] = equations.map(({ total }) => total)
  const bounds = Array.from({ length: 9 }, () => ({ least: Infinity, most: -Infinity }))
  for (let a = 0; a <= r0; a++)
    for (let b = 0; a + b <= r0; b++)
      for (let d = 0; d <= r1; d++)
        for (let e = 0; d + e <= r1; e++) {
          const [g, h] = [c0 - a - d, c1 - b - e]
          const all = [a, b, r0 - a - b, d, e, r1 - d - e, g, h, r2 - g - h]
          if (all.some((one) => one < 0) || (all[2] ?? 0) + (all[5] ?? 0) + (all[8] ?? 0) !== c2) continue
          for (const [k, bound] of bounds.entries()) {
            bound.least = Math.min(bound.least, all[k] ?? 0)
            bound.most = Math.max(bound.most, all[k] ?? 0)
          }
        }
  return bounds
}
