// biome-ignore-all lint/suspicious/noTemplateCurlyInString: conditions name an answer so.
import { expect, test } from 'vitest'
import { checkAnswers, givenIn, type Typed } from './answering.ts'
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts'
import { askedQuestions, partFrom, partsBefore } from './route.ts'

const yesNo = [
  { name: 'yes', wording: { nl: 'Ja' } },
  { name: 'no', wording: { nl: 'Nee' } },
]
const questionnaire: Questionnaire = questionnaireSchema.parse({
  key: 'test',
  version: '1',
  titles: { nl: 'Proef' },
  languages: ['nl'],
  questions: [
    { name: 'cares', kind: 'one', wording: { nl: 'Zorgt u voor iemand?' }, choices: yesNo, isRequired: true },
    {
      name: 'hours',
      kind: 'whole',
      wording: { nl: 'Hoeveel uur?' },
      relevant: ["${cares} = 'yes'"],
      constraint: '. < 169',
    },
    { name: 'twice', kind: 'calculated', wording: {}, calculation: '${hours} * 2', relevant: ["${cares} = 'yes'"] },
    { name: 'heavy', kind: 'note', wording: { nl: 'Dat is veel.' }, relevant: ['${twice} > 20'] },
    { name: 'help', kind: 'many', wording: { nl: 'Wat helpt?' }, choices: yesNo, hasOther: true },
    {
      name: 'street',
      kind: 'one',
      wording: { nl: 'Waar?' },
      choiceFilter: 'of = ${cares}',
      choices: [
        { name: 'a', wording: { nl: 'A' }, columns: { of: 'yes' } },
        { name: 'b', wording: { nl: 'B' }, columns: { of: 'no' } },
      ],
    },
    { name: 'words', kind: 'text', wording: { nl: 'Wat nog?' } },
    { name: 'weight', kind: 'decimal', wording: { nl: 'Gewicht?' } },
    { name: 'since', kind: 'date', wording: { nl: 'Sinds?' } },
  ],
})

const checking = { today: '2026-11-23', language: 'nl' }
const typed = (answers: Readonly<Record<string, string | string[]>>): Typed =>
  new Map(Object.entries(answers).map(([name, value]) => [name, [value].flat()]))
const check = (answers: Readonly<Record<string, string | string[]>>, over = {}) =>
  checkAnswers(questionnaire, typed(answers), { ...checking, ...over })
const problems = (answers: Readonly<Record<string, string | string[]>>) =>
  check(answers).problems.map(({ question, key }) => `${question} ${key.split('.').at(-1)}`)

test('right answers are kept, what was written apart from them', () => {
  const { answers, written, problems } = check({
    cares: 'yes',
    hours: '12',
    help: ['yes', 'other'],
    'other:help': 'een bankje',
    words: 'meer bomen',
    weight: '71,5',
  })
  expect(problems).toEqual([])
  expect(Object.fromEntries(answers)).toEqual({ cares: 'yes', hours: '12', help: ['yes', 'other'], weight: '71.5' })
  expect(written).toEqual([
    { question: 'help', text: 'een bankje' },
    { question: 'words', text: 'meer bomen' },
  ])
})

test('an answer to what is not asked does not count', () => {
  const { answers } = check({ cares: 'no', hours: '12', street: 'b' })
  expect(Object.fromEntries(answers)).toEqual({ cares: 'no', street: 'b' })
})

test.each([
  [{}, ['cares required']],
  [{ cares: 'perhaps' }, ['cares choose']],
  [{ cares: 'yes', hours: 'veel' }, ['hours whole']],
  [{ cares: 'yes', hours: '200' }, ['hours constraint']],
  [{ cares: 'yes', street: 'b' }, ['street choose']],
  [{ cares: 'yes', since: '2026-02-30' }, ['since date']],
  [{ cares: 'yes', weight: '1e9' }, ['weight decimal']],
  [{ cares: 'yes', words: 'bel 0470 12 34 56' }, ['words number']],
  [{ cares: 'yes', words: 'a'.repeat(1001) }, ['words tooLong']],
])('%j: %j', (answers, expected) => expect(problems(answers)).toEqual(expected))

test('on paper a question that must be answered may be left out', () => {
  expect(check({ help: 'yes' }, { mayLeaveOut: true }).problems).toEqual([])
})

test('what was calculated decides what is asked, and is not kept', () => {
  const given = givenIn(questionnaire, typed({ cares: 'yes', hours: '12' }))
  expect(askedQuestions(questionnaire, given, checking.today).map(({ name }) => name)).toContain('heavy')
  expect(check({ cares: 'yes', hours: '12' }).answers.has('twice')).toBe(false)
})

test('a part ends before what depends on an answer in it, so that no script is needed', () => {
  const none = new Map()
  expect(partFrom(questionnaire, none, 0, checking.today)).toMatchObject({ next: 1, questions: [{ name: 'cares' }] })
  const given = givenIn(questionnaire, typed({ cares: 'yes' }))
  const second = partFrom(questionnaire, given, 1, checking.today)
  expect(second.questions.map(({ name }) => name)).toEqual(['hours'])
  const third = partFrom(questionnaire, given, second.next ?? 0, checking.today)
  expect(third.questions.map(({ name }) => name)).toEqual(['help', 'street', 'words', 'weight', 'since'])
  expect(third.questions.find(({ name }) => name === 'street')?.choices.map(({ name }) => name)).toEqual(['a'])
  expect(third.next).toBeNull()
  expect(partsBefore(questionnaire, given, second.next ?? 0, checking.today)).toEqual([0, 1])
})
