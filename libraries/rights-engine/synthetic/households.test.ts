import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedHousehold, withFactsHidden } from './households.ts'

const date = '2026-03-05'
const numbers = fc.integer({ min: 0, max: 2_000_000 })

test('the same number gives the same household, and another seed another one', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(inventedHousehold({ seed: 1, date }, number)).toEqual(inventedHousehold({ seed: 1, date }, number))
      expect(inventedHousehold({ seed: 2, date }, number)).not.toEqual(inventedHousehold({ seed: 1, date }, number))
    }),
  )
})

test('nobody is older than a parent, and there is one reference person', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const { persons } = inventedHousehold({ seed: 3, date }, number)
      expect(persons.filter(({ role }) => role === 'reference')).toHaveLength(1)
      const ages = (wanted: string) => persons.filter(({ role }) => role === wanted).map(({ age }) => Number(age))
      const [reference = 0] = ages('reference')
      expect(Math.max(0, ...ages('child'))).toBeLessThan(reference)
      expect(Math.min(200, ...ages('parent'))).toBeGreaterThan(reference)
    }),
  )
})

test('three in ten Flemish households live alone, and about half of those in Brussels', () => {
  const shareAlone = (brussels: number) => {
    const all = Array.from({ length: 1500 }, (_, number) => inventedHousehold({ seed: 5, date, brussels }, number))
    return all.filter(({ persons }) => persons.length === 1).length / all.length
  }
  expect(shareAlone(0)).toBeCloseTo(0.304, 1)
  expect(shareAlone(1)).toBeCloseTo(0.492, 1)
})

test('hiding facts leaves who lives there and their bonds', () => {
  const whole = inventedHousehold({ seed: 6, date }, 12)
  const little = withFactsHidden(whole, 1, 1)
  expect(little.household).toEqual({})
  expect(little.persons).toEqual(whole.persons.map(({ id, role }) => ({ id, role })))
  expect(withFactsHidden(whole, 0, 1)).toEqual(whole)
})
