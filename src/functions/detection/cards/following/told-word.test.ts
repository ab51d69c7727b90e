import { expect, test } from 'vitest'
import { mayTell, type ToldGround } from './told-word.ts'

const agreed: ToldGround = {
  mayTell: 'dat het goed gaat',
  toWhom: ['coordinator', 'sender'],
  validUntil: null,
  withdrawnOn: null,
}

test.each<[string, Partial<ToldGround>, string]>([
  ['agreed to tell the sender', {}, 'allowed'],
  ['agreed until today', { validUntil: '2026-11-23' }, 'allowed'],
  ['agreed until yesterday', { validUntil: '2026-11-22' }, 'expired'],
  ['agreed to tell only the coordinator', { toWhom: ['coordinator'] }, 'notAgreed'],
  ['agreed to tell partners', { toWhom: ['partner', 'socialWorker'] }, 'notAgreed'],
  ['took it back', { withdrawnOn: '2026-11-20' }, 'withdrawn'],
  ['has no card left', { mayTell: undefined }, 'erased'],
])('P2 of somebody who %s the sender hears words or status only', (_, over, outcome) => {
  const check = mayTell({ ...agreed, ...over }, 'sender', '2026-11-23')
  expect(check.kind === 'allowed' ? 'allowed' : check.reason).toBe(outcome)
})

test('P2 what the sender may hear is not for the coordinator without secrecy', () => {
  expect(mayTell({ ...agreed, toWhom: ['sender'] }, 'coordinator', '2026-11-23')).toEqual({
    kind: 'refused',
    reason: 'notAgreed',
  })
})
