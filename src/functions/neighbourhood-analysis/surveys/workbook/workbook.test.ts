// biome-ignore-all lint/suspicious/noTemplateCurlyInString: conditions name an answer so.
import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { publishedData } from '../../../../../tests/support/published-data.ts'
import { openTables } from '../../../../platform/published-files/open-tables.ts'
import { askedQuestions } from '../questionnaire/route.ts'
import { type FormStated, type ReadForm, readForm } from './read-form.ts'
import { workbookRows } from './workbook-rows.ts'

const stated: FormStated = { language: 'en', permission: undefined, key: 'form', version: '1' }

async function read(path: string, over: Partial<FormStated> = {}): Promise<ReadForm> {
  const file = await openTables(path)
  try {
    return readForm(await workbookRows(file, over.language ?? 'en'), { ...stated, ...over })
  } finally {
    file.close()
  }
}
const published = (name: string) => read(publishedData(`surveys/xlsform/${name}`))
const names = ({ questionnaire }: ReadForm) => questionnaire.questions.map(({ name, kind }) => `${name} ${kind}`)
const remark = ({ remarks }: ReadForm, reason: string) => remarks.find((one) => one.reason === reason)?.names

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>
async function made(sheets: Sheets): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-form-'))
  const path = join(folder, 'form.xlsx')
  const content = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  })
  writeFileSync(path, content)
  return path
}
const survey = (...rows: readonly (readonly string[])[]) =>
  made({ survey: [['type', 'name', 'label', 'relevant'], ...rows] })

test.each([
  ['group.xlsx', ['age whole']],
  ['or_other.xlsx', ['fav_color one', 'fav_pastel one']],
  ['specify_other.xlsx', ['sex one']],
  ['yes_or_no_question.xlsx', ['good_day one']],
  ['badly_named_choices_sheet.xls', ['age whole', 'color one']],
  ['extra_columns.xlsx', ['a text']],
  ['case_insensitivity.xlsx', ['q1 one', 'q2 one']],
  ['choice_filter_test.xlsx', ['state one', 'county one', 'city one']],
  ['xl_date_ambiguous.xlsx', ['name1 text', 'name2 text', 'name3 text', 'names one']],
])('%s is read', async (name, expected) => expect(names(await published(name))).toEqual(expected))

test('a cascade offers only what fits the answer before', async () => {
  const { questionnaire } = await published('choice_filter_test.xlsx')
  const county = (state: string) =>
    askedQuestions(questionnaire, new Map([['state', state]]), '2026-11-23')
      .find(({ name }) => name === 'county')
      ?.choices.map(({ name }) => name)
  expect(county('texas')).toEqual(['king', 'cameron'])
  expect(county('washington')).toEqual(['king', 'pierce'])
  expect(county('')).toEqual([])
})

test('"or other" and "or specify other" ask for something else in own words', async () => {
  for (const name of ['or_other.xlsx', 'specify_other.xlsx'])
    expect((await published(name)).questionnaire.questions[0]?.hasOther).toBe(true)
})

test('old spellings are read, and what an anonymous survey may not keep is told', async () => {
  const form = await published('widgets.xls')
  expect(remark(form, 'location')).toEqual(['my_geopoint', 'locationMap'])
  expect(remark(form, 'media')).toEqual(['my_barcode', 'my_image', 'my_audio', 'my_video'])
  expect(remark(form, 'column')).toContain('appearance')
  expect(form.questionnaire.questions.find(({ name }) => name === 'my_int')?.constraint).toBe('. < 10')
  expect(remark(await published('group.xlsx'), 'personal')).toEqual(['family_name', 'phone_number'])
})

test('several languages, devices, moments and conditions on what is left out', async () => {
  const form = await published('xlsform_spec_test.xlsx')
  expect(form.questionnaire.languages).toEqual(['en', 'chinese'])
  expect(form.questionnaire.questions[0]?.wording.en).toBe('Skip to end')
  expect(remark(form, 'moment')).toEqual(['start', 'end', 'today'])
  expect(remark(form, 'device')).toEqual(['deviceid', 'uri_deviceid', 'phonenumber'])
  expect(remark(form, 'conditionOnLeftOut')).toEqual(['email_note'])
  expect(remark(form, 'sheet')).toEqual(['columns'])
})

test('what stood in a repeat is asked once with several answers, or told', async () => {
  const form = await published('tutorial.xls')
  expect(names(form)).toContain('sex many')
  expect(remark(form, 'repeatAskedOnce')).toContain('sex')
  expect(remark(form, 'repeatNotCounted')).toEqual(['age_in_months', 'age_in_years'])
})

test('a column that stands twice is refused with its place', async () => {
  await expect(published('duplicate_columns.xlsx')).rejects.toMatchObject({
    code: 'doubled',
    sheet: 'survey',
    line: 1,
    column: 'label',
  })
})

