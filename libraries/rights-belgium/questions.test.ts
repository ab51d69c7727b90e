import { createCheck } from '@meernet/rights-engine'
import { inventedHousehold } from '@meernet/rights-engine/synthetic'
import { expect, test } from 'vitest'
import { belgium } from './index.ts'
import { bestFirst, inOrder, pagesAsked } from './testing/interview.ts'

const check = createCheck(belgium)
const households = Array.from({ length: 200 }, (_, number) =>
  inventedHousehold({ seed: 7, date: '2026-03-05' }, number),
)
const sorted = (counts: readonly number[]) => counts.toSorted((a, b) => a - b)
const counts = sorted(households.map((household) => pagesAsked(check, household, bestFirst).length))

test('half of all households are done within twelve questions, nine in ten within eighteen', () => {
  expect(counts[100]).toBeLessThanOrEqual(12)
  expect(counts[180]).toBeLessThanOrEqual(18)
})

test('asking in the order of the vocabulary takes half as many again', () => {
  const plain = sorted(households.slice(0, 60).map((household) => pagesAsked(check, household, inOrder).length))
  expect(plain[30]).toBeGreaterThanOrEqual(1.5 * (counts[100] ?? 0))
})
