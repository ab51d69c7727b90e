import { describe, expect, test } from 'vitest'
import { createCheck } from '../check/check.ts'
import type { Fact, Model, Right } from '../model.ts'
import { numberTyped, withAnswers } from './answers.ts'
import { nextPage, questionsNamed } from './page.ts'
import { nothingTold, readTold, situationFrom, type Told } from './told.ts'

const words = { nl: '?', fr: '?', en: '?' }
const fact = (type: Fact['type'], more: Partial<Fact> = {}): Fact => ({ type, noun: words, question: words, ...more })
const right = (when: string): Right => ({
  name: words,
  summary: words,
  level: 'federal',
  subject: 'person',
  regions: ['flanders'],
  conditions: [{ id: 'only', when }],
  way: 'automatic',
  ask: { body: words, service: 'any' },
  how: words,
  documents: [],
  sources: [],
  confidence: 'high',
  chapter: '',
  yearlyValue: 100,
})
const model: Model = {
  facts: {
    'household.region': { ...fact('enum'), values: { flanders: words, brussels: words } },
    'person.role': { ...fact('enum'), values: { reference: words, partner: words } },
    'person.age': fact('integer', { max: 120 }),
    'person.gets_help': fact('boolean', { page: 'benefits' }),
    'person.gets_more': fact('boolean', { page: 'benefits' }),
    'person.wage': fact('money'),
  },
  definitions: {},
  parameters: {},
  rights: { help: right('person.gets_help or person.gets_more'), wage: right('person.wage <= €1000') },
}
const check = createCheck(model)
const couple: Told = {
  ...nothingTold,
  household: { region: 'flanders' },
  persons: [
    { id: 'p1', role: 'reference', age: 70 },
    { id: 'p2', role: 'partner', age: 68 },
  ],
}
const ask = (told: Told) => nextPage(model, check.outcomes(situationFrom(told, '2026-03-05')), told)

describe('what is asked', () => {
  test('stands on one page for everybody it matters for', () => {
    expect(ask(couple)).toMatchObject({ id: 'person.wage', questions: [{ of: 'p1' }, { of: 'p2' }], rights: ['wage'] })
  })

  test('comes together with what shares its page, and only while it can decide something', () => {
    const { told } = withAnswers(couple, questionsNamed(model, ['person.wage@p1', 'person.wage@p2'], couple), {})
    const page = ask({
      ...told,
      persons: told.persons.map((one) => (one.id === 'p2' ? { ...one, gets_help: true } : one)),
    })
    expect(page?.questions.map(({ name }) => name)).toEqual(['person.gets_help@p1', 'person.gets_more@p1'])
  })

  test('is not asked again when somebody does not know', () => {
    const names = ['person.wage@p1', 'person.wage@p2', 'person.gets_help@p1', 'person.gets_help@p2']
    const all = [...names, 'person.gets_more@p1', 'person.gets_more@p2']
    expect(ask(withAnswers(couple, questionsNamed(model, all, couple), {}).told)).toBeNull()
  })
})

describe('what is answered', () => {
  const wage = questionsNamed(model, ['person.wage@p1'], couple)

  test.each([
    ['1.234,50', 1234.5],
    ['1 234', 1234],
    ['1234.5', 1234.5],
    ['€ 900', 900],
    ['1,234.50', 1234.5],
    ['-5', -5],
    ['12.5.6', null],
    ['veel', null],
  ])('%s is read as an amount', (text, amount) => {
    expect(numberTyped(text)).toBe(amount)
  })

  test('is written down for the person it is about', () => {
    expect(withAnswers(couple, wage, { 'person.wage@p1': '900,50' }).told.persons).toEqual([
      { id: 'p1', role: 'reference', age: 70, wage: 900.5 },
      { id: 'p2', role: 'partner', age: 68 },
    ])
  })

  test.each([
    ['veel', 'wrong_type'],
    ['-5', 'out_of_bounds'],
  ])('%s is refused and nothing is written down', (text, code) => {
    const { told, errors } = withAnswers(couple, wage, { 'person.wage@p1': text })
    expect(errors).toEqual([{ name: 'person.wage@p1', code }])
    expect(told.persons).toEqual(couple.persons)
  })

  test('of somebody who is not in the household is no question', () => {
    expect(questionsNamed(model, ['person.wage@p9', 'person.shoe@p1', 'nonsense'], couple)).toEqual([])
  })
})

describe('what comes back from a form', () => {
  test('is what was told', () => {
    expect(readTold(JSON.parse(JSON.stringify(couple)))).toEqual(couple)
  })

  test.each([
    [null],
    ['text'],
    [{}],
    [{ ...couple, persons: [{ age: 3 }] }],
    [{ ...couple, household: { region: {} } }],
  ])('is refused when it is something else: %j', (value) => {
    expect(readTold(value)).toBeNull()
  })
})
