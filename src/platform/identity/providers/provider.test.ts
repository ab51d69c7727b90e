import { expect, test } from 'vitest'
import type { Role } from '../../access/actor.ts'
import { admission, vouchingOf } from './provider.ts'

const asked = {
  roleClaim: 'groups',
  roleValues: [
    { role: 'coordinator', value: 'zorg-coordinatie' },
    { role: 'coordinator', value: 'zorg-vervanging' },
    { role: 'administrator', value: 'ict' },
  ],
} as const

test.each<[unknown, readonly Role[]]>([
  [['zorg-coordinatie'], ['coordinator']],
  [
    ['zorg-coordinatie', 'zorg-vervanging', 'ict'],
    ['coordinator', 'administrator'],
  ],
  ['ict', ['administrator']],
  [['coordinator'], []],
  [undefined, []],
  [{ ict: true }, []],
  [[7, null], []],
])('P6 the claim %j names the roles %j', (groups, roles) => {
  expect(vouchingOf({ sub: 'x', groups }, asked).roles).toEqual(roles)
})

test('P6 a provider that is not asked about roles leaves them to the administrator', () => {
  expect(vouchingOf({ sub: 'x', groups: [] }, { roleClaim: null, roleValues: [] }).roles).toBe('all')
})

test.each([
  [{ email: 'Nele@Netegem.example', email_verified: true }, 'nele@netegem.example'],
  [{ email: 'nele@netegem.example', email_verified: false }, undefined],
  [{ email: 'nele@netegem.example', email_verified: 'true' }, undefined],
  [{ email: 'nele@netegem.example' }, undefined],
  [{ email: ['nele@netegem.example'], email_verified: true }, undefined],
  [{ email_verified: true }, undefined],
  [{ email: 'nele@netegem.example\0@elders.example', email_verified: true }, undefined],
])('an address counts only when the provider says that it is theirs: %j', (claims, email) => {
  expect(vouchingOf({ sub: 'x', ...claims }, asked).verifiedEmail).toBe(email)
})

test.each([
  [' Nele Baert ', 'Nele Baert'],
  ['Nele\0Baert', undefined],
  ['   ', undefined],
  [{ given: 'Nele' }, undefined],
])('the name %j is read as %j', (name, read) => {
  expect(vouchingOf({ sub: 'x', name }, asked).name).toBe(read)
})

const coordinator = { role: 'coordinator' } as const
const administrator = { role: 'administrator' } as const

test('whoever was not invited is refused, whatever the provider says', () => {
  expect(admission({ roles: 'all' }, [], [])).toEqual({ kind: 'refused', reason: 'notInvited' })
  expect(admission({ roles: ['administrator'] }, [], [])).toEqual({ kind: 'refused', reason: 'notInvited' })
})

test('P6 a membership in a role that the provider does not name stays shut', () => {
  expect(admission({ roles: ['administrator'] }, [coordinator], [])).toEqual({ kind: 'refused', reason: 'otherRole' })
  expect(admission({ roles: [] }, [], [coordinator])).toEqual({ kind: 'refused', reason: 'otherRole' })
  expect(admission({ roles: ['coordinator'] }, [coordinator, administrator], [administrator])).toEqual({
    kind: 'admitted',
    memberships: [coordinator],
    invitations: [],
  })
})

test('an invitation is enough, and one for a role the provider does not name waits', () => {
  expect(admission({ roles: ['coordinator'] }, [], [coordinator, administrator])).toEqual({
    kind: 'admitted',
    memberships: [],
    invitations: [coordinator],
  })
})
