// biome-ignore-all lint/suspicious/noTemplateCurlyInString: conditions name an answer so.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTrue, textOf } from './evaluate.ts'
import { answersNamed, parseExpression } from './expression.ts'

const answers = new Map<string, string | readonly string[]>([
  ['age', '17'],
  ['q', 'x'],
  ['many', ['a', 'b']],
  ['day', '2026-03-01'],
  ['skip-to_end', 'no'],
])
const read = (text: string) => {
  const parsed = parseExpression(text)
  if (parsed.kind === 'refused') throw new Error(`refused at ${parsed.at}: ${parsed.found}`)
  return parsed.expression
}
const within = { answers, today: '2026-11-23', own: '80', columns: { cf: 'king', 'label::english': 'King' } }

test.each([
  ['${age} >= 18', false],
  ['${age} + 1 >= 18', true],
  ["${q} = 'x'", true],
  ['${q}="x" and ${age}<=49', true],
  ["not(selected(${many}, 'c'))", true],
  ["selected(${many}, 'a') and selected (${many}, 'b')", true],
  ['count-selected(${many}) = 2', true],
  ['. <= 72', false],
  ['. > 10.51 and . < 80.39', true],
  ["cf = 'king'", true],
  ["label::English != ''", true],
  ["${skip-to_end} = 'no'", true],
  ['${day} < today()', true],
  ["regex(${q}, '[a-z]')", true],
  ["regex(${age}, '[a-z]+')", false],
  ['true() or false()', true],
  ["if(${age} > 16, 'old', 'young') = 'old'", true],
  ['-${age} = -17', true],
  ['10 div 4 = 2.5 and 10 mod 4 = 2', true],
  ['2 + 2 * 3 = 8', true],
  ['(2 + 2) * 3 = 12', true],
  ["coalesce(${nobody}, 'x') = ${q}", true],
  ['string-length(${q}) = 1', true],
  ["${day} >= date('2026-01-01')", true],
  ["substr('abcd', 1, 3) = 'bc'", true],
  ["selected-at(${many}, 1) = 'b'", true],
])('%s is %s', (text, expected) => expect(isTrue(read(text), within)).toBe(expected))

test('what was not answered is neither more nor less than anything', () => {
  for (const text of ['${none} < 5', '${none} >= 5', '${none} = 5', "selected(${none}, 'a')"])
    expect(isTrue(read(text), within)).toBe(false)
  expect(isTrue(read("${none} = ''"), within)).toBe(true)
})

test('a sum comes out as a number that people write', () => {
  expect(textOf(read('2+2'), within)).toBe('4')
  expect(textOf(read('0.1 + ${none}'), within)).toBe('')
})

test('the questions that a condition reads are known', () => {
  expect(answersNamed(read('if(selected(${a}, ${b}), -${c}, . + d)'))).toEqual(['a', 'b', 'c'])
})

test.each([
  ["pulldata('x', 'y')", 1],
  ['${a} = ', 8],
  ['${a} == 1', 7],
  ["${a} = 'x", 8],
  ['(${a}', 6],
  ['jr:choice-name(${a}, 1)', 1],
  ['selected(${a})', 1],
  ['constructor()', 1],
  ["regex(${a}, '(a+)+')", 1],
  ["regex(${a}, '(a|b)*')", 1],
  ['regex(${a}, ${b})', 1],
  ["regex(${a}, '[')", 1],
  ['/data/a = 1', 1],
  ['${a}[1]', 5],
  ['', 1],
])('%s is refused with its place', (text, at) => {
  expect(parseExpression(text)).toMatchObject({ kind: 'refused', at })
})

test('very deep and very long conditions are refused, not run', () => {
  expect(parseExpression(`${'('.repeat(500)}1${')'.repeat(500)}`).kind).toBe('refused')
  expect(parseExpression(`${'-'.repeat(1500)}1`).kind).toBe('refused')
  expect(parseExpression(`${'1+'.repeat(1100)}1`).kind).toBe('refused')
})

test('whatever stands in a cell is read or refused, and what is read can be worked out', () => {
  const signs = fc.constantFrom(
    ...[
      '${a}',
      '.',
      "'x'",
      '1',
      'and',
      'or',
      '=',
      '<',
      '(',
      ')',
      'not',
      'selected',
      ',',
      '-',
      '*',
      'div',
      ' ',
      'a',
      '$',
      "'",
    ],
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(signs, { maxLength: 30 }).map((parts) => parts.join(' ')),
        fc.string(),
      ),
      (text) => {
        const parsed = parseExpression(text)
        if (parsed.kind === 'expression') expect(typeof isTrue(parsed.expression, within)).toBe('boolean')
        else expect(parsed.at).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})
