import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BridgeEvidence, bridge } from './bridge.ts'

const known = (over: Partial<BridgeEvidence>): BridgeEvidence => ({
  said: [],
  doors: [],
  throughNeighbourhood: [],
  from: ['A'],
  to: ['X', 'Y'],
  ...over,
})
const ways = (evidence: BridgeEvidence) =>
  bridge(evidence).map(({ from, to, share, quality }) => [from, to, share, quality])

test('an area of which all doors lie in one new area is in it whole', () => {
  expect(ways(known({ doors: [{ from: 'A', to: 'X', doors: 12 }] }))).toEqual([['A', 'X', 1, 'exact']])
})

test('several areas that became one are each in it whole', () => {
  const doors = [
    { from: 'A', to: 'X', doors: 12 },
    { from: 'B', to: 'X', doors: 3 },
  ]
  expect(ways(known({ from: ['A', 'B'], doors }))).toEqual([
    ['A', 'X', 1, 'exact'],
    ['B', 'X', 1, 'exact'],
  ])
})

test('an area that was cut is divided by its doors, and that is an estimate', () => {
  const doors = [
    { from: 'A', to: 'X', doors: 30 },
    { from: 'A', to: 'Y', doors: 10 },
  ]
  expect(ways(known({ doors }))).toEqual([
    ['A', 'X', 0.75, 'approximate'],
    ['A', 'Y', 0.25, 'approximate'],
  ])
})

test('doors of which the new area is not known leave the rest an estimate', () => {
  const doors = [
    { from: 'A', to: 'X', doors: 9 },
    { from: 'A', to: null, doors: 1 },
  ]
  expect(ways(known({ doors }))).toEqual([['A', 'X', 1, 'approximate']])
})

test('a published table goes before doors; where it does not say how an area was divided, doors do', () => {
  const doors = [
    { from: 'A', to: 'X', doors: 1 },
    { from: 'A', to: 'Y', doors: 3 },
    { from: 'A', to: 'Z', doors: 6 },
  ]
  const whole = [{ from: 'A', to: 'Y', share: 1, quality: 'exact' }] as const
  expect(ways(known({ doors, said: whole }))).toEqual([['A', 'Y', 1, 'exact']])
  const divided = ['X', 'Y'].map((to) => ({ from: 'A', to, share: null, quality: 'approximate' }) as const)
  expect(ways(known({ doors, said: divided }))).toEqual([
    ['A', 'X', 0.25, 'approximate'],
    ['A', 'Y', 0.75, 'approximate'],
  ])
})

test('without doors the neighbourhood tells; without that a code that stayed, and then it is an estimate', () => {
  const throughNeighbourhood = [{ from: 'A', to: 'X', quality: 'exact' }] as const
  expect(ways(known({ throughNeighbourhood, to: ['X', 'A'] }))).toEqual([['A', 'X', 1, 'exact']])
  expect(ways(known({ to: ['X', 'A'] }))).toEqual([['A', 'A', 1, 'approximate']])
})

test('an area of which nothing is known leads nowhere: no share is invented', () => {
  expect(bridge(known({}))).toEqual([])
  expect(bridge(known({ doors: [{ from: 'A', to: null, doors: 4 }] }))).toEqual([])
})

test('nothing of a figure is lost or doubled on the way: the shares of an area come to one', () => {
  const code = fc.constantFrom('A', 'B', 'C', 'D')
  const evidence = fc.record({
    said: fc.array(
      fc.record({
        from: code,
        to: code,
        share: fc.option(fc.constantFrom(0.25, 0.5, 1)),
        quality: fc.constantFrom('exact' as const, 'approximate' as const),
      }),
    ),
    doors: fc.array(fc.record({ from: code, to: fc.option(code), doors: fc.nat(50) })),
    throughNeighbourhood: fc.array(fc.record({ from: code, to: code, quality: fc.constant('approximate' as const) })),
    from: fc.uniqueArray(code),
    to: fc.uniqueArray(code),
  })
  fc.assert(
    fc.property(evidence, (any) => {
      const byArea = Map.groupBy(bridge(any), ({ from }) => from)
      for (const [from, own] of byArea) {
        expect(any.from).toContain(from)
        expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
        expect(own.every(({ share }) => share > 0 && share <= 1)).toBe(true)
        if (own.length > 1 && any.said.length === 0)
          expect(own.every(({ quality }) => quality === 'approximate')).toBe(true)
      }
    }),
  )
})
