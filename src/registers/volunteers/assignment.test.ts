import { expect, test } from 'vitest'
import { readyVolunteer } from '../../../tests/support/volunteers.ts'
import { assignmentProblems } from './assignment.ts'
import { isOnboardingComplete, requiredProofs } from './onboarding.ts'
import type { Conditions, Volunteer } from './volunteer.ts'

const day = '2026-11-23'
const conditions: Conditions = {
  legalForm: 'association',
  aim: 'buren',
  reimbursement: 'bus',
  needsAgreementNote: false,
  insurer: 'verzekeraar',
  insurancePolicy: '1',
  insuredUntil: '2027-06-30',
  responsiblePerson: null,
  version: 1,
}
const ready = readyVolunteer({ conditions })
const kinds = (over: Partial<Volunteer>, load?: Parameters<typeof assignmentProblems>[2]) =>
  assignmentProblems({ ...ready, ...over }, day, load).map(({ kind }) => kind)

test.each<[string, Partial<Volunteer>, readonly string[]]>([
  ['somebody who was told everything', {}, []],
  ['somebody who stopped', { endedOn: '2026-11-01' }, ['ended']],
  ['somebody who stops next week', { endedOn: '2026-11-30' }, []],
  ['a child of fifteen', { birthYear: 2011 }, ['underSixteen']],
  ['a minor without permission of a parent', { birthYear: 2009 }, ['permissionMissing']],
  ['a minor with permission of a parent', { birthYear: 2009, parentalPermissionOn: '2026-09-01' }, []],
  ['somebody who comes of age this year, unchecked', { birthYear: 2008 }, ['permissionMissing']],
  ['somebody of whom it was checked that they are of age', { birthYear: 2008, adulthoodCheckedOn: '2026-11-02' }, []],
  ['a volunteer of an organisation without conditions', { conditions: null }, ['conditionsMissing']],
  ['somebody who was told nothing', { proofs: [] }, ['onboardingIncomplete']],
  ['somebody with a pause without an end', { pausedFrom: '2026-11-01' }, ['paused']],
  ['somebody on the last day of a pause', { pausedFrom: '2026-11-01', pausedUntil: day }, ['paused']],
  ['somebody whose pause ended yesterday', { pausedFrom: '2026-11-01', pausedUntil: '2026-11-22' }, []],
  ['somebody whose pause begins tomorrow', { pausedFrom: '2026-11-24' }, []],
  ['somebody who would rather deliver letters', { tasks: ['letters'] }, ['visitsNotWished']],
  [
    'a volunteer whose insurance expired yesterday',
    { conditions: { ...conditions, insuredUntil: '2026-11-22' } },
    ['insuranceExpired'],
  ],
  ['a volunteer on the last day of the insurance', { conditions: { ...conditions, insuredUntil: day } }, []],
])('%s', (_who, over, expected) => {
  expect(kinds(over)).toEqual(expected)
})

test.each<[number | null, number | null, number, readonly string[]]>([
  [null, null, 500, []],
  [20, null, 5, []],
  [20, null, 6, ['weekFull']],
  [null, 40, 11, ['monthFull']],
  [0, 0, 1, ['weekFull', 'monthFull']],
])(
  'with a limit of %s a week and %s a month, and 15 and 30 given, %s more doors',
  (visitsPerWeek, visitsPerMonth, adding, expected) => {
    expect(kinds({ visitsPerWeek, visitsPerMonth }, { week: 15, month: 30, adding })).toEqual(expected)
  },
)

test('a proof dated tomorrow does not count today', () => {
  const proofs = ready.proofs.map((proof) =>
    proof.kind === 'discretion' ? { ...proof, givenOn: '2026-11-24' } : proof,
  )
  expect(assignmentProblems({ ...ready, proofs }, day)).toEqual([
    { kind: 'onboardingIncomplete', missing: ['discretion'] },
  ])
})

test('an organisation under the Flemish decree needs a signed note, a de facto association a warning about liability', () => {
  expect(requiredProofs({ ...conditions, needsAgreementNote: true })).toContain('agreementNote')
  expect(requiredProofs({ ...conditions, legalForm: 'deFacto' })).toContain('liabilityWarning')
  expect(requiredProofs(conditions)).toEqual(['aimAndLegalForm', 'insurance', 'reimbursement', 'discretion'])
})

test('P8 nobody is given a visit before being told about discretion', () => {
  const proofs = ready.proofs.filter(({ kind }) => kind !== 'discretion')
  expect(isOnboardingComplete({ ...ready, proofs }, day)).toBe(false)
  expect(isOnboardingComplete(ready, day)).toBe(true)
})
