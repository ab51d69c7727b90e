// A million invented households under the twenty rules: generated columns beside a loop written by hand.
import {
  blocksOf,
  emptyPopulation,
  type Outcomes,
  outcomesFor,
  type Population,
  runBlocks,
  valuesOn,
  withCompleteBlocks,
} from '@meernet/rights-engine/columns'
import { writeSection } from '../results.ts'
import { twentyColumns } from './generated/twenty-columns.ts'
import { byTurns, load } from './turns.ts'
import { type HandColumns, type HandOutcomes, loopByHand } from './twenty-rules/by-hand.ts'
import { type Household, inventedHouseholds } from './twenty-rules/households.ts'
import { twentyRules } from './twenty-rules/model.ts'

const count = 1_000_000
const rounds = 15

/** Measures both and writes the section. Refuses when they do not say the same of every household. */
export function measureTwentyRules(): void {
  const population = withCompleteBlocks(laidOut(inventedHouseholds(count)), twentyColumns.columns)
  const { today, ...values } = valuesOn(twentyRules, twentyColumns, '2026-03-05')
  const outcomes = outcomesFor(twentyColumns, count, count)
  const byHand = handOutcomes()
  const columns = handColumns(population)
  const run = { population, today, values, outcomes }
  const { generated, hand } = byTurns(rounds, {
    generated: () => runBlocks(twentyColumns, run, 0, blocksOf(count)),
    hand: () => loopByHand(columns, byHand, 0, count),
  })
  refuseDifferences(outcomes, byHand)
  writeSection(
    'Rights of a million households, twenty rules',
    `Twenty computed values a household from ten facts, one thread, processor time, median of ${rounds} runs by turns,
${load()}. Generated: the columns of
\`@meernet/rights-engine\`, with status, lowest and highest amount of three rights. By hand: one loop over the same typed arrays
that writes status and one amount. Both say the same of every household.

| how | median | ratio |
|---|---|---|
| generated columns | ${generated.toFixed(1)} ms | ${(generated / hand).toFixed(2)} |
| loop by hand | ${hand.toFixed(1)} ms | 1.00 |`,
  )
}

function laidOut(households: readonly Household[]): Population {
  const empty = emptyPopulation(twentyColumns.columns, count, count)
  for (const [number, { id, type }] of twentyColumns.columns.entries()) {
    const column = empty.columns[number]
    const name = id.slice(id.indexOf('.') + 1) as keyof Household
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

function handColumns(population: Population): HandColumns {
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

function refuseDifferences(outcomes: Outcomes, byHand: HandOutcomes): void {
  const amounts = [byHand.minimum, byHand.rent, byHand.children]
  for (let at = 0; at < count; at += 1)
    for (let right = 0; right < 3; right += 1)
      if (
        outcomes.status[right]?.[at] !== byHand.status[right]?.[at] ||
        outcomes.amountLow[right]?.[at] !== amounts[right]?.[at]
      )
        throw new Error(`right ${right} of household ${at} differs`)
}
