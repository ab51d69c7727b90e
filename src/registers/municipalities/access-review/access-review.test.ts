import { expect, test } from 'vitest'
import { mayConfirm, reviewDue, undecided } from './access-review.ts'

test.each([
  [undefined, undefined, 'begin', '2026-11-23'],
  [undefined, '2026-11-23', 'begin', '2027-05-24'],
  [undefined, '2025-01-01', 'begin', '2025-07-02'],
  ['2026-11-01', '2026-04-01', 'finish', '2026-12-01'],
])(
  'P18 with a review open since %s and the last closed on %s, one must %s it by %s',
  (openSince, lastClosedOn, kind, dueOn) => {
    expect(reviewDue({ openSince, lastClosedOn }, '2026-11-23')).toEqual({ kind, dueOn })
  },
)

test('P18 nobody vouches for their own access while another administrator can', () => {
  const fatima = { userId: 'fatima' }
  expect(mayConfirm('rita', fatima, ['fatima'])).toBe(true)
  expect(mayConfirm('fatima', fatima, ['fatima', 'omar'])).toBe(false)
  expect(mayConfirm('fatima', fatima, ['fatima'])).toBe(true)
  // Administrator in two data zones is still one person.
  expect(mayConfirm('fatima', fatima, ['fatima', 'fatima'])).toBe(true)
})

test('a review is done when every line is confirmed or ended', () => {
  const line = (membershipId: string, decision: 'confirmed' | 'ended' | null) => ({ membershipId, decision })
  const lines = [line('a', 'confirmed'), line('b', null), line('c', 'ended')]
  expect(undecided(lines).map(({ membershipId }) => membershipId)).toEqual(['b'])
})
