import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactSum } from './exact-sum.ts'

test('ten cents and twenty cents are thirty cents', () => {
  const sum = new ExactSum()
  sum.add(0.1, 1)
  sum.add(0.2, 1)
  expect(sum.value).toBe(0.3)
})

test('cents add up exactly, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e11, max: 1e11 }), { maxLength: 200 }), (cents) => {
      const sum = new ExactSum()
      for (const one of cents) sum.add(one / 100, 2)
      const exact = cents.reduce((total, one) => total + BigInt(one), 0n)
      expect(BigInt(Math.round(sum.value * 100))).toBe(exact)
    }),
  )
})
