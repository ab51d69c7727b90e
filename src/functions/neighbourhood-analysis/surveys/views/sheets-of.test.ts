import { expect, test } from 'vitest'
import { linesOf, linesOnSheet, sheetsOf } from './sheets-of.ts'

const questions = (...lines: readonly number[]) => lines.map((each, place) => ({ part: place + 1, lines: each }))

test('a sheet takes as many questions as it holds, and none is cut in two', () => {
  const half = linesOnSheet / 2
  expect(sheetsOf(questions(half, half, half), { head: 0, foot: 0 })).toEqual([[1, 2], [3]])
  expect(sheetsOf(questions(half, half + 1), { head: 0, foot: 0 })).toEqual([[1], [2]])
})

test('the head takes room on the first sheet and the foot on the last', () => {
  const half = linesOnSheet / 2
  expect(sheetsOf(questions(half, half), { head: half, foot: 0 })).toEqual([[1], [2]])
  expect(sheetsOf(questions(half), { head: half, foot: 1 })).toEqual([[1], []])
})

test('a question longer than a sheet begins one', () => {
  expect(sheetsOf(questions(linesOnSheet * 2, 1), { head: 3, foot: 1 })).toEqual([[], [1], [2]])
})

test('a long question takes more lines than a short one', () => {
  expect(linesOf('')).toBe(1)
  expect(linesOf('Woont u hier graag?')).toBe(1)
  expect(linesOf('Woont u hier graag? '.repeat(10))).toBe(4)
})
