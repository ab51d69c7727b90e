import { describe, expect, test } from 'vitest'
import { type AgreementGround, fiveChecks, mayShare } from './five-checks.ts'
import {
  arrivalDueOn,
  bridgingDays,
  type HandoverAct,
  type HandoverState,
  handoverActs,
  handoverStates,
  isUnderWay,
  moveHandover,
  resultsDueOn,
} from './handover.ts'

const allowed: readonly (readonly [HandoverState, HandoverAct, HandoverState])[] = [
  ['proposed', 'agree', 'agreed'],
  ['agreed', 'introduce', 'introduced'],
  ['introduced', 'accept', 'accepted'],
  ['agreed', 'refuse', 'refused'],
  ['introduced', 'refuse', 'refused'],
  ['accepted', 'arrive', 'arrived'],
  ['accepted', 'miss', 'noShow'],
  ['arrived', 'conclude', 'outcome'],
  ['outcome', 'conclude', 'outcome'],
  ['proposed', 'withdraw', 'withdrawn'],
  ['agreed', 'withdraw', 'withdrawn'],
  ['introduced', 'withdraw', 'withdrawn'],
]

test.each(allowed)('a handover that is %s can %s and is then %s', (state, act, next) => {
  expect(moveHandover(state, act)).toEqual({ kind: 'moved', state: next })
})

const others = handoverStates
  .flatMap((state) => handoverActs.map((act) => [state, act] as const))
  .filter(([state, act]) => !allowed.some(([from, does]) => from === state && does === act))
test.each(others)('a handover that is %s cannot %s', (state, act) => {
  expect(moveHandover(state, act)).toEqual({ kind: 'refused', reason: 'notNow' })
})

test('a handover is under way until somebody arrived or it came back', () => {
  expect(handoverStates.filter(isUnderWay)).toEqual(['proposed', 'agreed', 'introduced', 'accepted'])
})

describe('the arrival check is due ten Belgian working days after acceptance', () => {
  test.each([
    ['an ordinary Monday', '2026-11-23', '2026-12-07'],
    ['over 11 November', '2026-11-02', '2026-11-17'],
    ['over 1 and 11 November', '2027-10-29', '2027-11-16'],
    ['over 1 November on a Sunday', '2026-10-26', '2026-11-09'],
    ['over Christmas and New Year', '2026-12-18', '2027-01-05'],
    ['on a Saturday', '2026-11-21', '2026-12-04'],
    ['over Easter Monday', '2026-03-30', '2026-04-14'],
  ])('%s', (_when, acceptedOn, due) => {
    expect(arrivalDueOn(acceptedOn)).toBe(due)
  })
})

describe('results are looked at six weeks and six months after arrival', () => {
  test.each([
    ['2026-11-23', '2027-01-04', '2027-05-23'],
    ['2026-08-31', '2026-10-12', '2027-02-28'],
    ['2027-08-31', '2027-10-12', '2028-02-29'],
    ['2026-07-01', '2026-08-12', '2027-01-01'],
  ])('arrived on %s', (arrivedOn, sixWeeks, sixMonths) => {
    expect(resultsDueOn(arrivedOn)).toEqual({ sixWeeks, sixMonths })
  })
})

test('bridging counts the days something else keeps somebody going', () => {
  expect(bridgingDays(null, null, '2026-11-23')).toBeUndefined()
  expect(bridgingDays('2026-10-20', null, '2026-11-23')).toBe(34)
  expect(bridgingDays('2026-10-20', '2026-11-01', '2026-11-23')).toBe(12)
})

describe('P7 case content is shared only when all five checks hold', () => {
  const agreement = (over: Partial<AgreementGround> = {}): AgreementGround => ({
    toWhom: ['partner'],
    toOrganisation: 'CAW De Brug',
    validUntil: '2027-01-01',
    isWithdrawn: false,
    ...over,
  })
  const receiver = { kind: 'partner', organisation: 'CAW De Brug' } as const
  const today = '2026-11-23'

  test('with all five and an agreement for this receiver', () => {
    expect(mayShare(fiveChecks, agreement(), receiver, today)).toEqual({ kind: 'allowed' })
    expect(mayShare(fiveChecks, agreement({ toOrganisation: null, validUntil: null }), receiver, today).kind).toBe(
      'allowed',
    )
  })

  test.each(fiveChecks)('not without "%s"', (left) => {
    const checked = fiveChecks.filter((check) => check !== left)
    expect(mayShare(checked, agreement(), receiver, today)).toEqual({ kind: 'refused', reason: 'checkMissing' })
  })

  test.each([
    ['no agreement', undefined, 'noAgreement'],
    ['one that was withdrawn', agreement({ isWithdrawn: true }), 'withdrawn'],
    ['one that ended yesterday', agreement({ validUntil: '2026-11-22' }), 'expired'],
    ['one for the sender only', agreement({ toWhom: ['sender'] }), 'otherReceiver'],
    ['one for another organisation', agreement({ toOrganisation: 'Huis aan Zee' }), 'otherReceiver'],
  ] as const)('not with %s', (_what, given, reason) => {
    expect(mayShare(fiveChecks, given, receiver, today)).toEqual({ kind: 'refused', reason })
  })

  test('an agreement holds on its last day', () => {
    expect(mayShare(fiveChecks, agreement({ validUntil: today }), receiver, today).kind).toBe('allowed')
  })
})
