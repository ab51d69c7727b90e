import { describe, expect, test } from 'vitest'
import { balanceOf, evidenceStanding, heldBack, maySecondRead } from './finding.ts'

test('a finding has evidence of both kinds only with a figure and a voice', () => {
  const figure = { kind: 'figure' } as const
  const voice = { kind: 'conversation' } as const
  expect(evidenceStanding([])).toBe('none')
  expect(evidenceStanding([figure, figure])).toBe('figuresOnly')
  expect(evidenceStanding([voice])).toBe('voicesOnly')
  expect(evidenceStanding([figure, voice])).toBe('both')
})

describe('P14 nothing about fewer than five people goes public unless it was read and they agreed', () => {
  const few = { state: 'open', restsOn: 'fewPeople', readOn: null, isAgreed: false } as const
  test.each([
    [few, 'notRead'],
    [{ ...few, readOn: '2026-11-01' }, 'notAgreed'],
    [{ ...few, readOn: '2026-11-01', isAgreed: true }, undefined],
    [{ ...few, restsOn: 'morePeople' }, undefined],
    [{ ...few, restsOn: 'noPeople' }, undefined],
    [{ ...few, restsOn: 'noPeople', state: 'dropped' }, 'dropped'],
  ] as const)('%j: %s', (finding, reason) => {
    expect(heldBack(finding)).toBe(reason)
  })

  test('the second reader is neither who noted it nor who wrote it last', () => {
    const finding = { restsOn: 'fewPeople', isAgreed: false, notedBy: 'a', wordedBy: 'b' } as const
    expect(['a', 'b', 'c'].map((user) => maySecondRead(finding, user))).toEqual([false, false, true])
    expect(maySecondRead({ ...finding, isAgreed: true }, 'c')).toBe(false)
    expect(maySecondRead({ ...finding, restsOn: 'morePeople' }, 'c')).toBe(false)
  })
})

test('strengths are weighed against needs and gaps together, without what was dropped', () => {
  const finding = (kind: 'strength' | 'need' | 'gap', state: 'open' | 'dropped' = 'open') => ({ kind, state })
  expect(balanceOf([])).toBe('nothing')
  expect(balanceOf([finding('strength'), finding('need')])).toBe('asManyStrengths')
  expect(balanceOf([finding('strength'), finding('need'), finding('gap')])).toBe('fewerStrengths')
  expect(balanceOf([finding('strength'), finding('need'), finding('gap', 'dropped')])).toBe('asManyStrengths')
})
