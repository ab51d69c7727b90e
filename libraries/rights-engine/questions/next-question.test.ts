import { expect, test } from 'vitest'
import type { Outcome } from '../check/outcome.ts'
import type { Fact, Model } from '../model.ts'
import { nextQuestion, questionsLeft } from './next-question.ts'

const words = { nl: '?', fr: '?', en: '?' }
const fact = (more: Partial<Fact> = {}): Fact => ({ type: 'boolean', noun: words, question: words, ...more })
const model: Model = {
  facts: {
    'person.wage': fact(),
    'person.pension': fact(),
    'person.illness': fact({ sensitive: true }),
    'person.palliative': fact({ volunteered: true }),
  },
  definitions: {},
  parameters: {},
  rights: {},
}

function open(right: string, worth: number, ...facts: string[]): Outcome {
  return {
    right,
    subject: 'p1',
    status: 'possible',
    missing: facts,
    asks: facts.map((id) => ({ fact: id, of: 'p1' })),
    amount: { value: null, min: 0, max: worth, currency: 'EUR', per: 'year' },
    variant: null,
    stale: false,
    uncertain: false,
    reasons: [],
    parameters: [],
    follows: [],
    excludes: [],
  }
}

test('what the most valuable right hangs on is asked first', () => {
  expect(nextQuestion(model, [open('a', 100, 'person.wage'), open('b', 5000, 'person.pension')])).toEqual({
    fact: 'person.pension',
    of: ['p1'],
    rights: ['b'],
    worth: 5000,
  })
})

test('a fact that can decide alone goes before one that shares with others', () => {
  const outcomes = [open('a', 1000, 'person.wage'), open('b', 1500, 'person.pension', 'person.illness')]
  expect(nextQuestion(model, outcomes)?.fact).toBe('person.wage')
})

test('what is sensitive comes last, whatever it is worth', () => {
  const outcomes = [open('a', 1, 'person.wage'), open('b', 9000, 'person.illness')]
  expect(questionsLeft(model, outcomes).map((question) => question.fact)).toEqual(['person.wage', 'person.illness'])
})

test('what people only tell themselves is never asked', () => {
  expect(nextQuestion(model, [open('a', 9000, 'person.palliative')])).toBeNull()
})

test('when nothing is open there is nothing to ask', () => {
  expect(nextQuestion(model, [])).toBeNull()
})
