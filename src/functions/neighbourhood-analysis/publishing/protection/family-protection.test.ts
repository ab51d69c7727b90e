import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { meernet } from '../../../../../tests/support/command-line.ts'
import { figureFile } from '../../../../../tests/support/files/figure-files.ts'
import { areasHidden, familyOf } from '../../../../../tests/support/protected-families.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Calculate } from '../../../../platform/threads/index.ts'
import { openThreads } from '../../../../platform/threads/index.ts'
import { publishingJobs } from '../jobs.ts'
import { type Families, familiesProtection, protectionOfFamilies } from './family-protection.ts'
import { atOneMoment, familiesToProtect, figureProtection } from './figure-protection.ts'
import type { KeptCount } from './kept-counts.ts'

/** What happens while something is worked out, before the answer is there. */
let meanwhile: (question: unknown) => Promise<void>
const calculate: Calculate = async ({ work }, question) => {
  await meanwhile(question)
  return work(question)
}

let world: World
let town: TestMunicipality

beforeAll(async () => {
  world = await openWorld({ calculate })
})
afterAll(() => world.close())
beforeEach(async () => {
  meanwhile = async () => undefined
  nisCode += 1
  town = await makeMunicipality(world, `Zennegem${nisCode}`, String(nisCode))
})
let nisCode = 23_010

const inTown = <Result>(work: (tx: Tx) => Promise<Result>) => world.app.transact(systemActor(town.id, 'test'), work)
const hiddenOf = async (indicator: string) => {
  const { hidden } = await inTown((tx) => figureProtection(tx, [indicator]))
  return [...hidden].map((key) => key.slice(-1)).toSorted()
}

/** Counts of sectors A, B and so on, by a command as an administrator gives it. */
async function importCounts(indicator: string, ...counts: readonly number[]): Promise<void> {
  const rows = counts.map((count, k) => `${nisCode}A00${'ABCDE'[k]};${nisCode};2024;${count}`)
  const mapping = figureFile(
    'mapping.json',
    JSON.stringify({
      ...{ layout: 'test', source: 'Test', licence: 'CC0', municipality: 'gemeente', period: { column: 'jaar' } },
      area: { column: 'sector', level: 'sector' },
      measures: [{ column: 'aantal', indicator, kind: 'count', unit: 'persons' }],
    }),
  )
  const file = figureFile('aantallen.csv', `sector;gemeente;jaar;aantal\n${rows.join('\n')}\n`)
  const asked = ['--municipality', String(nisCode), '--mapping', mapping, '--json']
  const { json } = await meernet(world, 'import', 'indicators', file, ...asked)
  expect(json).toMatchObject({ figures: {} })
}

const isOf = (question: unknown, indicator: string) =>
  (question as Families).families.some(({ figures }) => figures.includes(`"${indicator}"`))
/** Somebody else does it, outside the transaction that is under way here; one time. */
const once = (act: () => Promise<void>) => {
  let isDone = false
  return async () => {
    if (isDone) return
    isDone = true
    await outside(act)
  }
}
const outside = AsyncLocalStorage.snapshot()

test('P13 what was worked out of figures that changed meanwhile is not kept', async () => {
  await importCounts('population', 30, 41, 13)
  meanwhile = once(() => importCounts('population', 3, 41, 13))
  expect(await hiddenOf('population')).toContain('A')
  expect(await hiddenOf('population')).toContain('A')
})

test('P13 a page that read figures before they changed reads them again beside what is hidden now', async () => {
  await importCounts('population', 3, 41, 13)
  const change = once(() => importCounts('population', 30, 3, 13))
  const read = await inTown((tx) =>
    atOneMoment(tx, async () => {
      const figures = await tx.db
        .selectFrom('analysis.indicator_value')
        .select(['area_code', 'value'])
        .where('area_code', 'like', '%B')
        .execute()
      await change()
      return { figures: figures.map(({ value }) => value), protection: await figureProtection(tx, ['population']) }
    }),
  )
  expect(read.figures).toContain(3)
  expect([...read.protection.hidden].map((key) => key.slice(-1))).toContain('B')
})

