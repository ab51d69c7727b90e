import { expect, test } from 'vitest'
import { readingOf } from './reading-ease.ts'

test('short sentences of everyday words read easily', () => {
  const reading = readingOf('U woont hier graag. De buren kennen elkaar.\n\nDe bus komt niet meer op zondag.')
  expect(reading?.isEasy).toBe(true)
  expect(reading?.hardSentences).toEqual([])
})

test('the hardest sentence of a hard text comes first', () => {
  const hard = 'De participatieve beleidsvoorbereiding vereist intersectorale netwerkontwikkeling.'
  const reading = readingOf(`De mensen zijn hier tevreden. ${hard}`)
  expect(reading?.hardSentences[0]).toBe(hard)
})

test('there is nothing to say of a text without words', () => {
  expect(readingOf(' \n 12 – 13 ')).toBeUndefined()
})
