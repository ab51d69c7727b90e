import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pulse } from '../questionnaire/pulse.ts'
import { type Questionnaire, questionnaireSchema } from '../questionnaire/questionnaire.ts'
import type { AnswerSheet } from '../rounds/answer-store.ts'
import { bandsOf } from './bands.ts'
import { figuresOf } from './own-indicators.ts'
import { areasFor } from './populations.ts'
import { resultsOf } from './results.ts'

const today = '2026-11-23'
const sheet = (answers: Readonly<Record<string, string | string[]>>, over: Partial<AnswerSheet> = {}): AnswerSheet => ({
  neighbourhoodId: null,
  mode: 'link',
  language: 'nl',
  month: '2026-11',
  answers: new Map(Object.entries(answers)),
  ...over,
})
const many = (count: number, answers: Readonly<Record<string, string | string[]>>, over: Partial<AnswerSheet> = {}) =>
  Array.from({ length: count }, () => sheet(answers, over))
const find = (results: ReturnType<typeof resultsOf>, key: string, answer: string) =>
  results?.results.find((one) => one.key === key)?.answers.find((one) => one.answer === answer)

test('nothing is told of nineteen answers, something of twenty', () => {
  expect(resultsOf(pulse, many(19, { likesHere: 'yes' }), today)).toBeNull()
  expect(resultsOf(pulse, many(20, { likesHere: 'yes' }), today)?.answered.value).toBe(20)
})

test('P13 an answer of fewer than ten is hidden, and a second one from which it would follow', () => {
  const results = resultsOf(
    pulse,
    [...many(40, { likesHere: 'yes' }), ...many(20, { likesHere: 'ratherYes' }), ...many(4, { likesHere: 'no' })],
    today,
  )
  expect(find(results, 'likesHere', 'no')?.count.value).toBe('hidden')
  expect(find(results, 'likesHere', 'no')?.share.value).toBe('hidden')
  expect(find(results, 'likesHere', 'no')?.interval).toBeNull()
  const shown = ['yes', 'ratherYes', 'ratherNo', 'noAnswer'].map((one) => find(results, 'likesHere', one)?.count.value)
  expect(shown).toContain('hidden')
})

test('a share is of those who were asked, with how sure it is', () => {
  const results = resultsOf(
    pulse,
    [
      ...many(30, { cares: 'yes', rest: 'no' }),
      ...many(30, { cares: 'yes', rest: 'yes' }),
      ...many(40, { cares: 'no' }),
    ],
    today,
  )
  const rest = results?.results.find(({ key }) => key === 'rest')
  expect(rest?.asked?.value).toBe(60)
  expect(find(results, 'rest', 'no')).toMatchObject({ share: { value: 50 }, interval: { low: 38, high: 62 } })
})

test('of several answers each is counted apart', () => {
  const results = resultsOf(
    pulse,
    [
      ...many(25, { cares: 'yes', wouldHelp: ['freeTime', 'talk'] }),
      ...many(15, { cares: 'yes', wouldHelp: ['talk'] }),
    ],
    today,
  )
  expect(find(results, 'wouldHelp', 'talk')?.count.value).toBe(40)
  expect(find(results, 'wouldHelp', 'freeTime')?.share.value).toBe(63)
})

test('an area has a column from twenty answers on, and never when the rest would be few', () => {
  const at = (id: string, count: number) => many(count, { likesHere: 'yes' }, { neighbourhoodId: id })
  expect(areasFor(new Set([...at('a', 30), ...at('b', 25), ...at('c', 19)]), [])).toEqual(['a'])
  expect(areasFor(new Set([...at('a', 30), ...at('b', 25)]), [])).toEqual(['a', 'b'])
  expect(areasFor(new Set([...at('a', 30), ...at('b', 25), ...many(21, {})]), [])).toEqual(['a', 'b'])
  expect(areasFor(new Set([...at('a', 30), ...many(3, {})]), [])).toEqual([])
})

test('against the round before it is said only what chance would seldom make', () => {
  const round = (yes: number) => [...many(yes, { likesHere: 'yes' }), ...many(100 - yes, { likesHere: 'no' })]
  const before = resultsOf(pulse, round(50), today)
  const compared = (yes: number) => find(resultsOf(pulse, round(yes), today, before), 'likesHere', 'yes')?.compared
  expect([compared(80), compared(55), compared(30)]).toEqual(['higher', 'notClearlyDifferent', 'lower'])
  // Both rounds are of some who were asked: 61 of a hundred after 50 is what chance makes more than once in ten times.
  expect(compared(61)).toBe('notClearlyDifferent')
})

const scale: Questionnaire = questionnaireSchema.parse({
  key: 'scale',
  version: '1',
  titles: { nl: 'Schaal' },
  languages: ['nl'],
  questions: ['a', 'b', 'c'].map((name) => ({
    name,
    kind: 'one',
    wording: { nl: name },
    choices: ['1', '2', '3'].map((one) => ({ name: one, wording: { nl: one } })),
  })),
  scales: [{ scale: 'ucla3', items: { companionship: 'a', leftOut: 'b', isolated: 'c' } }],
})

test('of a scale only the shares of its classes are told', () => {
  const results = resultsOf(
    scale,
    [...many(30, { a: '1', b: '1', c: '1' }), ...many(20, { a: '3', b: '2', c: '2' }), ...many(10, { a: '3' })],
    today,
  )
  const classes = results?.results.find(({ key }) => key === 'ucla3 total')
  expect(classes?.answers.map(({ answer, count }) => [answer, count.value])).toEqual([
    ['below6', 30],
    ['from6', 20],
    ['noAnswer', 10],
  ])
  expect(JSON.stringify(results)).not.toContain('score')
})