test('a page that needs one family does not wait for another that is worked out', async () => {
  await importCounts('privateHouseholds', 3, 41, 13)
  await importCounts('births', 3, 41, 13)
  const waits = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  meanwhile = async (question) => {
    if (!isOf(question, 'births')) return
    begun.resolve()
    await waits.promise
  }
  const long = hiddenOf('births')
  await begun.promise
  expect(await hiddenOf('privateHouseholds')).toContain('A')
  waits.resolve()
  expect(await long).toContain('A')
})

test('small families that a page needs are worked out together, each by itself', async () => {
  await importCounts('privateHouseholds', 3, 41, 13)
  await importCounts('births', 30, 4, 13)
  const asked: unknown[] = []
  meanwhile = async (question) => void asked.push(question)
  const { hidden } = await inTown((tx) => figureProtection(tx, ['births', 'privateHouseholds']))
  expect(asked).toHaveLength(1)
  const areasOf = (indicator: string) =>
    [...hidden].flatMap((key) => (key.startsWith(`${indicator}\t`) ? key.slice(-1) : []))
  expect(areasOf('births')).toContain('B')
  expect(areasOf('births')).not.toContain('A')
  expect(areasOf('privateHouseholds')).toContain('A')
})

test('P13 work that ends halfway keeps nothing, leaves the other families done, and is done the next time', async () => {
  await importCounts('population', 3, 41, 13)
  await importCounts('births', 3, 41, 13)
  const protect = () => publishingJobs(world.app).recurring?.['analysis.protectFigures']?.task(town.id)
  meanwhile = async (question) => {
    if (isOf(question, 'population')) throw new Error('the thread ended')
  }
  await expect(protect()).rejects.toThrow('the thread ended')
  expect(await inTown((tx) => familiesToProtect(tx))).toEqual(['population'])
  meanwhile = async () => undefined
  await protect()
  expect(await inTown((tx) => familiesToProtect(tx))).toEqual([])
  expect(await hiddenOf('population')).toContain('A')
})

test('P13 the same is hidden when it is worked out on a thread', async () => {
  const place = { level: 'sector', edition: '2024', source: 'Test', period: '2024', missing: null } as const
  const figures = Array.from({ length: 400 }, (_, k): KeptCount => {
    const indicator = ['population', 'populationMen', 'populationWomen', 'households'][k % 4] ?? ''
    return { ...place, indicator, kind: 'count', unit: 'persons', code: `A${Math.floor(k / 4)}`, value: (k * 7) % 23 }
  })
  const asked = { population: '[]', families: [familyOf(figures)] }
  const threads = openThreads({ most: 1, megabytes: 512 })
  const answer = await threads.calculate(familiesProtection, asked).finally(threads.close)
  expect(JSON.parse(answer[0]?.hidden ?? '').length).toBeGreaterThan(10)
  expect(answer).toEqual(protectionOfFamilies(asked))
})

test('P13 what the figures of one publisher hide of a sector does not follow from those of another', () => {
  const about = { indicator: 'population', kind: 'count', unit: 'persons', period: '2024', edition: '2024' } as const
  const counts = { A: 3, B: 12, C: 40 }
  const published = (source: string, of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(
      ([code, value]): KeptCount => ({
        ...{ ...about, source, code, value, missing: null },
        level: code === 'town' ? 'municipality' : 'sector',
      }),
    )
  const figures = [...published('One', { ...counts, town: 55 }), ...published('Other', { ...counts, D: 6, town: 61 })]
  const codes = areasHidden(figures).map((area) => area.split(' ').at(-1) ?? '')
  // Who reads the first alone sees no D; who reads the other sees one more.
  for (const read of [
    ['B', 'C', 'town'],
    ['B', 'C', 'D', 'town'],
  ])
    expect(codes.filter((code) => read.includes(code)).length).toBeGreaterThan(0)
  expect(codes).toContain('A')
})
