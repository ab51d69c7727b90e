import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { checkAnswers } from '../questionnaire/answering.ts'
import { partFrom } from '../questionnaire/route.ts'
import type { FormRow } from './form-rows.ts'
import { readKoboAnswers } from './kobo-answers.ts'
import { readKoboFile } from './kobo-file.ts'
import { readForm } from './read-form.ts'

const types = [
  'text',
  'integer',
  'select_one a',
  'select_multiple a or_other',
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
  'note',
  'calculate',
  'geopoint',
  'date',
  'select_won a',
  '',
]
const cell = fc.oneof(
  // biome-ignore lint/suspicious/noTemplateCurlyInString: conditions name an answer so.
  fc.constantFrom('q1', 'q2', '__proto__', "${q1} = 'x'", "selected(${q2}, 'a')", '. > 3', 'yes', '1', ''),
  fc.string({ maxLength: 12 }),
)
const row = fc
  .record({
    type: fc.constantFrom(...types),
    name: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('q1', 'q2', 'q3', 'q4') }, cell),
    relevant: cell,
    constraint: cell,
    calculation: cell,
    required: cell,
    label: cell,
  })
  .map(
    ({ label, ...cells }): Omit<FormRow, 'line'> => ({
      sheet: 'survey',
      cells: new Map(Object.entries(cells).filter(([, value]) => value !== '')),
      words: new Map(label === '' ? [] : [['label', { nl: label }]]),
      raw: new Map(),
    }),
  )
const stated = { language: 'nl', permission: undefined, key: 'any', version: '1' }

test('whatever stands in a form, it is read or refused with a sentence; what is read can be asked and answered', () => {
  const choice = {
    sheet: 'choices',
    line: 2,
    cells: new Map([
      ['list_name', 'a'],
      ['name', 'x'],
    ]),
    words: new Map(),
    raw: new Map(),
  }
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
      (rows, typed) => {
        const survey = rows.map((one, place) => ({ ...one, line: place + 2 }))
        const sheets = {
          file: 'any.xlsx',
          survey,
          choices: [choice],
          externalChoices: [],
          settings: new Map(),
          unusedSheets: [],
        }
        try {
          const { questionnaire } = readForm(sheets, stated)
          const answers = new Map(typed.map(([name, value]) => [name, [value]]))
          const checked = checkAnswers(questionnaire, answers, { today: '2026-11-23', language: 'nl' })
          let at: number | null = 0
          for (let turns = 0; at !== null; turns += 1) {
            expect(turns).toBeLessThan(20)
            const next: number | null = partFrom(questionnaire, checked.answers, at, '2026-11-23').next
            expect(next === null || next > at).toBe(true)
            at = next
          }
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefused)
          expect((error as FileRefused).sentence.length).toBeGreaterThan(10)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('whatever stands in an export, it is read or refused, and nothing of a device or place comes through', () => {
  const form = readForm(
    {
      file: 'any.json',
      survey: [
        {
          sheet: 'survey',
          line: 1,
          cells: new Map([
            ['type', 'integer'],
            ['name', 'hours'],
          ]),
          words: new Map(),
          raw: new Map(),
        },
      ],
      choices: [],
      externalChoices: [],
      settings: new Map(),
      unusedSheets: [],
    },
    stated,
  )
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.array(fc.dictionary(cell, fc.jsonValue({ maxDepth: 2 }))),
      (any, sheets) => {
        for (const text of [JSON.stringify(any), JSON.stringify({ submissions: sheets })])
          try {
            const { submissions } = readKoboFile('any.json', text, 'nl')
            const read = readKoboAnswers(form, submissions, { today: '2026-11-23', version: '1', neighbourhoods: [] })
            for (const { answers } of read.sheets) expect([...answers.keys()]).toEqual(['hours'])
          } catch (error) {
            expect(error).toBeInstanceOf(FileRefused)
          }
      },
    ),
    { numRuns: 200 },
  )
})
