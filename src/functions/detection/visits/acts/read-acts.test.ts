import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { groupActs, laneCount, laneOf } from './read-acts.ts'

const record = (visitId: string) => ({ id: uuidv7(), kind: 'recordVisit', visitId, body: {} })

test('acts of one visit stay together in the order sent, whatever stands between them', () => {
  const [one, other] = [uuidv7(), uuidv7()]
  const acts = [record(one), record(other), record(one), record(other)]
  expect(groupActs(acts).map((group) => group.acts)).toEqual([
    [acts[0], acts[2]],
    [acts[1], acts[3]],
  ])
})

test('an act that is sent again goes in the lane of the first, also when nobody could read it', () => {
  for (let turn = 0; turn < 50; turn += 1) {
    const act = turn % 2 === 0 ? record(uuidv7()) : { id: uuidv7(), kind: 'dance' }
    expect(laneOf(structuredClone(act))).toBe(laneOf(act))
    expect(groupActs([act])[0]?.lane).toBe(laneOf(act))
  }
})

test('visits are spread over all lanes, and what has no name has a lane too', () => {
  const lanes = groupActs(Array.from({ length: 200 }, () => record(uuidv7()))).map(({ lane }) => lane)
  expect(new Set(lanes).size).toBe(laneCount)
  expect(groupActs(['nonsense', null, 7, { visitId: 'zzz' }]).map(({ lane }) => lane)).toEqual([0, 0, 0, 0])
})
