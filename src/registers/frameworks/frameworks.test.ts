import { describe, expect, test } from 'vitest'
import {
  causeTypeContent,
  choicesOn,
  competentLevelContent,
  type DatedContent,
  entriesOn,
  groupContent,
  labelOf,
  policyThemeContent,
} from './index.ts'

const lists = { groupContent, policyThemeContent, causeTypeContent, competentLevelContent }

describe.each(Object.entries(lists))('%s', (_name, content) => {
  test('says where it comes from and has no code twice at the same time', () => {
    expect(content.source.length).toBeGreaterThan(10)
    const codes = entriesOn(content, '2026-11-23').map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(4)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

test('the seven groups that every report shows are there', () => {
  const codes = groupContent.entries.map(({ code }) => code)
  expect(codes.slice(0, 7)).toEqual([
    'poverty',
    'migrationBackground',
    'jobseeker',
    'disability',
    'olderPerson',
    'informalCarer',
    'singleParent',
  ])
})

test('residents read the groups in their own language', () => {
  expect(groupContent.entries.filter(({ labels }) => labels.ar === undefined)).toEqual([])
})

test('no cause lays the fault with the person', () => {
  expect(causeTypeContent.entries.map(({ code }) => code)).toEqual([
    'unknownOffer',
    'missingOffer',
    'waitingTime',
    'cost',
    'rule',
    'digital',
    'language',
    'attitude',
    'distance',
    'discrimination',
    'housing',
    'income',
  ])
})

test('an entry can be chosen from its first to its last day, and keeps its label afterwards', () => {
  const content: DatedContent = {
    source: 'test',
    entries: [
      {
        code: 'old',
        from: '2025-01-01',
        until: '2025-12-31',
        labels: { nl: 'Oud', fr: 'Ancien', en: 'Old' },
        words: [],
      },
      { code: 'new', from: '2026-01-01', labels: { nl: 'Nieuw', fr: 'Nouveau', en: 'New' }, words: [] },
    ],
  }
  const values = (day: string) => choicesOn(content, day, 'fr').map(({ value }) => value)
  expect([values('2024-12-31'), values('2025-12-31'), values('2026-01-01')]).toEqual([[], ['old'], ['new']])
  expect(labelOf(content, 'old', 'fr')).toBe('Ancien')
  expect(labelOf(content, 'old', 'ar')).toBe('Oud')
  expect(labelOf(content, 'gone', 'nl')).toBe('gone')
})