test('P13 no answer of one to nine people is ever told, nor follows from what is, whoever answered what', () => {
  const answer = fc.record({
    likesHere: fc.constantFrom('yes', 'ratherYes', 'no', ''),
    cares: fc.constantFrom('yes', 'no'),
    rest: fc.constantFrom('yes', 'no'),
  })
  const one = fc.tuple(answer, fc.constantFrom('a', 'b', null), fc.constantFrom('link', 'paper' as const))
  fc.assert(
    fc.property(fc.array(one, { minLength: 20, maxLength: 90 }), (drawn) => {
      const sheets = drawn.map(([{ likesHere, cares, rest }, neighbourhoodId, mode]) =>
        sheet(
          { ...(likesHere && { likesHere }), cares, rest },
          { neighbourhoodId, mode: mode === 'link' ? 'link' : 'paper' },
        ),
      )
      const results = resultsOf(pulse, sheets, today)
      for (const result of results?.results ?? []) {
        const counts = result.answers.map(({ count }) => count.value)
        for (const value of counts) if (typeof value === 'number') expect(value === 0 || value >= 10).toBe(true)
        const hidden = counts.filter((value) => value === 'hidden').length
        // One alone would follow from the rest.
        if (typeof result.asked?.value === 'number' && result.question?.kind === 'one') expect(hidden).not.toBe(1)
      }
    }),
    { numRuns: 60 },
  )
})

test('what an indicator counts is protected in the table of its answers, never beside it', () => {
  const survey = {
    id: 's',
    questionnaireId: 'q',
    title: 'Pols',
    purpose: null,
    code: 'K7MP2QXF4',
    state: 'finished',
    closesOn: today,
    neighbourhoodIds: [],
    createdAt: new Date(`${today}T08:00:00Z`),
    finishedOn: today,
    answersGoneOn: null,
    version: 3,
    questionnaire: pulse,
  } as const
  const figure = (sheets: readonly AnswerSheet[], indicator = 'loneliness') =>
    figuresOf(survey, sheets).find((one) => one.indicator === indicator && one.neighbourhoodId === null)
  const plenty = [...many(20, { alone: 'often' }), ...many(30, { alone: 'sometimes' }), ...many(50, { alone: 'never' })]
  expect(figure(plenty)).toMatchObject({ figure: { value: 50 }, interval: { low: 40, high: 60 }, period: '2026-11' })
  expect(figure(many(19, { alone: 'often' }))).toBeUndefined()
  // Seven feel alone often: whatever is told must leave open how many they are.
  const few = [...many(7, { alone: 'often' }), ...many(30, { alone: 'sometimes' }), ...many(40, { alone: 'never' })]
  const told = resultsOf(pulse, few, today)
  const sometimes = find(told, 'alone', 'sometimes')?.count.value
  expect([figure(few)?.figure.value, sometimes].includes('hidden')).toBe(true)
})

test('P13 of a question that few were asked, or few were not, nothing is told', () => {
  const of = (carers: number, others: number) =>
    resultsOf(pulse, [...many(carers, { cares: 'yes', rest: 'no' }), ...many(others, { cares: 'no' })], today)
  const rest = (results: ReturnType<typeof resultsOf>) => results?.results.find(({ key }) => key === 'rest')
  expect(rest(of(19, 60))).toMatchObject({ asked: null, answers: [] })
  expect(rest(of(60, 9))).toMatchObject({ asked: null, answers: [] })
  expect(rest(of(60, 10))?.asked?.value).toBe(60)
})

test('P13 how many carers there are is told by their own questions, so their question hides in view of it', () => {
  const at = (neighbourhoodId: string, carers: number, others: number, rather: number) => [
    ...many(carers, { cares: 'yes', rest: 'no' }, { neighbourhoodId }),
    ...many(others, { cares: 'no' }, { neighbourhoodId }),
    ...many(rather, { cares: 'ratherNot' }, { neighbourhoodId }),
  ]
  const results = resultsOf(pulse, [...at('a', 30, 40, 3), ...at('b', 25, 45, 12)], today)
  const rest = results?.results.find(({ key }) => key === 'rest')
  expect(rest?.asked?.value).toBe(55)
  // Known from there, and so not what hides the three.
  expect(find(results, 'cares', 'yes')?.count.value).toBe(55)
  const cares = results?.results.find(({ key }) => key === 'cares')
  const inA = cares?.answers.map(({ answer, shares }) => [answer, shares[0]?.value])
  expect(inA).toContainEqual(['ratherNot', 'hidden'])
  expect(inA).toContainEqual(['no', 'hidden'])
})

test('numbers come in bands whose ends are open', () => {
  const ages = Array.from({ length: 100 }, (_, place) => String(18 + (place % 60)))
  const bands = bandsOf([...ages, '107'], 'whole')
  expect(bands.names.length).toBeLessThanOrEqual(6)
  expect(bands.names[0]).toMatch(/^< /)
  expect(bands.names.at(-1)).toMatch(/^≥ /)
  expect(bands.nameOf('107')).toBe(bands.names.at(-1))
  expect(bands.nameOf('')).toBeUndefined()
  expect(bandsOf(['2024-03-01', '2019-01-01'], 'date').nameOf('2024-03-01')).toBeDefined()
})
