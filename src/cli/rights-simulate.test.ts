import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, expect, test } from 'vitest'
import type { CommandResult } from '../platform/command-line/command.ts'
import { addRightsSimulate } from './rights-simulate.ts'
import type { Report } from './rights-simulation/report.ts'
import type { ReportRow } from './rights-simulation/report-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-simulate-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Households of somebody alone: `counts` of them for each neighbourhood, on a pension or without income. */
function fileWith(name: string, counts: Readonly<Record<string, readonly [number, number]>>): string {
  const rows = Object.entries(counts).flatMap(([neighbourhood, [pension, nothing]]) => [
    ...Array.from({ length: pension }, () => `reference,${neighbourhood},flanders,private_tenant,belgian,70,1900,5000`),
    ...Array.from({ length: nothing }, () => `reference,${neighbourhood},flanders,private_tenant,belgian,40,0,0`),
  ])
  const path = join(folder, name)
  const head =
    'role,neighbourhood,household.region,dwelling.tenure,person.residence_status,person.age,person.net_income_month,person.savings'
  writeFileSync(path, [head, ...rows].join('\n'))
  return path
}

async function run(...args: readonly string[]): Promise<CommandResult> {
  let printed: CommandResult | undefined
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  addRightsSimulate(program, {
    print: (result) => {
      printed = result
    },
    clock: () => new Date('2026-03-05T09:00:00Z'),
    showProgress: () => undefined,
  })
  await program.parseAsync(['rights', 'simulate', ...args], { from: 'user' })
  return printed as CommandResult
}

const reportOf = async (...args: readonly string[]) => (await run(...args)).json as unknown as Report

const wards = { Noord: [30, 20], Oost: [40, 25], West: [50, 15], Zuid: [20, 12] } as const

test('a value of the law of a municipality given by hand decides what it leaves open', async () => {
  const file = fileWith('plain.csv', wards)
  const open = (await reportOf(file)).rights.find(({ right }) => right === 'uitpas-kansentarief')
  expect(open?.before.households).toMatchObject({ likely: 0, possible: 212 })
  const decided = (await reportOf(file, '--param', 'municipality.uitpas_rule=0')).rights.find(
    ({ right }) => right === 'uitpas-kansentarief',
  )
  expect(decided).toMatchObject({
    after: { households: { possible: 0 } },
    change: { households: { lose: 212 } },
  })
})

test('a higher leefloon: who has no income gains, ward by ward, and the rest stays as it is', async () => {
  const report = await reportOf(fileWith('wards.csv', wards), '--param', 'leefloon.category2=1440.47')
  expect(report.all).toMatchObject({ households: 212, changes: { gain: 72, lose: 0, unclear: 0 } })
  expect(report.neighbourhoods.map(({ name, households, changes }) => [name, households, changes.gain])).toEqual([
    ['Noord', 50, 20],
    ['Oost', 65, 25],
    ['West', 65, 15],
    ['Zuid', 32, 12],
  ])
  expect(report.kinds.map(({ name, changes }) => [name, changes.gain])).toEqual([
    ['alone, under 65', 72],
    ['alone, 65 or older', 0],
  ])
})

test('P13 a ward with three who gain is hidden, and one more so that the three do not follow from the total', async () => {
  const file = fileWith('few.csv', { ...wards, Klein: [60, 3] })
  const { lines, json } = await run(file, '--param', 'leefloon.category2=1440.47')
  const { neighbourhoods, all } = json as unknown as Report
  const gains = neighbourhoods.map(({ name, changes }) => [name, changes.gain] as const)
  expect(gains.find(([name]) => name === 'Klein')).toEqual(['Klein', 'hidden'])
  expect(all?.changes.gain).toBe(75)
  expect(gains.filter(([, count]) => count === 'hidden').length).toBeGreaterThanOrEqual(2)
  expect(lines.join('\n')).toMatch(/Klein .*hidden/)
})

test('P13 a handful that gains is shown in no figure of the right, not by before and after either', async () => {
  const file = fileWith('handful.csv', { Noord: [200, 4], Oost: [100, 0] })
  const { rights } = await reportOf(file, '--param', 'leefloon.category2=1440.47')
  const leefloon = rights.find(({ right }) => right === 'leefloon')
  expect(leefloon?.change?.households.gain).toBe('hidden')
  expect(leefloon?.before.households.likely).toBe('hidden')
  expect(leefloon?.after).toBe('hidden')
  expect([leefloon?.change?.meanGain, leefloon?.before.likelyAmount]).not.toContainEqual(
    expect.objectContaining({ min: 1200 }),
  )
})

