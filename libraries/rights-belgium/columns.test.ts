import { createCheck, type Situation } from '@meernet/rights-engine'
import { blocksOf, outcomeAt, outcomesFor, populationReader, runBlocks, valuesOn } from '@meernet/rights-engine/columns'
import { inventedHousehold, withFactsHidden } from '@meernet/rights-engine/synthetic'
import { expect, test } from 'vitest'
import { belgianColumns } from './generated/columns.ts'
import { belgium } from './index.ts'

const check = createCheck(belgium)
const count = 80

/** A day long ago, days around an indexation, a day on which much is out of date. */
const dates = ['2021-02-01', '2024-04-30', '2024-05-01', '2026-03-05', '2026-11-22', '2027-03-05']

/** Status, staleness and amount of every right and subject, as one check says them. */
function oneByOne(situation: Situation) {
  return check.outcomes(situation).map(({ right, subject, status, stale, amount }) => {
    return { right, subject, status, stale, amount: amount && { min: amount.min, max: amount.max } }
  })
}

/** The same for many, from the columns. */
function byColumns(situations: readonly Situation[], date: string) {
  const reader = populationReader(belgium, belgianColumns, date)
  for (const situation of situations) reader.add(situation)
  const population = reader.build()
  const outcomes = outcomesFor(belgianColumns, population.households, population.persons)
  const { today, ...values } = valuesOn(belgium, belgianColumns, date)
  runBlocks(belgianColumns, { population, today, values, outcomes }, 0, blocksOf(population.households))
  const read = situations.map((situation, household) => {
    const first = population.start[household] ?? 0
    return belgianColumns.rights.flatMap(({ id, level }, right) => {
      const whole = { id: belgium.rights[id]?.subject, place: household }
      const subjects = situation.persons.map((person, index) => ({ id: person.id, place: first + index }))
      return (level === 'household' ? [whole] : subjects).flatMap((subject) => {
        const outcome = outcomeAt(belgianColumns, outcomes, right, subject.place)
        return outcome ? [{ right: id, subject: subject.id, ...outcome }] : []
      })
    })
  })
  return { read, completeBlocks: population.complete.reduce((sum, one) => sum + one, 0) }
}

test.each(dates)(
  'on %s columns say of every household what one check says',
  (date) => {
    for (const share of [0, 0.1, 0.6]) {
      const situations = Array.from({ length: count }, (_, number) =>
        withFactsHidden(inventedHousehold({ seed: 4, date, brussels: 0.3 }, number), share, number),
      )
      const { read, completeBlocks } = byColumns(situations, date)
      expect(completeBlocks > 0).toBe(share === 0)
      for (const [household, situation] of situations.entries())
        expect(read[household], JSON.stringify(situation)).toEqual(oneByOne(situation))
    }
  },
  60_000,
)

test('in an invented population every status is found, and most rights are likely for somebody', () => {
  const situations = Array.from({ length: 700 }, (_, number) =>
    inventedHousehold({ seed: 9, date: '2026-03-05', brussels: 0.3 }, number),
  )
  const all = byColumns(situations, '2026-03-05').read.flat()
  const statuses = new Set(all.map(({ status }) => status))
  expect([...statuses].sort()).toEqual(['already', 'likely', 'not_applicable', 'possible', 'unlikely'])
  const open = new Set(
    all.filter(({ status }) => status === 'likely' || status === 'possible').map(({ right }) => right),
  )
  expect(open.size / belgianColumns.rights.length).toBeGreaterThan(0.8)
})
