import { expect, test } from 'vitest'
import { catalogue, type Texts, textsIn } from '../../../platform/messages/index.ts'
import { addressLine } from './address-line.ts'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const fr = textsIn(catalogue, 'fr', new Date('2026-11-23T08:00:00Z'))
const door = { street: 'Zandweg', streetNearby: null, number: '4', box: '' }

test.each<[Texts, Partial<typeof door | { street: null; streetNearby: string }>, string]>([
  [t, {}, 'Zandweg 4'],
  [t, { box: '2' }, 'Zandweg 4 bus 2'],
  [fr, { box: '2' }, 'Zandweg 4 bte 2'],
  [t, { street: null }, 'Nummer 4'],
  [t, { street: null, streetNearby: 'Zandweg' }, 'Nummer 4, bij Zandweg'],
])('an address is written with its box or what it is near, in the language of the reader', (texts, over, line) => {
  expect(addressLine(texts, { ...door, ...over })).toBe(line)
})
