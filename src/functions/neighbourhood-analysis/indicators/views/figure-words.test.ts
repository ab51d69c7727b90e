import { expect, test } from 'vitest'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import { comparedWords } from './figure-words.ts'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const wholeNames = { municipality: 'Pelt', region: 'Vlaanderen', country: 'België' }

test('a figure that is held against the region, as that of the municipality is not known, names it', () => {
  const words = (to: 'municipality' | 'region') => comparedWords(t, { compared: { to, said: 'higher' } }, wholeNames)
  expect(words('municipality')).toBe('duidelijk hoger')
  expect(words('region')).toBe('duidelijk hoger (Vlaanderen)')
  expect(comparedWords(t, { compared: undefined }, wholeNames)).toBe('–')
})
