import { expect, test } from 'vitest'
import { judgeReplicas, type ReplicaStanding } from './replicas.ts'

const alone: ReplicaStanding = { isReplica: false, waits: false, slots: 0, followed: 0, keptMb: 0 }

test.each<[string, Partial<ReplicaStanding>, string, RegExp]>([
  ['a database without a replica', {}, 'well', /No replica/],
  ['one that waits for the replica that follows', { waits: true, slots: 1, followed: 1 }, 'well', /follow it: 1/],
  ['a replica itself', { isReplica: true }, 'wrong', /points to a replica/],
  ['one that waits for a replica that is away', { waits: true, slots: 1, keptMb: 5 }, 'wrong', /none follows/],
  ['one of whose two replicas is away', { waits: true, slots: 2, followed: 1, keptMb: 812.4 }, 'attention', /812 MB/],
  ['one that does not wait for its replica', { slots: 1, followed: 1 }, 'attention', /last seconds/],
])('%s is said', (_what, standing, state, words) => {
  const finding = judgeReplicas({ ...alone, ...standing })
  expect(finding).toMatchObject({ state, words: expect.stringMatching(words) })
  expect(finding.cure === undefined).toBe(state === 'well')
})
