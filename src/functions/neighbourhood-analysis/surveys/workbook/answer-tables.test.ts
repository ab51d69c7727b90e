import { expect, test } from 'vitest'
import { workbookOf } from '../../../../platform/spreadsheet/workbook.ts'
import { readSentForm } from './sent-form.ts'

const choices = (list: string, ...named: readonly (readonly [string, string, string])[]) =>
  named.map(([name, nl, fr]) => ({ list_name: list, name, label: [nl, fr] }))

const form = JSON.stringify({
  id_string: 'buurt',
  version: '1',
  content: {
    translations: ['Nederlands (nl)', 'Français (fr)'],
    survey: [
      { type: 'start', name: 'start' },
      { type: 'text', name: 'full_name', label: ['Wat is uw naam?', 'Quel est votre nom ?'] },
      { type: 'begin_group', name: 'living', label: ['Wonen', 'Habiter'] },
      { type: 'select_one yesno', name: 'likes_here', label: ['Woont u hier graag?', 'Aimez-vous habiter ici ?'] },
      { type: 'select_multiple what', name: 'misses', label: ['Wat mist u?', 'Que vous manque-t-il ?'] },
      { type: 'end_group' },
      { type: 'integer', name: 'years', label: ['Hoelang al?', 'Depuis combien de temps ?'] },
      { type: 'text', name: 'better', label: ['Wat kan beter?', 'Que peut-on améliorer ?'] },
      { type: 'begin_repeat', name: 'pets', label: ['Dieren', 'Animaux'] },
      { type: 'select_one animal', name: 'pet', label: ['Welk dier?', 'Quel animal ?'] },
      { type: 'end_repeat' },
    ],
    choices: [
      ...choices('yesno', ['yes', 'Ja', 'Oui'], ['no', 'Nee', 'Non']),
      ...choices('what', ['bench', 'Een bank', 'Un banc'], ['shop', 'Een winkel dichtbij', 'Un magasin proche']),
      ...choices('animal', ['cat', 'Kat', 'Chat'], ['dog', 'Hond', 'Chien']),
    ],
  },
})

async function read(name: string, content: string | Uint8Array) {
  const sent = new File([form], 'form.json')
  const answers = new File([content as BlobPart], name)
  const said = { language: 'nl', permission: undefined, keep: [], today: '2026-11-23', neighbourhoods: [] }
  const { answers: found } = await readSentForm(sent, answers, said)
  return {
    sheets: (found?.sheets ?? []).map(({ answers, written, instance, month }) => ({
      instance,
      month,
      written: written.map(({ text }) => text),
      ...Object.fromEntries(answers),
    })),
    remarks: Object.fromEntries((found?.remarks ?? []).map(({ reason, names }) => [reason, names])),
  }
}

const expected = [
  {
    instance: 'a-1',
    month: '2024-05',
    likes_here: 'yes',
    misses: ['bench', 'shop'],
    years: '12',
    written: ['Bankjes'],
  },
  { instance: 'a-2', month: '2024-06', likes_here: 'no', written: [] },
]

test('an export of Kobo in CSV, with names as headings and groups before them', async () => {
  const csv = [
    '"start";"full_name";"living/likes_here";"living/misses";"years";"better";"_id";"_uuid";"_submission_time";"_validation_status";"__version__"',
    '"2024-05-02T10:00:00.000+02:00";"Jan Peeters";"yes";"bench shop";"12";"Bankjes";"7";"a-1";"2024-05-02T10:11:00";"";"1"',
    '"2024-06-02T10:00:00.000+02:00";"";"no";"";"";"";"8";"a-2";"2024-06-02T10:11:00";"Approved";"1"',
    '"2024-06-03T10:00:00.000+02:00";"";"no";"";"";"";"9";"a-3";"2024-06-03T10:11:00";"Not Approved";"1"',
  ].join('\n')
  const { sheets, remarks } = await read('export.csv', `\ufeff${csv}\n`)
  expect(sheets).toEqual(expected)
  expect(JSON.stringify(sheets)).not.toContain('Peeters')
  expect(remarks).toEqual({})
})

test('an export with words as headings and answers, in another language, choices in columns of their own', async () => {
  const csv = [
    'Quel est votre nom ?,Habiter/Aimez-vous habiter ici ?,Habiter/Que vous manque-t-il ?,Habiter/Que vous manque-t-il ?/Un banc,Habiter/Que vous manque-t-il ?/Un magasin proche,Depuis combien de temps ?,Que peut-on améliorer ?,_uuid,_submission_time',
    'Jan,Oui,Un banc Un magasin proche,1,1,12,Bankjes,a-1,2024-05-02T10:11:00',
    ',Non,,0,0,,,a-2,2024-06-02T10:11:00',
  ].join('\n')
  const { sheets, remarks } = await read('export.csv', csv)
  expect(sheets).toEqual(expected)
  // What the form leaves out has no words here any more: told by its heading, never by what stood under it.
  expect(remarks).toEqual({ questionUnknown: ['Quel est votre nom ?'] })
})

test('several answers in words in one cell are told apart, the longest first', async () => {
  const csv = 'Woont u hier graag?;Wat mist u?;_uuid\nJa;Een winkel dichtbij Een bank;b-1\n'
  expect((await read('export.csv', csv)).sheets).toMatchObject([{ likes_here: 'yes', misses: ['shop', 'bench'] }])
})

test('a workbook has the turns of a repeat on a sheet of their own', async () => {
  const workbook = await workbookOf([
    {
      name: 'buurt',
      rows: [
        [
          'living/likes_here',
          'living/misses/bench',
          'living/misses/shop',
          'years',
          '_index',
          '_uuid',
          '_submission_time',
        ],
        ['yes', 1, 1, 12, 1, 'a-1', '2024-05-02T10:11:00'],
        ['no', 0, 0, 3, 2, 'a-2', '2024-06-02T10:11:00'],
      ],
    },
    {
      name: 'pets',
      rows: [
        ['pet', '_index', '_parent_table_name', '_parent_index'],
        ['cat', 1, 'buurt', 1],
        ['dog', 2, 'buurt', 1],
        ['dog', 3, 'buurt', 2],
      ],
    },
  ])
  expect((await read('export.xlsx', new Uint8Array(workbook))).sheets).toMatchObject([
    { likes_here: 'yes', misses: ['bench', 'shop'], years: '12', pet: ['cat', 'dog'] },
    { likes_here: 'no', years: '3', pet: ['dog'] },
  ])
})

test('ODK writes groups with a hyphen, and its own names for what names a sheet', async () => {
  const csv = [
    'SubmissionDate,living-likes_here,living-misses,years,KEY',
    '2024-05-02T10:11:00.000Z,yes,bench,12,uuid:a-1',
  ].join('\n')
  expect((await read('export.csv', csv)).sheets).toMatchObject([
    { instance: 'a-1', month: '2024-05', likes_here: 'yes', misses: ['bench'], years: '12' },
  ])
})

test('answers to another form are refused, with what was found and what was expected', async () => {
  await expect(read('export.csv', 'kleur;maat\nrood;4\n')).rejects.toThrow(
    /no column that is a question of the form: found kleur, maat\. Expected names such as start, full_name/,
  )
})