test('P13 what all rights together hide is not told by the one right that changed', async () => {
  const { all, neighbourhoods, rights } = await reportOf(
    fileWith('two.csv', { Noord: [30, 20], Klein: [60, 3] }),
    '--param',
    'leefloon.category2=1440.47',
  )
  const shown = [all?.changes.gain, ...neighbourhoods.map(({ changes }) => changes.gain)]
  expect(shown.filter((count) => count === 'hidden').length).toBeGreaterThanOrEqual(2)
  const leefloon = rights.find(({ right }) => right === 'leefloon')
  expect(leefloon?.change?.households.gain).toBe(all?.changes.gain)
})

test('a few who lose by one right hide nothing of a right by which nobody loses', async () => {
  const file = fileWith('apart.csv', wards)
  const reform = ['--param', 'leefloon.category2=1440.47', '--param', 'igo.base=1']
  const { rights } = await reportOf(file, ...reform)
  expect(rights.find(({ right }) => right === 'leefloon')?.after).toMatchObject({ households: { likely: 72 } })
})

test('a file without neighbourhoods, of one kind of household, is counted as a whole', async () => {
  const report = await reportOf(fileWith('whole.csv', { '': [0, 60] }), '--param', 'leefloon.category2=1440.47')
  expect(report.all).toMatchObject({ households: 60, changes: { gain: 60 } })
  expect(report.rights.find(({ right }) => right === 'leefloon')?.change?.households.gain).toBe(60)
})

test('values of the municipality hold before and after', async () => {
  const given = ['--given', 'municipality.uitpas_rule=0', '--param', 'leefloon.category2=1440.47']
  const report = await reportOf(fileWith('given.csv', wards), ...given)
  expect(report.rights.map(({ right }) => right)).not.toContain('uitpas-kansentarief')
  expect(report.all?.changes).toEqual({ gain: 72, lose: 0, unclear: 0 })
})

test('every figure is a row of a table, or a line of JSON; what is hidden has no value', async () => {
  const file = fileWith('rows.csv', { Noord: [30, 20], Klein: [60, 3] })
  const args = [file, '--param', 'leefloon.category2=1440.47']
  const table = (await run(...args, '--csv')).lines.join('\n').split('\n')
  expect(table[0]).toBe('right,group,name,law,measure,value,note')
  expect(table).toContain(',neighbourhood,Klein,,households that gain,,hidden')
  const rows = (await run(...args, '--jsonl')).lines.map((line) => JSON.parse(line) as ReportRow)
  expect(rows).toHaveLength(table.length - 1)
  expect(rows).toContainEqual(
    expect.objectContaining({ name: 'Klein', measure: 'households that gain', value: null, note: 'hidden' }),
  )
})

test('the law of another day is held against this one, with the same households', async () => {
  const { json } = await run(fileWith('days.csv', wards), '--date', '2026-02-28', '--compare-date', '2026-03-05')
  expect(json).toMatchObject({ date: '2026-02-28', compareDate: '2026-03-05' })
  const leefloon = (json as unknown as Report).rights.find(({ right }) => right === 'leefloon')
  expect(leefloon?.change?.households).toMatchObject({ gain: 72, lose: 0 })
})

test.each([
  ['leefloon.categry2=1440', /no value of the law leefloon.categry2, did you mean .*leefloon.category2/],
  ['leefloon.category2=a lot', /expected an amount \(eur\/month\)/],
  ['leefloon.category2=1440,47', /expected an amount/],
  ['leefloon.category2', /expected an amount/],
  ['leefloon.category2=-1', /expected an amount/],
])('a reform %s is refused', async (text, sentence) => {
  await expect(run(fileWith('refused.csv', wards), '--param', text)).rejects.toThrow(sentence)
})

test('a value given twice is refused', async () => {
  const twice = ['--param', 'leefloon.category2=1', '--param', 'leefloon.category2=2']
  await expect(run(fileWith('twice.csv', wards), ...twice)).rejects.toThrow('given twice')
})
