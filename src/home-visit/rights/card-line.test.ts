import { expect, test } from 'vitest'
import { listed, withCardLine } from './card-line.ts'

const sentence = `Ik wil graag hulp om dit te vragen:${listed(['Leefloon', 'Huurpremie'])}`

test('what the person wants help with becomes the wish of a card', () => {
  expect(withCardLine({}, sentence)).toEqual({ outcome: 'cardFilled', wish: sentence })
})

test('a wish that was typed before stays above it, word for word, and so does the rest of the card', () => {
  const typed = { wish: 'Samen naar de winkel.\n\nOp dinsdag.', phone: '0470 31 32 33' }
  expect(withCardLine(typed, sentence)).toEqual({
    outcome: 'cardFilled',
    wish: `Samen naar de winkel.\n\nOp dinsdag.\n${sentence}`,
    phone: '0470 31 32 33',
  })
})

test('every right that the person wants help with stands on a line of its own', () => {
  expect(sentence.split('\n')).toEqual(['Ik wil graag hulp om dit te vragen:', '• Leefloon', '• Huurpremie'])
})

test('the same sentence stands on a card once', () => {
  expect(withCardLine(withCardLine({}, sentence), sentence).wish).toBe(sentence)
})
