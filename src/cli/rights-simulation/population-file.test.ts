import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { belgium } from '@meernet/rights-belgium'
import { afterAll, expect, test } from 'vitest'
import { batchesOf } from './batch.ts'
import type { HouseholdInFile } from './household-in-file.ts'
import { householdsIn } from './population-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-population-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileWith(content: string | Uint8Array): string {
  const path = join(folder, `${Math.abs(hash(String(content)))}.txt`)
  writeFileSync(path, content)
  return path
}

const hash = (text: string) => [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)

async function read(content: string | Uint8Array): Promise<readonly HouseholdInFile[]> {
  const households: HouseholdInFile[] = []
  for await (const some of householdsIn(fileWith(content), belgium)) households.push(...some)
  return households
}

/** Reads a file to the end, facts included. */
async function take(content: string | Uint8Array, mayDiffer = false): Promise<number> {
  const file = fileWith(content)
  let count = 0
  for await (const batch of batchesOf(householdsIn(file, belgium), { file, date: '2026-03-05', mayDiffer }))
    count += batch.weights.length
  return count
}

const table = (...lines: readonly string[]) => lines.join('\n')

test('a table gives a person a row, and the household with whoever comes first', async () => {
  const [couple, alone] = await read(
    table(
      'household,person,role,neighbourhood,weight,household.region,dwelling.tenure,person.age,person.net_income_month,child.school',
      'h1,an,reference,Noord,2.5,flanders,private_tenant,41,1400.50,',
      'h1,bo,child,Noord,,flanders,,9,,primary',
      'h2,cy,,,,brussels,owner,70,,',
    ),
  )
  expect(couple).toMatchObject({
    weight: 2.5,
    neighbourhood: 'Noord',
    situation: {
      household: { region: 'flanders' },
      dwelling: { tenure: 'private_tenant' },
      persons: [
        { id: 'an', role: 'reference', age: 41, net_income_month: 1400.5 },
        { id: 'bo', role: 'child', age: 9, school: 'primary' },
      ],
    },
  })
  expect(alone).toMatchObject({ weight: 1, neighbourhood: null, situation: { persons: [{ id: 'cy', age: 70 }] } })
})

test('without a column for the household every row is one', async () => {
  const households = await read(
    table('person.age\tperson.savings', '70\t1000', '30\t2.500,5'.replace('2.500,5', '2500,5')),
  )
  expect(households.map(({ situation }) => situation.persons)).toEqual([
    [{ id: 'p1', age: 70, savings: 1000 }],
    [{ id: 'p1', age: 30, savings: 2500.5 }],
  ])
})

test('a table as a spreadsheet here writes it is read: byte order mark, semicolons, decimal comma, quotes, returns', async () => {
  const [one] = await read(
    `\uFEFF${table('household;neighbourhood;"person.age";person.net_income_month;person.has_vt', '1;"Oud ""dorp""; noord";70;1234,56;ja')}\r\n`.replace(
      '\n1',
      '\r\n1',
    ),
  )
  expect(one).toMatchObject({
    neighbourhood: 'Oud "dorp"; noord',
    situation: { persons: [{ age: 70, net_income_month: 1234.56, has_vt: true }] },
  })
})

test('a line of JSON is a situation as `rights check` takes it, with weight and neighbourhood', async () => {
  const facts = { household: { region: 'flanders' }, persons: [{ id: 'p1', age: 70 }] }
  const [one, two] = await read(
    `${JSON.stringify({ id: 'a', date: '2026-03-05', facts, weight: 3, neighbourhood: 7 })}\n\n${JSON.stringify({ facts })}`,
  )
  expect(one).toMatchObject({ date: '2026-03-05', weight: 3, neighbourhood: '7', situation: facts })
  expect(two).toMatchObject({ date: null, weight: 1, neighbourhood: null, situation: facts })
})

const line = (value: unknown) => JSON.stringify(value)
const person = { id: 'p1', age: 70 }

