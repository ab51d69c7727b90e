import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedData } from '../../../../../tests/support/published-data.ts'
import { readKoboAnswers } from './kobo-answers.ts'
import { readKoboFile } from './kobo-file.ts'
import { type ReadForm, readForm } from './read-form.ts'

const kobo = (name: string) =>
  readKoboFile(name, readFileSync(publishedData(`surveys/kobo/${name}.json`), 'utf8'), 'en')
const formOf = (name: string): ReadForm => {
  const { sheets } = kobo(name)
  if (!sheets) throw new Error(`${name} has no form`)
  return readForm(sheets, { language: 'en', permission: undefined, key: name, version: '1' })
}
const neighbourhoods = [{ id: 'molenwijk', name: 'Molenwijk', code: '99999W01' }]
const answersOf = (name: string, answers = name) =>
  readKoboAnswers(formOf(name), kobo(answers).submissions, {
    today: '2026-11-23',
    version: kobo(name).version,
    neighbourhoods,
  })
const reasons = (remarks: readonly { reason: string; names: readonly string[] }[]) =>
  Object.fromEntries(remarks.map(({ reason, names }) => [reason, names]))

test('translations stand in the order of their list, and one without a name is the language that was told', () => {
  const { questionnaire } = formOf('grouped_translated-v1')
  expect(questionnaire.languages).toEqual(['en', 'español'])
  expect(questionnaire.questions[0]?.choices?.[0]?.wording).toEqual({ en: 'Spherical', español: 'Esférico' })
  expect(formOf('translations_labels_mismatch-v1').questionnaire.questions[0]?.hints).toEqual({
    en: 'Before the decline of the Roman Empire',
  })
  expect(formOf('long_unicode_labels-v1').questionnaire.languages).toEqual(['swahili', 'en', 'fr'])
})

test('places on a map, moments and devices are left out and told', () => {
  const form = formOf('all_geo_types-v2')
  expect(reasons(form.remarks)).toEqual({
    moment: ['start', 'end'],
    location: ['Point', 'Trace', 'Shape', 'Outer_Point'],
  })
  const { sheets } = answersOf('all_geo_types-v2')
  expect(JSON.stringify(sheets.map((sheet) => [...sheet.answers, ...sheet.written]))).not.toMatch(/34\.6|58\.4/)
  expect(sheets.map(({ month }) => month)).toEqual(['2019-07'])
})

test('names are left out, of the moment only the month stays', () => {
  const { sheets } = answersOf('customer_satisfaction-v1')
  expect(sheets.map(({ answers }) => Object.fromEntries(answers))).toEqual([
    { customer_enjoyment: 'yes' },
    { customer_enjoyment: 'no' },
    { customer_enjoyment: 'no' },
  ])
  expect(sheets[0]?.month).toBe('2016-04')
})

test('a question that took one answer and now takes several keeps both, and what is in no list is told', () => {
  const { sheets, remarks } = answersOf('selectone_to_multiple-v3_selectmultiple', 'selectone_to_multiple-submissions')
  expect(sheets.map(({ answers }) => answers.get('q1'))).toEqual([
    ['opt1'],
    ['opt2'],
    ['opt1'],
    ['opt1'],
    ['opt1', 'opt2'],
    ['opt1', 'opt3'],
    ['opt2', 'opt3'],
  ])
  expect(reasons(remarks)).toEqual({ answerUnknown: ['q1'], versionOfForm: ['v1_text1', 'v2_select1'] })
})

test('what stood beside "other" is kept apart from the answer', () => {
  const [first] = answersOf('or_other-v1').sheets
  expect(first?.answers.get('fav_emperors')).toEqual(['caligula', 'other'])
  expect(first?.written).toEqual([
    { question: 'fav_emperor', text: 'Nero' },
    { question: 'fav_emperors', text: 'Commodus' },
  ])
})

test('of a repeat within a repeat each answer counts once a sheet, and a sheet that was not approved not at all', () => {
  const { sheets } = answersOf('nested_grouped_repeatable-v2')
  expect(sheets.map(({ answers }) => Object.fromEntries(answers))).toEqual([
    { What_kind_of_tree_is_this: ['pine', 'spruce'] },
  ])
})

test('answers of an earlier version fit where the question still is', () => {
  const older = readKoboAnswers(formOf('site_inspection-v5'), kobo('site_inspection-v1').submissions, {
    today: '2026-11-23',
    version: 'siv5',
    neighbourhoods,
  })
  expect(older.sheets[0]?.answers.get('please_rate_the_impact_of_any_defects_observed')).toBe('moderate')
  expect(reasons(older.remarks).questionUnknown).toContain('was_there_damage_to_the_site_dupe')
})

test('a question whose answers are our neighbourhoods says where', () => {
  const file = readKoboFile(
    'eigen.json',
    JSON.stringify({
      content: {
        survey: [
          { type: 'text', name: 'location', label: ['Waar?'] },
          { type: 'integer', name: 'hours', label: ['Uren?'] },
        ],
        translations: ['Nederlands (nl)'],
      },
      results: [
        { location: 'molenwijk', hours: '3', _uuid: 'a', _geolocation: [51, 5] },
        { location: '99999W01', hours: 4, _uuid: 'b' },
        { location: 'Elders', hours: '5.5', _uuid: 'c' },
      ],
    }),
    'nl',
  )
  if (!file.sheets) throw new Error('no form')
  const form = readForm(file.sheets, { language: 'nl', permission: undefined, key: 'eigen', version: '1' })
  const read = readKoboAnswers(form, file.submissions, { today: '2026-11-23', version: undefined, neighbourhoods })
  expect(read.neighbourhoodQuestion).toBe('location')
  expect(read.sheets.map(({ neighbourhoodId }) => neighbourhoodId)).toEqual(['molenwijk', 'molenwijk'])
  expect(reasons(read.remarks)).toEqual({ answerUnknown: ['hours'] })
})

test.each([
  ['{"content":', 'file-damaged'],
  ['{"type":"FeatureCollection"}', 'file-kind'],
  ['[]', null],
])('%s is refused as %s', (text, code) => {
  if (code === null) expect(readKoboFile('x.json', text, 'nl').submissions).toEqual([])
  else expect(() => readKoboFile('x.json', text, 'nl')).toThrow(expect.objectContaining({ code }))
})
