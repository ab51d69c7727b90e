import { describe, expect, test } from 'vitest'
import { changeOutcome, type FollowedState, followedStates, type Standing, yearlyCents } from './followed-right.ts'

const today = '2026-11-23'
const standings = {
  worthAsking: { state: 'worthAsking' },
  asked: { state: 'asked', askedOn: '2026-10-01' },
  granted: {
    state: 'granted',
    askedOn: '2026-10-01',
    answeredOn: '2026-11-02',
    obtained: { cents: 21000, per: 'year' },
  },
  refused: { state: 'refused', askedOn: '2026-10-01', answeredOn: '2026-11-02', refusalReason: 'income' },
  notApplicable: { state: 'notApplicable' },
  doesNotWant: { state: 'doesNotWant' },
} as const satisfies Record<FollowedState, Standing>

const change = (now: FollowedState, standing: Standing, words: string | null = 'Verhuisd.') =>
  changeOutcome(now, { standing, words }, today)

describe('what became of a right', () => {
  test.each(followedStates)('worth asking may become %s', (state) => {
    expect(change('worthAsking', standings[state]).kind).toBe('changed')
  })

  test.each(['worthAsking', 'notApplicable', 'doesNotWant'] as const)('an answer never becomes %s', (state) => {
    for (const now of ['granted', 'refused'] as const)
      expect(change(now, standings[state])).toEqual({ kind: 'refused', reason: 'answeredAlready' })
  })

  test('a refusal becomes a grant after an appeal, and an answer noted by mistake is asked again', () => {
    expect(change('refused', standings.granted).kind).toBe('changed')
    expect(change('granted', standings.asked).kind).toBe('changed')
  })

  test('who did not want it may change their mind', () => {
    expect(change('doesNotWant', standings.worthAsking).kind).toBe('changed')
  })

  test('a right that came by itself was never asked', () => {
    expect(change('worthAsking', { ...standings.granted, askedOn: null }).kind).toBe('changed')
  })

  test('nothing happened on a day that has not come', () => {
    expect(change('worthAsking', { state: 'asked', askedOn: today }).kind).toBe('changed')
    expect(change('worthAsking', { state: 'asked', askedOn: '2026-11-24' })).toMatchObject({ reason: 'dayAhead' })
    expect(change('asked', { ...standings.refused, answeredOn: '2026-11-24' })).toMatchObject({ reason: 'dayAhead' })
  })

  test('an answer comes on the day of asking or later', () => {
    expect(change('asked', { ...standings.granted, answeredOn: '2026-10-01' }).kind).toBe('changed')
    expect(change('asked', { ...standings.granted, answeredOn: '2026-09-30' })).toMatchObject({
      reason: 'answerBeforeAsking',
    })
  })

  test('that it does not apply needs a reason, that somebody does not want it none', () => {
    expect(change('worthAsking', standings.notApplicable, null)).toMatchObject({ reason: 'whyMissing' })
    expect(change('worthAsking', standings.doesNotWant, null).kind).toBe('changed')
  })

  test('an amount a month counts twelve times in a year, one paid once counts once', () => {
    expect(yearlyCents({ cents: 110247, per: 'month' })).toBe(1322964)
    expect(yearlyCents({ cents: 21000, per: 'year' })).toBe(21000)
    expect(yearlyCents({ cents: 184789, per: 'once' })).toBe(184789)
  })
})
