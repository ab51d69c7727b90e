import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchAfter, firstBatch, forgetAfter, nextBatch, settle, waitBeforeTryMs } from './outbox.ts'

const act = (sequence: number) => ({ sequence, id: `act-${sequence}` })

test('acts leave in the order they were done', () => {
  expect(nextBatch([act(3), act(1), act(2)], 2).map(({ sequence }) => sequence)).toEqual([1, 2])
})

test('the first batch is small, and the next as large as the network carried in a few seconds', () => {
  expect(nextBatch(Array.from({ length: 300 }, (_, nth) => act(nth)))).toHaveLength(firstBatch)
  const after = (tookMs: number, bytes = 200_000) => batchAfter({ acts: firstBatch, bytes, tookMs })
  expect([after(50), after(1000), after(5000), after(20_000), after(600_000)]).toEqual([10_000, 1000, 200, 50, 20])
  expect(after(50, 2_000_000)).toBe(1600)
})

test('only what the server answered as applied or known leaves the outbox', () => {
  const { done, refused } = settle(
    [act(1), act(2), act(3), act(4)],
    [
      { id: 'act-1', status: 'applied' },
      { id: 'act-2', status: 'duplicate' },
      { id: 'act-3', status: 'refused', reason: 'optedOut' },
    ],
  )
  expect(done).toEqual([act(1), act(2)])
  expect(refused).toEqual([{ item: act(3), reason: 'optedOut' }])
})

test('an answer to something never sent changes nothing', () => {
  expect(settle([act(1)], [{ id: 'another', status: 'applied' }])).toEqual({ done: [], refused: [] })
})

test('tries come further apart, and never further than some minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const wait = waitBeforeTryMs(failures, chance)
      expect(wait).toBeGreaterThanOrEqual(3_750)
      expect(wait).toBeLessThanOrEqual(375_000)
      expect(waitBeforeTryMs(failures + 1, chance)).toBeGreaterThanOrEqual(wait)
    }),
  )
})

test('P8 what was handed over is forgotten within 24 hours', () => {
  const handedOver = new Date('2026-11-23T10:00:00Z')
  expect(forgetAfter(handedOver)).toBeLessThanOrEqual(new Date('2026-11-24T10:00:00Z').getTime())
})
