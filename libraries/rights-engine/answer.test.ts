import { expect, test } from 'vitest'
import { answerTo } from './answer.ts'
import { createCheck } from './check/check.ts'
import type { Model } from './model.ts'

const words = { nl: 'leeftijd', fr: 'âge', en: 'age' }
const model: Model = {
  facts: {
    'household.region': { type: 'enum', values: { flanders: words, brussels: words }, noun: words },
    'person.role': { type: 'enum', values: { reference: words, child: words }, noun: words },
    'person.age': { type: 'integer', noun: words, question: words },
  },
  definitions: {},
  parameters: {},
  rights: {
    pension: {
      name: words,
      summary: words,
      level: 'federal',
      subject: 'person',
      regions: ['flanders'],
      conditions: [{ id: 'old', when: 'person.age >= 65' }],
      way: 'automatic',
      ask: { body: words, service: 'pension' },
      how: words,
      documents: [],
      sources: [],
      confidence: 'high',
      chapter: '',
    },
  },
}
const check = createCheck(model)

test('an answer names outcome, reasons in words, and the next question', () => {
  const request = {
    id: 'a1',
    date: '2026-03-05',
    facts: { household: { region: 'flanders' }, persons: [{ id: 'p1' }] },
  }
  expect(answerTo(check, request, 'en')).toMatchObject({
    id: 'a1',
    outcomes: [
      {
        right: 'pension',
        subject: 'p1',
        status: 'possible',
        missing: ['person.age'],
        amount: null,
        variant: null,
        stale: false,
        reasons: [{ condition: 'old', answer: 'unknown', text: 'Age: at least 65.' }],
      },
    ],
    nextQuestion: 'person.age',
    nextQuestionOf: ['p1'],
  })
})

test('the id comes back as it was sent, and an outcome tells which values of the law it rests on', () => {
  const rows = [
    { from: '2025-02-01', value: 100 },
    { from: '2026-02-01', value: 110 },
    { from: '2026-09-01', gap: true as const },
  ]
  const parameter = { unit: 'eur/month', kind: 'amount', rows, source: 'a law', noun: words } as const
  const amount = { per: 'month', is: 'if person.age >= 80 then param(extra) else param(plain)' } as const
  const right = { ...(model.rights.pension as Model['rights'][string]), amount }
  const paying = createCheck({
    ...model,
    parameters: { plain: parameter, extra: parameter },
    rights: { pension: right },
  })
  const asked = (date: string, parameters?: object) =>
    answerTo(paying, {
      id: 7,
      date,
      facts: { household: { region: 'flanders' }, persons: [{ id: 'p1', age: 70 }] },
      ...(parameters && { parameters }),
    })
  const used = (value: object) => ({ id: 7, outcomes: [{ parameters: [{ id: 'plain', ...value }] }] })
  expect(asked('2026-03-05')).toMatchObject(used({ from: '2026-02-01', value: 110, source: 'a law', stale: false }))
  expect(asked('2026-09-01')).toMatchObject(used({ from: '2026-02-01', value: 110, stale: true }))
  expect(asked('2026-09-01', { plain: 120 })).toMatchObject(used({ from: null, value: 120, stale: false }))
})

test.each([
  ['no object', 'hello', 'bad_shape', ''],
  ['no facts', { id: 'a1', date: '2026-03-05' }, 'bad_shape', 'facts'],
  ['facts of something else', { id: 'a1', date: '2026-03-05', facts: { car: {} } }, 'unknown_fact', 'facts.car'],
  ['no date', { id: 'a1', facts: { persons: [{}] } }, 'bad_date', 'date'],
  ['no persons', { id: 'a1', date: '2026-03-05', facts: {} }, 'bad_shape', 'persons'],
  ['a person that is none', { id: 'a1', date: '2026-03-05', facts: { persons: [3] } }, 'bad_shape', 'persons[0]'],
  [
    'a parameter that is none',
    { id: 'a1', date: '2026-03-05', facts: { persons: [{}] }, parameters: { x: 1 } },
    'unknown_parameter',
    'parameters.x',
  ],
])('a request with %s is refused with code and place', (_, request, code, path) => {
  expect(answerTo(check, request)).toMatchObject({ error: { code, path } })
})
