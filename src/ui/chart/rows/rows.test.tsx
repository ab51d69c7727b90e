import { expect, test } from 'vitest'
import { rendered } from '../../../../tests/support/html.ts'
import { BalanceChart } from './balance-chart.tsx'
import { BarChart } from './bar-chart.tsx'
import { DotPlot } from './dot-plot.tsx'

const picture = { title: 'Cijfers', tableText: 'Toon als tabel' }
const figure = (value: number) => ({ value, text: `${value} %` })

const dots = (
  <DotPlot
    {...picture}
    axisText={(number) => `${number} %`}
    rows={[
      {
        key: 'a',
        name: 'Alleen wonen',
        own: { ...figure(30), low: 20, high: 40 },
        municipality: figure(50),
        remark: 'duidelijk lager',
      },
      { key: 'b', name: 'Zonder werk', own: { value: 'hidden', text: 'verborgen' }, municipality: figure(4) },
    ]}
    words={{
      row: 'Cijfer',
      own: 'Molenwijk',
      municipality: 'Netegem',
      region: 'Vlaanderen',
      interval: 'zeker',
      remark: 'Vergeleken',
    }}
  />
)

test('an own figure is a dot, that of the municipality a bar, and what is sure a line between its limits', () => {
  const own = rendered(dots, 'circle').filter(({ attributes }) => attributes.cx?.endsWith('%'))
  expect(own.map(({ attributes }) => attributes.cx)).toEqual(['60%'])
  const lines = rendered(dots, 'line')
  expect(
    lines.filter(({ attributes }) => attributes.class === 'dot-municipality').map(({ attributes }) => attributes.x1),
  ).toEqual(['100%', '8%'])
  expect(lines.find(({ attributes }) => attributes.class === 'dot-interval')?.attributes).toMatchObject({
    x1: '40%',
    x2: '80%',
  })
})

test('a hidden figure has no dot, and its words stand where the figure would', () => {
  const figures = rendered(dots, 'span').filter(({ attributes }) => attributes.class === 'chart-row-figure')
  expect(figures.map(({ text }) => text)).toEqual(['30 %duidelijk lager', 'verborgen'])
})

test('the key and the table name only what is there', () => {
  expect(
    rendered(dots, 'li')
      .slice(0, 3)
      .map(({ text }) => text),
  ).toEqual(['Molenwijk', 'Netegem', 'zeker'])
  expect(rendered(dots, 'th').map(({ text }) => text)).toEqual([
    'Cijfer',
    'Molenwijk',
    'Netegem',
    'Vergeleken',
    'Alleen wonen',
    'Zonder werk',
  ])
})

const bars = (
  <BarChart
    {...picture}
    id="bars"
    most={100}
    rows={[
      { key: 'a', name: 'Ja', ...figure(60), low: 52, high: 68 },
      { key: 'b', name: 'Nee', value: 'hidden', text: 'verborgen' },
      { key: 'c', name: 'Soms', ...figure(0) },
    ]}
    words={{ row: 'Antwoord', value: 'Aandeel' }}
  />
)

test('bars begin at zero on the whole scale; a hidden one is hatched and shows no length', () => {
  const drawn = rendered(bars, 'rect').filter(({ attributes }) => attributes.class?.startsWith('bar'))
  expect(drawn.map(({ attributes }) => [attributes.class, attributes.width])).toEqual([
    ['bar', '60%'],
    ['bar-missing', '100%'],
    ['bar', '0%'],
  ])
  expect(drawn[1]?.attributes.fill).toBe('url(#bars-b-hidden)')
})

test('strengths and needs stand against each other on one scale', () => {
  const balance = (
    <BalanceChart
      {...picture}
      rows={[{ key: 'a', name: 'Ontmoeten', left: { value: 4, text: '4' }, right: { value: 2, text: '2' } }]}
      words={{ row: 'Thema', left: 'Sterktes', right: 'Noden' }}
    />
  )
  expect(rendered(balance, 'rect').map(({ attributes }) => attributes.width)).toEqual(['100%', '50%'])
  expect(rendered(balance, 'td').map(({ text }) => text)).toEqual(['4', '2'])
  expect(rendered(balance, 'li').map(({ text }) => text)).toEqual(['OntmoetenSterktes: 4Noden: 2'])
})
