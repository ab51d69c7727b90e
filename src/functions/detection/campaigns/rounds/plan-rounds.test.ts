import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byNumber, type Door, metresAlong, stretchOf } from './door.ts'
import { planRounds, type Team, walkRound } from './plan-rounds.ts'
import { walkStreet } from './street-walk.ts'

const team = (id: string, refused: readonly string[] = []): Team => ({ id, refusedDoorIds: new Set(refused) })

/** A street from `x`, `y` along the x-axis: odd numbers on one side, even on the other, 12 metres apart, 8 across. */
function street(streetId: string, count: number, x = 0, y = 0): readonly Door[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `${streetId}-${place + 1}`,
    streetId,
    number: String(place + 1),
    box: '',
    x: x + Math.floor(place / 2) * 12,
    y: y + (place % 2) * 8,
  }))
}

/** A village: streets at random places and directions, doors numbered along them, a few of them boxes of one house. */
const village = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 2000 }),
      y: fc.integer({ min: 0, max: 2000 }),
      angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
      count: fc.integer({ min: 1, max: 70 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((streets) =>
    streets.flatMap(({ x, y, angle, count }, name) =>
      street(`s${name}`, count).map((door) => ({
        ...door,
        x: x + door.x * Math.cos(angle) - door.y * Math.sin(angle),
        y: y + door.x * Math.sin(angle) + door.y * Math.cos(angle),
      })),
    ),
  )
const teamsFor = (doors: readonly Door[], count: number, share: number): readonly Team[] =>
  Array.from({ length: count }, (_, one) =>
    team(
      `t${one}`,
      doors.filter((_door, place) => (place * 7 + one * 13) % 100 < share * 100).map(({ id }) => id),
    ),
  )

test('every door stands in exactly one round or waits, whoever refuses what', () => {
  fc.assert(
    fc.property(village, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 40 }), (doors, teams, size) => {
      const plan = planRounds(doors, teamsFor(doors, teams, 0.1), size)
      const planned = [...plan.rounds.flatMap((round) => round.doors), ...plan.waiting].map(({ id }) => id)
      expect(planned.toSorted()).toEqual(doors.map(({ id }) => id).toSorted())
    }),
    { numRuns: 60 },
  )
})

test('no pair gets a door that one of the two refuses, and a door waits only when all refuse it', () => {
  fc.assert(
    fc.property(village, fc.integer({ min: 1, max: 4 }), (doors, count) => {
      const teams = teamsFor(doors, count, 0.3)
      const plan = planRounds(doors, teams, 20)
      const refusedBy = new Map(teams.map(({ id, refusedDoorIds }) => [id, refusedDoorIds]))
      for (const { teamId, doors: own } of plan.rounds)
        expect(own.filter(({ id }) => refusedBy.get(teamId)?.has(id))).toEqual([])
      const willing = new Set(plan.rounds.map(({ teamId }) => teamId))
      for (const { id } of plan.waiting)
        expect(teams.filter((one) => willing.has(one.id) && !one.refusedDoorIds.has(id))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('no round has more doors than asked plus a third and a fifth', () => {
  fc.assert(
    fc.property(village, fc.integer({ min: 6, max: 40 }), (doors, size) => {
      const { rounds } = planRounds(doors, [team('a'), team('b')], size)
      expect(Math.max(...rounds.map((round) => round.doors.length))).toBeLessThanOrEqual(
        Math.ceil(size * 1.15) + Math.ceil(size / 3),
      )
    }),
    { numRuns: 60 },
  )
})

test('walking is never longer than cutting the list of streets and numbers into equal parts', () => {
  fc.assert(
    fc.property(village, fc.integer({ min: 10, max: 40 }), (doors, size) => {
      const { rounds } = planRounds(doors, [team('a'), team('b'), team('c')], size)
      const walked = rounds.reduce((sum, { metres }) => sum + metres, 0)
      expect(walked).toBeLessThanOrEqual(naiveMetres(doors, size) + rounds.length)
    }),
    { numRuns: 400 },
  )
})

function naiveMetres(doors: readonly Door[], size: number): number {
  const listed = doors.toSorted((one, other) => stretchOf(one).localeCompare(stretchOf(other)) || byNumber(one, other))
  const count = Math.ceil(listed.length / size)
  const cut = (round: number) => Math.round((round * listed.length) / count)
  return Array.from({ length: count }, (_, round) => listed.slice(cut(round), cut(round + 1))).reduce(
    (sum, part) => sum + metresAlong(part),
    0,
  )
}

test('the same doors give the same rounds, in whatever order they come', () => {
  const doors = [...street('kerk', 30), ...street('molen', 22, 40, 60), ...street('veld', 9, 300, 10)]
  expect(planRounds(doors, [team('a'), team('b')], 20)).toEqual(
    planRounds(doors.toReversed(), [team('a'), team('b')], 20),
  )
})

test('a street with houses far apart from each other is walked up one side and down the other', () => {
  const wide = street('laan', 12).map((door) => ({ ...door, y: door.y * 10 }))
  expect(walkStreet(wide).map(({ number }) => number)).toEqual('1 3 5 7 9 11 12 10 8 6 4 2'.split(' '))
})

test('house numbers with a letter follow the number they belong to', () => {
  const doors = ['10', '2', '2A', '1'].map((number, place) => ({
    id: number,
    streetId: 's',
    number,
    box: '',
    x: place,
    y: 0,
  }))
  expect(doors.toSorted(byNumber).map(({ number }) => number)).toEqual(['1', '2', '2A', '10'])
})

test('streets stay whole when the rounds are not too unequal by it', () => {
  const doors = [...street('kerk', 20), ...street('molen', 22, 0, 200)]
  const { rounds } = planRounds(doors, [team('a'), team('b')], 21)
  expect(rounds.map((round) => new Set(round.doors.map(({ streetId }) => streetId)).size)).toEqual([1, 1])
})

test('without a pair every door waits', () => {
  const doors = street('kerk', 3)
  expect(planRounds(doors, [], 10)).toEqual({ rounds: [], waiting: doors })
})

test('a round of two streets is walked from the end of one to the nearest end of the other', () => {
  const doors = [...street('ver', 8, 500, 0), ...street('dicht', 8, 0, 0)]
  const { metres } = walkRound(doors)
  expect(metres).toBeLessThan(700)
})

/** A farm that is published without a street. */
const farm = (id: string, x: number, y: number): Door => ({ id, streetId: null, number: '1', box: '', x, y })

test('a door without a street is rung at when the walk passes it, and is in the round of its neighbours', () => {
  const farms = [farm('west', 60, 30), farm('east', 1060, 30)]
  const doors = [...street('kerk', 20), ...street('molen', 20, 1000), ...farms]
  const { rounds, waiting } = planRounds(doors, [team('a'), team('b')], 21)
  expect(waiting).toEqual([])
  const withFarm = (id: string) => rounds.find((round) => round.doors.some((door) => door.id === id))
  expect(withFarm('west')?.doors.some(({ streetId }) => streetId === 'kerk')).toBe(true)
  expect(withFarm('east')?.doors.some(({ streetId }) => streetId === 'molen')).toBe(true)
})

test('doors without a street far from each other are not one walk', () => {
  const { rounds } = planRounds(
    [farm('a', 0, 0), farm('b', 30, 0), farm('c', 9000, 0), farm('d', 9030, 0)],
    [team('a')],
    2,
  )
  expect(rounds.map(({ metres }) => metres)).toEqual([30, 30])
})
