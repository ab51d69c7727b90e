import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { households } from '../../../tests/support/random-households.ts'
import { models } from '../../../tests/support/random-models.ts'
import { createCheck } from '../check/check.ts'
import { wholeYears } from '../language/calendar.ts'
import { dayOf } from '../language/tokens.ts'
import type { Model } from '../model.ts'
import type { Situation } from '../situation/situation.ts'
import {
  blocksOf,
  type Kernel,
  kernelSource,
  mostCents,
  outcomeAt,
  outcomesFor,
  populationReader,
  runBlocks,
  valuesOn,
} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-columns-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const library = fileURLToPath(new URL('index.ts', import.meta.url))
let made = 0

/** The source is written to a file and imported, as the generated module of the Belgian rights is. */
async function kernelOf(model: Model): Promise<Kernel> {
  made += 1
  const file = join(folder, `kernel-${made}.ts`)
  writeFileSync(file, kernelSource(model, 'kernel', library))
  const { kernel } = (await import(/* @vite-ignore */ file)) as { kernel: Kernel }
  return kernel
}

/** What both ways say of households, outcome by outcome. */
function bothWays(model: Model, kernel: Kernel, date: string, situations: readonly Omit<Situation, 'date'>[]) {
  const check = createCheck(model)
  const reader = populationReader(model, kernel, date)
  for (const situation of situations) reader.add(situation)
  const population = reader.build()
  const { today, ...values } = valuesOn(model, kernel, date)
  const outcomes = outcomesFor(kernel, population.households, population.persons)
  runBlocks(kernel, { population, today, values, outcomes }, 0, blocksOf(population.households))
  return situations.flatMap((situation, household) => {
    const first = population.start[household] ?? 0
    const byOne = check.outcomes({ ...situation, date }).map(({ right, subject, status, stale, amount }) => ({
      right,
      subject,
      status,
      stale,
      amount: amount && capped(amount),
    }))
    const byColumns = kernel.rights.flatMap(({ id, level }, right) => {
      const places = level === 'household' ? [household] : situation.persons.map((_, index) => first + index)
      return places.flatMap((place, index) => {
        const outcome = outcomeAt(kernel, outcomes, right, place)
        const subject = level === 'person' ? `p${index + 1}` : (model.rights[id]?.subject ?? '')
        return outcome ? [{ right: id, subject, ...outcome, amount: outcome.amount && capped(outcome.amount) }] : []
      })
    })
    return [{ byOne, byColumns, situation }]
  })
}

/** Rules drawn by chance multiply money with money; columns stop at 20 million euros. */
function capped({ min, max }: { readonly min: number; readonly max: number | null }) {
  const most = mostCents / 100
  return { min: Math.min(min, most), max: max === null || max >= most ? null : max }
}

const dates = ['2019-06-01', '2024-02-29', '2024-06-15', '2025-03-01', '2026-03-05']

test('columns say of every household what one check says: status, amount and staleness, unknown facts included', async () => {
  await fc.assert(
    fc.asyncProperty(
      models,
      fc.array(households, { minLength: 40, maxLength: 40 }),
      fc.constantFrom(...dates),
      async (model, drawn, date) => {
        const kernel = await kernelOf(model)
        const ofOneDate = drawn.map(({ persons, ...rest }) => ({
          ...rest,
          persons: persons.map(({ age, born, ...person }) => ({
            ...person,
            birth_date: born,
            age: born === null ? age : wholeYears(dayOf(born) ?? 0, dayOf(date) ?? 0),
          })),
        }))
        // Blocks of whole households only go the fast way: each half is a population of its own.
        for (const isWhole of [true, false]) {
          const some = ofOneDate.filter(
            (household) => household.isWhole === isWhole && isPossible(model, household, date),
          )
          for (const { byOne, byColumns, situation } of bothWays(model, kernel, date, some))
            expect(byColumns, described(model, situation)).toEqual(byOne)
        }
      },
    ),
    { numRuns: 20, endOnFailure: true },
  )
})

/** Chance makes children older than their parents; those are refused, as they should be. */
function isPossible(model: Model, situation: Omit<Situation, 'date'>, date: string): boolean {
  try {
    createCheck(model).outcomes({ ...situation, date })
    return true
  } catch {
    return false
  }
}

/** The rules that were drawn and the household on which they differ. */
function described({ definitions, rights }: Model, situation: Omit<Situation, 'date'>): string {
  const rules = [
    ...Object.entries(definitions).map(([id, { is }]) => `${id}: ${is}`),
    ...Object.entries(rights).map(
      ([id, { subject, regions, appliesTo, already, conditions, doubts, variants, amount }]) =>
        JSON.stringify({ id, subject, regions, appliesTo, already, conditions, doubts, variants, amount }),
    ),
  ]
  return `${rules.join('\n')}\n${JSON.stringify(situation)}`
}
