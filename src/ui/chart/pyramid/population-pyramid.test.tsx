import { expect, test } from 'vitest'
import { rendered } from '../../../../tests/support/html.ts'
import { PopulationPyramid } from './population-pyramid.tsx'
import { stairs } from './stairs.ts'

const figure = (value: number) => ({ value, text: `${value} %` })

const pyramid = (
  <PopulationPyramid
    id="ages"
    title="Leeftijden"
    tableText="Toon als tabel"
    axisText={(number) => `${number} %`}
    bands={[
      { key: '0', name: '0–64', left: figure(40), right: figure(38), leftBeside: figure(42), rightBeside: figure(41) },
      {
        key: '65',
        name: '65+',
        left: { value: 'hidden', text: 'verborgen' },
        right: figure(10),
        leftBeside: figure(9),
        rightBeside: figure(8),
      },
    ]}
    words={{ age: 'Leeftijd', left: 'Mannen', right: 'Vrouwen', own: 'Molenwijk', beside: 'Netegem' }}
  />
)

test('the youngest stand below, and each bar says whose it is', () => {
  expect(rendered(pyramid, 'title').map(({ text }) => text)).toEqual([
    'Mannen, 65+: verborgen',
    'Mannen, 0–64: 40 %',
    'Vrouwen, 65+: 10 %',
    'Vrouwen, 0–64: 38 %',
  ])
})

test('both sides grow from the middle on one scale', () => {
  const bars = rendered(pyramid, 'rect').filter(({ attributes }) => attributes.class?.startsWith('pyramid-bar pyramid'))
  const [left, , right] = bars
  expect(Number.parseFloat(left?.attributes.x ?? '') + Number.parseFloat(left?.attributes.width ?? '')).toBeCloseTo(100)
  expect(right?.attributes.x).toBe('0%')
  expect(
    Number.parseFloat(right?.attributes.width ?? '') / Number.parseFloat(left?.attributes.width ?? ''),
  ).toBeCloseTo(38 / 40, 2)
})

test('a hidden age is hatched, whatever its size', () => {
  expect(
    rendered(pyramid, 'rect').find(({ attributes }) => attributes.class === 'bar-missing')?.attributes,
  ).toMatchObject({ width: '50%', fill: 'url(#ages-left-hidden)' })
})

test('the table has both sides and those of the whole', () => {
  expect(
    rendered(pyramid, 'th')
      .map(({ text }) => text)
      .slice(0, 5),
  ).toEqual(['Leeftijd', 'Mannen', 'Vrouwen', 'Mannen, Netegem', 'Vrouwen, Netegem'])
  expect(
    rendered(pyramid, 'td')
      .slice(4)
      .map(({ text }) => text),
  ).toEqual(['verborgen', '10 %', '9 %', '8 %'])
})

test('the outline goes from step to step and is broken where a figure is missing', () => {
  expect(stairs([3, 5, undefined, 2], (figure) => figure * 10, 20)).toBe('M30 0V20H50V40M20 60V80')
})
