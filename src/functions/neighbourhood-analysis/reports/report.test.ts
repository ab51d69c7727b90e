import { expect, test } from 'vitest'
import { lacksOf, maySecondRead, type Report, type Standing } from './report.ts'

const complete: Standing = {
  state: 'checked',
  gatheredAt: new Date('2026-05-01T08:00:00Z'),
  editNumber: 7,
  readEdit: 7,
  hasSummary: true,
  priorityCount: 1,
  meetingCount: 1,
}

test('a report with everything in it, checked with residents and read by a second, may be published', () => {
  expect(lacksOf(complete)).toEqual([])
})

test.each([
  [{ gatheredAt: null }, 'contents'],
  [{ hasSummary: false }, 'summary'],
  [{ priorityCount: 0 }, 'priorities'],
  [{ meetingCount: 0 }, 'meeting'],
  [{ state: 'draft' }, 'checked'],
  [{ readEdit: null }, 'secondReader'],
] as const)('what is lacking is told: %j', (over, lack) => {
  expect(lacksOf({ ...complete, ...over })).toEqual([lack])
})

test('P14 a second reading holds for the text as it was read, and no longer once anything changed', () => {
  expect(lacksOf({ ...complete, editNumber: 8 })).toEqual(['secondReader'])
})

test('P14 who changed it last, or wrote one of its texts, does not read it as second', () => {
  const report = { ...complete, readEdit: null, changedBy: 'Sofie', writtenBy: ['Jonas'] } as unknown as Report
  expect(maySecondRead(report, 'Jonas')).toBe(false)
  expect(maySecondRead(report, 'Sofie')).toBe(false)
  expect(maySecondRead(report, 'Nele')).toBe(true)
  expect(maySecondRead({ ...report, state: 'published' }, 'Nele')).toBe(false)
})
