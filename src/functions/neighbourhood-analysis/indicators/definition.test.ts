import { expect, test } from 'vitest'
import { definitionOf, inUnitOf } from './definition.ts'

const share = definitionOf('age65Share')

test.each([
  [0.243, '0-1', 24.3],
  [24.3, '%', 24.3],
  [243, '‰', 24.3],
  [24.3, '', 24.3],
])('%f in "%s" is the same share', (value, unit, inPercent) => {
  expect(inUnitOf(share, { kind: 'share', unit }, value)).toBe(inPercent)
})

test('why there is no figure stays as it is, and a figure of another kind is not one of this indicator', () => {
  expect(inUnitOf(share, { kind: 'share', unit: '0-1' }, 'hidden')).toBe('hidden')
  expect(inUnitOf(share, { kind: 'count', unit: 'persons' }, 24)).toBeUndefined()
})

test('an indicator that is in no catalogue is what its file says, and neither good nor bad', () => {
  const own = definitionOf('n_benches', { kind: 'count', unit: '', name: 'Banken' })
  expect(own).toMatchObject({ kind: 'count', theme: undefined, direction: 'context', nameInFile: 'Banken' })
  expect(definitionOf('nothing').kind).toBe('unstated')
})
