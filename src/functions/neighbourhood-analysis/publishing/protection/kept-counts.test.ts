import { expect, test } from 'vitest'
import { type CountColumns, keptCounts } from './kept-counts.ts'

const part: CountColumns = {
  ...{ indicator: 'population', source: 'Statbel', kind: 'count', unit: 'persons', level: 'sector' },
  ...{ edition: '2024', period: '2023', file: 1, isSummed: false },
  ...{ codes: ['B', 'A'], values: [41, 3], missing: null },
}
const read = (...parts: readonly Partial<CountColumns>[]) =>
  keptCounts(JSON.stringify(parts.map((one) => ({ ...part, ...one })))).map(({ code, value, missing, source }) =>
    [source === 'Statbel' ? '' : source, code, value ?? missing].join(''),
  )

test('each area keeps its value or why there is none, in the order of their codes', () => {
  expect(read({})).toEqual(['A3', 'B41'])
  expect(read({ values: [null, 0], missing: ['hidden', null] })).toEqual(['A0', 'Bhidden'])
})

test('of the same area the newest file of a publisher counts, and what it published before what was added up', () => {
  const older = { codes: ['A', 'C'], values: [4, 9] }
  expect(read({ file: 2 }, older)).toEqual(['C9', 'A3', 'B41'])
  expect(read({}, { ...older, file: 2 })).toEqual(['B41', 'A4', 'C9'])
  expect(read({}, { ...older, file: 2, isSummed: true })).toEqual(['C9', 'A3', 'B41'])
})

test('publishers stand beside each other, and so do years', () => {
  expect(read({}, { file: 2, source: 'Stad' })).toEqual(['A3', 'B41', 'StadA3', 'StadB41'])
  expect(read({ period: '2024' }, { values: [1, 2] })).toEqual(['A2', 'B1', 'A3', 'B41'])
})
