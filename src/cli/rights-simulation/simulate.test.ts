import { belgium } from '@meernet/rights-belgium'
import { createCheck, type Outcome, type Situation } from '@meernet/rights-engine'
import { inventedHousehold, withFactsHidden } from '@meernet/rights-engine/synthetic'
import { expect, test } from 'vitest'
import { batchesOf, householdsInBatch } from './batch.ts'
import type { HouseholdInFile } from './household-in-file.ts'
import { simulate } from './simulate.ts'
import { changes, type RightTally, standings, type Tally } from './tally.ts'

const date = '2026-03-05'
const check = createCheck(belgium)

const invented = (count: number, hide = 0.05): readonly Situation[] =>
  Array.from({ length: count }, (_, number) =>
    withFactsHidden(inventedHousehold({ seed: 11, date }, number), hide, number),
  )

async function* fileOf(situations: readonly Situation[], weight = 1): AsyncGenerator<readonly HouseholdInFile[]> {
  yield situations.map((situation, number) => ({
    weight,
    neighbourhood: `wijk ${number % 3}`,
    date: null,
    situation,
    spot: () => ({ line: number + 1 }),
  }))
}

const simulated = (situations: readonly Situation[], parameters: Readonly<Record<string, number>>, weight = 1) =>
  simulate(batchesOf(fileOf(situations, weight), { file: 'invented', date, mayDiffer: false }), {
    before: { date, parameters: {} },
    after: { date, parameters },
  })

const columnOf = (tally: Tally, right: string) => tally.rights[rightIds.indexOf(right)] as RightTally
const rightIds = Object.keys(belgium.rights)

/** Households of a right by a part of its moves: 0 standing before, 1 standing after, 2 change. */
function households(own: RightTally, part: 0 | 1 | 2): Readonly<Record<string, number>> {
  const names = part === 2 ? changes : standings
  const shift = [4, 2, 0][part] ?? 0
  return Object.fromEntries(
    names.map((name, place) => [
      name,
      own.moves.reduce((sum, { records }, move) => sum + (((move >> shift) & 3) === place ? records : 0), 0),
    ]),
  )
}

/** Households by right and standing, from one check after the other. */
function countedByChecks(situations: readonly Situation[], parameters: Readonly<Record<string, number>>) {
  const counted = new Map<string, number>()
  for (const situation of situations) {
    const outcomes = Map.groupBy(check.outcomes({ ...situation, parameters }), ({ right }) => right)
    for (const right of rightIds) {
      const key = `${right} ${standingOf(outcomes.get(right) ?? [])}`
      counted.set(key, (counted.get(key) ?? 0) + 1)
    }
  }
  return counted
}

const standingOf = (outcomes: readonly Outcome[]) =>
  (['likely', 'possible', 'already'] as const).find((status) => outcomes.some((one) => one.status === status)) ?? 'none'

test('a population is counted as checks one by one would count it, under the law and under a reform', async () => {
  const situations = invented(400)
  const reform = { 'leefloon.category2': 1500, 'igo.base': 900 }
  const tally = await simulated(situations, reform)
  const counted = { before: countedByChecks(situations, {}), after: countedByChecks(situations, reform) }
  for (const right of rightIds) {
    const own = columnOf(tally, right)
    for (const name of standings) {
      expect(households(own, 0)[name], `${right} ${name}`).toBe(counted.before.get(`${right} ${name}`) ?? 0)
      expect(households(own, 1)[name], `${right} ${name}, reform`).toBe(counted.after.get(`${right} ${name}`) ?? 0)
    }
  }
})

const alone = (id: number, facts: object): Situation => ({
  date,
  household: { region: 'flanders' },
  persons: [{ id: `p${id}`, role: 'reference', ...facts }],
})

test('who gets more a month gains twelve times that a year, as many households as the weight says', async () => {
  const situations = invented(300, 0)
  const before = await simulated(situations, {}, 2)
  const after = await simulated(situations, { 'leefloon.category2': 1440.47 }, 2)
  expect(households(columnOf(before, 'leefloon'), 2)).toEqual({ gain: 0, lose: 0, unclear: 0, same: 300 })
  const own = columnOf(after, 'leefloon')
  const gained = check.outcomes
  let [count, cents] = [0, 0]
  for (const situation of situations) {
    const amounts = [{}, { 'leefloon.category2': 1440.47 }].map((parameters) =>
      gained({ ...situation, parameters })
        .filter(({ right, status }) => right === 'leefloon' && status === 'likely')
        .reduce((sum, { amount }) => sum + Math.round((amount?.min ?? 0) * 100), 0),
    )
    const more = (amounts[1] ?? 0) - (amounts[0] ?? 0)
    if (more > 0) [count, cents] = [count + 1, cents + more * 12 * 2]
  }
  expect(count).toBeGreaterThan(0)
  expect(households(own, 2).gain).toBe(count)
  expect(own.gained.low).toBeCloseTo(cents, 3)
  expect(own.lost.low).toBe(0)
})

test('whoever cannot exist is refused with the place in the file', async () => {
  const situations = [alone(1, { age: 40 }), alone(2, { age: -1 })]
  await expect(simulated(situations, {})).rejects.toThrow('invented, line 2: ')
})

test('a full batch is worked out by threads and counted like a small one', async () => {
  const some = invented(64, 0.1)
  const many = Array.from({ length: householdsInBatch + 64 }, (_, number) => some[number % 64] as Situation)
  const [few, all] = [await simulated(some, {}), await simulated(many, {})]
  const times = many.length / some.length
  expect(all.households).toEqual({ records: many.length, weighted: many.length })
  expect(all.persons).toBe(few.persons * times)
  for (const [right, own] of all.rights.entries())
    expect(own.moves.map(({ records }) => records / times)).toEqual(
      few.rights[right]?.moves.map(({ records }) => records),
    )
})

test('a file that is refused after a full batch ends with the refusal, and leaves no thread behind', async () => {
  const some = invented(8, 0)
  const many = Array.from({ length: householdsInBatch + 5 }, (_, number) => some[number % 8] as Situation)
  await expect(simulated([...many, alone(9, { age: 400 })], {})).rejects.toThrow(`line ${many.length + 1}: `)
})
