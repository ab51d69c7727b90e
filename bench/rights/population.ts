// `node bench/rights/population.ts`: a million invented households under the twenty rules, generated columns beside a loop
// written by hand.
import {
  blocksOf,
  emptyPopulation,
  outcomesFor,
  runBlocks,
  valuesOn,
  withCompleteBlocks,
} from '@meernet/rights-engine/columns'
import { median, writeSection } from '../results.ts'
import { twentyColumns } from './generated/twenty-columns.ts'
import { type HandColumns, type HandOutcomes, loopByHand } from './twenty-rules/by-hand.ts'
import { inventedHouseholds } from './twenty-rules/households.ts'
import { twentyRules } from './twenty-rules/model.ts'

const count = 1_000_000
const rounds = 15
const households = inventedHouseholds(count)
const population = withCompleteBlocks(laidOut(), twentyColumns.columns)
const { today, ...values } = valuesOn(twentyRules, twentyColumns, '2026-03-05')
const outcomes = outcomesFor(twentyColumns, count, count)
const byHand = handOutcomes()
const columns = handColumns()

const [generated, hand] = byTurns(
  () => runBlocks(twentyColumns, { population, today, values, outcomes }, 0, blocksOf(count)),
  () => loopByHand(columns, byHand, 0, count),
)
refuseDifferences()
writeSection(
  'Rights of a million households, twenty rules',
  `Twenty computed values a household, ten facts, one thread, median of ${rounds} runs by turns. Generated: the columns of
\`@meernet/rights-engine\`, with status and lowest and highest amount of three rights. By hand: one loop over the same typed
arrays that writes status and one amount. Both say the same of every household.

| how | median | ratio |
|---|---|---|
| generated columns | ${generated.toFixed(1)} ms | ${(generated / hand).toFixed(2)} |
| loop by hand | ${hand.toFixed(1)} ms | 1.00 |`,
)

function laidOut() {
  const empty = emptyPopulation(twentyColumns.columns, count, count)
  for (const [number, { id, type }] of twentyColumns.columns.entries()) {
    const column = empty.columns[number]
    const name = id.slice(id.indexOf('.') + 1) as keyof (typeof households)[number]
    for (const [at, household] of households.entries()) {
      const value = household[name] ?? 0
      if (column)
        column[at] =
          type === 'money' ? Math.round(Number(value) * 100) : type === 'boolean' ? (value ? 3 : 0) : Number(value)
    }
  }
  for (let at = 0; at <= count; at += 1) empty.start[at] = at
  return empty
}

function handColumns(): HandColumns {
  const column = (name: string) =>
    population.columns[twentyColumns.columns.findIndex(({ id }) => id === `household.${name}`)]
  const names = ['adults', 'children', 'age', 'wage', 'pension', 'benefit', 'partner_wage', 'savings', 'rent', 'owner']
  return Object.fromEntries(names.map((name) => [name, column(name)])) as unknown as HandColumns
}

function handOutcomes(): HandOutcomes {
  const amounts = () => new Int32Array(count)
  const codes = () => new Uint8Array(count)
  return { minimum: amounts(), rent: amounts(), children: amounts(), status: [codes(), codes(), codes()] }
}

/** Medians in milliseconds, after three rounds that do not count. */
function byTurns(...works: readonly (() => void)[]): readonly number[] {
  const times = works.map((): number[] => [])
  for (let round = -3; round < rounds; round += 1)
    for (const [which, work] of works.entries()) {
      const start = performance.now()
      work()
      if (round >= 0) times[which]?.push(performance.now() - start)
    }
  return times.map(median)
}

function refuseDifferences(): void {
  const amounts = [byHand.minimum, byHand.rent, byHand.children]
  for (let at = 0; at < count; at += 1)
    for (let right = 0; right < 3; right += 1)
      if (
        outcomes.status[right]?.[at] !== byHand.status[right]?.[at] ||
        outcomes.amountLow[right]?.[at] !== amounts[right]?.[at]
      )
        throw new Error(`right ${right} of household ${at} differs`)
}