test.each([
  [
    'a column that is no fact',
    'person.agee\n70',
    /line 1, column person.agee: there is no such fact, did you mean person.age/,
  ],
  ['a column twice', 'person.age,person.age\n70,71', /line 1, column person.age: .*twice/],
  ['no names of columns', 'household;weight\n1;2', /line 1: expected names of columns/],
  [
    'a row with a cell too few',
    'person.age,person.savings\n70',
    /line 2: expected 2 cells, as in the first line, found 1/,
  ],
  ['a quote that is not closed', 'person.age,neighbourhood\n70,"Noord', /line 2: a quoted cell does not end/],
  ['a letter in a number', 'person.age\n70\nx', /line 3, column person.age: expected a whole number/],
  [
    'a decimal comma between commas',
    'person.age,person.savings\n70,"1,5"',
    /line 2, column person.savings: .*decimal point/,
  ],
  [
    'a thousand or one and a half',
    'person.age;person.savings\n70;1.500',
    /column person.savings: .*without marks for thousands/,
  ],
  [
    'a choice that is none',
    'person.age;household.region\n70;limburg',
    /column household.region: expected one of flanders/,
  ],
  ['a test that is none', 'person.age;person.has_vt\n70;misschien', /column person.has_vt: expected yes or no/],
  ['a day that is none', 'person.birth_date\n31/12/1950', /line 2, column person.birth_date: .*YYYY-MM-DD/],
  ['an age that cannot be', 'household,person.age\n1,40\n1,171', /line 3, column person.age/],
  ['nobody who is the reference', 'household;person.age;role\n1;40;reference\n1;41;reference', /line [23].*reference/],
  [
    'a household that comes back',
    'household;person.age\n1;40\n2;41\n1;42',
    /line 4, column household: rows of one household/,
  ],
  [
    'two regions in one household',
    'household;household.region;person.age\n1;flanders;40\n1;brussels;41',
    /line 3, column household.region/,
  ],
  ['a weight of nothing', 'weight;person.age\n0;40', /line 2, column weight: expected a number above 0/],
  ['an empty file', '\n\n', /there is no household in this file/],
  ['names of columns only', 'person.age\n', /there is no household in this file/],
  ['no text', Uint8Array.from([255, 254, 65, 0]), /not text in UTF-8/],
  ['broken JSON', '{"facts":', /line 1: expected one whole JSON object/],
  [
    'a table behind JSON',
    `${line({ facts: { persons: [person] } })}\nperson.age`,
    /line 2: expected one whole JSON object/,
  ],
  [
    'a fact that is none in JSON',
    line({ facts: { persons: [{ ...person, shoes: 42 }] } }),
    /column facts.persons\[0\].shoes/,
  ],
  ['values of the law in a line', line({ facts: { persons: [person] }, parameters: {} }), /give them with --param/],
  ['another day', line({ date: '2026-03-06', facts: { persons: [person] } }), /line 1, column date: .*--date/],
  [
    'a weight in words',
    line({ weight: 'two', facts: { persons: [person] } }),
    /column weight: expected a number above 0/,
  ],
])('a file with %s is refused with its place', async (_, content, sentence) => {
  await expect(take(content)).rejects.toThrow(sentence)
})

test('a file that is not there is refused', async () => {
  await expect(householdsIn(join(folder, 'none.csv'), belgium).next()).rejects.toThrow('there is no file here')
})

test('with a day chosen for all, households may give another one', async () => {
  expect(await take(line({ date: '2026-03-06', facts: { persons: [person] } }), true)).toBe(1)
})

test('lines that cross the pieces in which a file is read stay whole', async () => {
  const rows = Array.from({ length: 60_000 }, (_, number) => `h${number};${20 + (number % 60)};Wijk é ${number % 9}`)
  const households = await read(table('household;person.age;neighbourhood', ...rows))
  expect(households).toHaveLength(60_000)
  expect(households[59_999]).toMatchObject({ neighbourhood: 'Wijk é 5', situation: { persons: [{ age: 79 }] } })
})
