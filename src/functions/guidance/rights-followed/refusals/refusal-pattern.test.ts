import { expect, test } from 'vitest'
import { refusalPatterns, type Setback } from './refusal-pattern.ts'

const today = '2026-11-23'
const setback = (personId: string, over: Partial<Setback> = {}): Setback => ({
  rightId: 'verwarmingstoelage',
  personId,
  on: '2026-11-01',
  reason: 'late',
  ...over,
})
const never = new Map<string, string>()

test('the same right refused to three people is a pattern, with the reason they share', () => {
  const setbacks = [setback('an'), setback('bert'), setback('cem')]
  expect(refusalPatterns(setbacks, never, today)).toEqual([
    { rightId: 'verwarmingstoelage', people: 3, reason: 'late' },
  ])
})

test('three refusals of one person are none', () => {
  const setbacks = [setback('an'), setback('an', { on: '2026-10-01' }), setback('an', { on: '2026-09-01' })]
  expect(refusalPatterns(setbacks, never, today)).toEqual([])
})

test('refusals of different rights do not add up', () => {
  expect(refusalPatterns([setback('an'), setback('bert'), setback('cem', { rightId: 'igo' })], never, today)).toEqual(
    [],
  )
})

test('a reason that fewer than three people share is not named', () => {
  const setbacks = [setback('an'), setback('bert'), setback('cem', { reason: 'income' })]
  expect(refusalPatterns(setbacks, never, today)).toEqual([{ rightId: 'verwarmingstoelage', people: 3, reason: null }])
})

test('no answer counts beside a refusal', () => {
  const setbacks = [setback('an'), setback('bert', { reason: 'noAnswer' }), setback('cem', { reason: 'noAnswer' })]
  expect(refusalPatterns(setbacks, never, today)).toHaveLength(1)
})

test('what is a year old or still to come counts no more, or not yet', () => {
  const others = [setback('an'), setback('bert')]
  expect(refusalPatterns([...others, setback('cem', { on: '2025-11-23' })], never, today)).toEqual([])
  expect(refusalPatterns([...others, setback('cem', { on: '2025-11-24' })], never, today)).toHaveLength(1)
  expect(refusalPatterns([...others, setback('cem', { on: '2026-11-24' })], never, today)).toEqual([])
})

test('a pattern is told once; three other people after it make a new one', () => {
  const told = new Map([['verwarmingstoelage', '2026-11-10']])
  const before = [setback('an'), setback('bert'), setback('cem')]
  expect(refusalPatterns(before, told, today)).toEqual([])
  const after = ['dirk', 'emma', 'fien'].map((person) => setback(person, { on: '2026-11-11' }))
  expect(refusalPatterns([...before, ...after.slice(0, 2)], told, today)).toEqual([])
  expect(refusalPatterns([...before, ...after], told, today)).toMatchObject([{ people: 3 }])
})
