import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorKeys, errorsBetween, errorsForgiven, errorsToBeginning, keysToKeep } from './typing-errors.ts'

test.each([
  ['thuiszorg', 'thuiszorg', 0],
  ['thuiszrg', 'thuiszorg', 1],
  ['thuiszrog', 'thuiszorg', 1],
  ['tuiszorgg', 'thuiszorg', 2],
  ['poets', 'koets', 1],
  ['', 'bus', 3],
])('between %s and %s lie %i errors', (typed, word, errors) => {
  expect(errorsBetween(typed, word)).toBe(errors)
})

test('a word that is not typed to its end is compared with the beginning', () => {
  expect(errorsToBeginning('mantlz', 'mantelzorger')).toBe(1)
  expect(errorsToBeginning('mantelz', 'mantelzorger')).toBe(0)
})

describe('errors forgiven grow with the word', () => {
  test.each([
    ['op', 0],
    ['bus', 1],
    ['verhuis', 1],
    ['verhuist', 2],
  ])('%s: %i', (word, errors) => expect(errorsForgiven(word.length)).toBe(errors))
})

// Errors as people make them: leave out, add, mistype, swap; at any place.
const letters = 'abdeghiklmnoprstuvz'
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 16 })
const slip = fc.record({
  kind: fc.constantFrom('leaveOut', 'add', 'mistype', 'swap'),
  place: fc.nat(),
  letter: fc.constantFrom(...letters),
})

test('a word typed with as many errors as are forgiven still leads to the word that was meant', () => {
  fc.assert(
    fc.property(word, fc.array(slip, { maxLength: 2 }), (meant, slips) => {
      const typed = slips.reduce(withSlip, meant)
      const forgiven = errorsForgiven(typed.length)
      fc.pre(errorsBetween(typed, meant) <= forgiven)
      const kept = new Set(keysToKeep(meant))
      expect(errorKeys(typed, forgiven).some((key) => kept.has(key))).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

function withSlip(typed: string, { kind, place, letter }: { kind: string; place: number; letter: string }): string {
  const at = place % typed.length
  const [before, after] = [typed.slice(0, at), typed.slice(at + 1)]
  if (kind === 'leaveOut') return before + after
  if (kind === 'add') return before + letter + typed.slice(at)
  if (kind === 'mistype') return before + letter + after
  return before + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2)
}
