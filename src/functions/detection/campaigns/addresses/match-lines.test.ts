import { expect, test } from 'vitest'
import type { Address } from '../../../../registers/places/index.ts'
import type { FileLine } from './address-file.ts'
import { matchLines } from './match-lines.ts'

const streets = [
  { id: 's1', name: 'Molenstraat', postalCode: '3900' },
  { id: 's2', name: 'Kérkplein', postalCode: '3900' },
  { id: 's3', name: 'Kérkplein', postalCode: '3910' },
]
const door = (id: string, streetId: string, number: string, box = ''): Address => ({
  ...{ id, streetId, street: null, streetNearby: null, number, box, postalCode: '3900', nisCode: '72043' },
  ...{ x: 0, y: 0, sectorCode: '', neighbourhoodId: 'n', goneOn: null },
})
const addresses = [
  door('a12', 's1', '12'),
  door('a14-1', 's1', '14', '1'),
  door('a14-2', 's1', '14', '2'),
  door('a16A', 's1', '16A'),
  door('k1', 's2', '1'),
  door('away', 's1', '90'),
  door('listed', 's1', '20'),
  door('no', 's1', '22'),
]
const register = {
  streets,
  addresses,
  insideIds: new Set(addresses.map(({ id }) => id).filter((id) => id !== 'away')),
  listedIds: new Set(['listed']),
  saidNoIds: new Set(['no']),
}
const line = (street: string, number: string, box = '', postalCode = ''): FileLine => ({
  ...{ line: 2, street, number, box, postalCode },
})
const outcomeOf = (one: FileLine) => {
  const [matched] = matchLines([one], register)
  return matched?.kind === 'found' ? matched.address.id : matched?.problem
}

test.each([
  ['as in the register', line('Molenstraat', '12'), 'a12'],
  ['in other letter case and without accents', line('  MOLENSTRAAT ', '16a'), 'a16A'],
  ['with its box', line('Molenstraat', '14', '2'), 'a14-2'],
  ['of a house with boxes, without one', line('Molenstraat', '14'), 'whichBox'],
  ['with a box that is not there', line('Molenstraat', '12', '9'), 'whichBox'],
  ['in a street of which there are two', line('Kerkplein', '1'), 'whichPostalCode'],
  ['in a street of which there are two, with its postal code', line('Kerkplein', '1', '', '3900'), 'k1'],
  ['in a street that is not there', line('Molenstraatje', '12'), 'noStreet'],
  ['with a number that is not there', line('Molenstraat', '13'), 'noNumber'],
  ['without a number', line('Molenstraat', ''), 'incomplete'],
  ['outside the neighbourhoods', line('Molenstraat', '90'), 'elsewhere'],
  ['that is on the list', line('Molenstraat', '20'), 'listed'],
  ['that said no', line('Molenstraat', '22'), 'saidNo'],
])('an address %s', (_what, one, expected) => {
  expect(outcomeOf(one)).toBe(expected)
})

test('an address that comes twice is taken once', () => {
  const matched = matchLines([line('Molenstraat', '12'), line('molenstraat', '12')], register)
  expect(matched.map((one) => (one.kind === 'found' ? 'found' : one.problem))).toEqual(['found', 'twice'])
})