test.each([
  [[['select_won colours', 'a', 'A']], 'kind', 2, 'type'],
  [[['text', '', 'A']], 'value', 2, 'name'],
  [[['text', '1a', 'A']], 'value', 2, 'name'],
  [[['text', '__proto__', 'A']], 'value', 2, 'name'],
  [
    [
      ['text', 'a', 'A'],
      ['text', 'a', 'B'],
    ],
    'doubled',
    3,
    'name',
  ],
  [
    [
      ['begin group', 'g', 'G'],
      ['text', 'a', 'A'],
    ],
    'row-shape',
    2,
    'type',
  ],
  [
    [
      ['text', 'a', 'A'],
      ['end group', '', ''],
    ],
    'row-shape',
    3,
    'type',
  ],
  [
    [
      ['begin repeat', 'g', 'G'],
      ['text', 'a', 'A'],
      ['end group', '', ''],
    ],
    'row-shape',
    4,
    'type',
  ],
  [
    [
      ['text', 'a', 'A'],
      ['text', 'b', 'B', "pulldata(${a}, 'x')"],
    ],
    'condition',
    3,
    'relevant',
  ],
  [[['text', 'b', 'B', "${nobody} = 'x'"]], 'reference', 2, 'relevant'],
  [
    [
      ['calculate', 'b', 'B'],
      ['text', 'a', 'A'],
    ],
    'value',
    2,
    'calculation',
  ],
  [[['geopoint', 'b', 'B']], 'value', null, null],
])('%j is refused: %s on line %s, column %s', async (rows, code, line, column) => {
  await expect(read(await survey(...rows))).rejects.toMatchObject({ name: 'FileRefused', code, line, column })
})

test('a sheet with nearly the right name is pointed at', async () => {
  await expect(read(await made({ surveys: [['type', 'name', 'label']] }))).rejects.toThrow('rename it to "survey"')
  const path = await made({
    survey: [
      ['type', 'name', 'label'],
      ['select_one yn', 'a', 'A'],
    ],
    chioces: [['list_name']],
  })
  await expect(read(path)).rejects.toThrow('rename it to "choices"')
})

test('a list that is not there, and an answer that stands twice, are refused with their place', async () => {
  const sheets = (choices: readonly (readonly string[])[]) =>
    made({
      survey: [
        ['type', 'name', 'label'],
        ['select_one yn', 'a', 'A'],
      ],
      choices: [['list_name', 'name', 'label'], ...choices],
    })
  await expect(read(await sheets([['other', 'yes', 'Yes']]))).rejects.toThrow('The lists there: other.')
  await expect(
    read(
      await sheets([
        ['yn', 'yes', 'Yes'],
        ['yn', 'yes', 'Ja'],
      ]),
    ),
  ).rejects.toMatchObject({ code: 'doubled', line: 3 })
  await expect(read(await sheets([['yn', 'oh yes', 'Yes']]))).rejects.toMatchObject({ code: 'value', line: 2 })
})

const loneliness = (items: readonly string[], answers: readonly string[]) =>
  made({
    survey: [
      ['type', 'name', 'label', 'scale', 'scale_item'],
      ...items.map((item) => ['select_one ja', item, `Zin over ${item}`, 'deJongGierveld6', item]),
    ],
    choices: [['list_name', 'name', 'label'], ...answers.map((answer) => ['ja', answer, answer])],
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      ['Eigen', 'eigen', '2', 'Nederlands (nl)'],
    ],
  })
const items = ['emptiness', 'missPeople', 'rejected', 'relyOn', 'trust', 'feelClose']

test('a scale is named only when it is whole, with its own answers and with permission', async () => {
  const whole = await loneliness(items, ['yes', 'moreOrLess', 'no'])
  const named = await read(whole, { permission: 'Auteurs, mei 2026' })
  expect(named.questionnaire).toMatchObject({
    key: 'eigen',
    version: '2',
    languages: ['nl'],
    scales: [{ scale: 'deJongGierveld6' }],
  })
  expect(named.questionnaire.source).toContain('De Jong Gierveld'.slice(3, 7))
  const without = await read(whole)
  expect(without.questionnaire.scales).toBeUndefined()
  expect(remark(without, 'scaleNeedsPermission')).toEqual(['deJongGierveld6'])
  for (const other of [
    await loneliness(items.slice(1), ['yes', 'moreOrLess', 'no']),
    await loneliness(items, ['yes', 'no']),
  ]) {
    const plain = await read(other, { permission: 'Auteurs, mei 2026' })
    expect(plain.questionnaire.scales).toBeUndefined()
    expect(remark(plain, 'scaleNotWhole')).toEqual(['deJongGierveld6'])
  }
})

test('the same name in two groups stays two questions', async () => {
  const form = await read(
    await survey(
      ['begin group', 'first', 'One', ''],
      ['integer', 'hours', 'Hours', ''],
      ['end group', '', '', ''],
      ['begin group', 'second', 'Two', ''],
      ['integer', 'hours', 'Hours', ''],
      ['end group', '', '', ''],
    ),
  )
  expect(names(form)).toEqual(['first/hours whole', 'second/hours whole'])
})

test('a question that chooses from a file of its own is left out and told, whatever the file is called', async () => {
  const form = await read(
    await survey(
      ['select_one_from_file streets.csv', 'street', 'Where?', ''],
      ['select_multiple_from_file my-towns.geojson', 'towns', 'Which?', ''],
      ['integer', 'age', 'How old?', ''],
    ),
  )
  expect(names(form)).toEqual(['age whole'])
  expect(remark(form, 'externalFile')).toEqual(['street', 'towns'])
})
