import { expect, test } from 'vitest'
import { catalogue, textsIn } from '../messages/index.ts'
import { licenceWords } from './licence-words.ts'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))

test.each([
  ['CC BY 4.0', 'CC BY 4.0'],
  ['not stated by the publisher', 'de uitgever noemt geen licentie'],
  [
    'not stated by the publisher; cite doi 10.1016/j.sste.2023.100587',
    'de uitgever noemt geen licentie; doi 10.1016/j.sste.2023.100587',
  ],
])('the terms %j read in Dutch as %j', (licence, words) => {
  expect(licenceWords(t, licence)).toBe(words)
})
