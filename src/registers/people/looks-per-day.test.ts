import { expect, test } from 'vitest'
import { looksPerDay } from './looks-per-day.ts'

test('what one role of one organisation looked at on a day is one line for the person', () => {
  const look = { day: '2026-11-23', role: 'coordinator', organisation: 'Gemeente', userId: 'x' } as const
  expect(
    looksPerDay([
      { ...look, action: 'read case', times: 3 },
      { ...look, role: 'socialWorker', organisation: 'OCMW', action: 'read handover', times: 1 },
      { ...look, action: 'read person', times: 2 },
      { ...look, day: '2026-11-20', action: 'read person', times: 1 },
    ]),
  ).toEqual([
    { day: '2026-11-23', role: 'coordinator', organisation: 'Gemeente', times: 5 },
    { day: '2026-11-23', role: 'socialWorker', organisation: 'OCMW', times: 1 },
    { day: '2026-11-20', role: 'coordinator', organisation: 'Gemeente', times: 1 },
  ])
})
