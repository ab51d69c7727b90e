import { expect, test } from 'vitest'
import { ageBandOf, pyramidOf } from './age-bands.ts'
import { definitionOf } from './definition.ts'
import type { FigureLine } from './shown-line.ts'

const line = (key: string, period = '2025') => ({ definition: definitionOf(key), period }) as FigureLine
const bands = (...ages: readonly string[]) => ages.flatMap((age) => [line(`men${age}`), line(`women${age}`)])

test.each([
  ['men0to9', { sex: 'men', from: 0, to: 9 }],
  ['women80plus', { sex: 'women', from: 80, to: null }],
  ['population80plus', undefined],
  ['men', undefined],
])('%s counts %j', (key, band) => {
  expect(ageBandOf(key)).toEqual(band)
})

test('a pyramid has all ages from nought on, youngest first', () => {
  expect(pyramidOf(bands('40to79', '0to39', '80plus'))?.map(({ from }) => from)).toEqual([0, 40, 80])
})

test.each([
  ['a gap between ages', bands('0to39', '50to79', '80plus')],
  ['ages over each other', bands('0to39', '30to79', '80plus')],
  ['an age without women', [...bands('0to39', '40to79'), line('men80plus')]],
  ['no oldest', bands('0to19', '20to39', '40to79')],
  ['an age of another year', [...bands('0to39', '40to79'), line('men80plus', '2024'), line('women80plus', '2024')]],
])('there is no pyramid with %s', (_what, lines) => {
  expect(pyramidOf(lines)).toBeUndefined()
})
