import { expect, test } from 'vitest'
import { rendered } from '../../../../tests/support/html.ts'
import { dutch } from '../../gallery/charts/chart-words.ts'
import { madeUpAreas } from '../../gallery/charts/made-up-areas.ts'
import { mapSheet } from './map-sheet.ts'
import { shadeClasses } from './shade-classes.ts'
import type { ShadedArea } from './shaded-area.ts'
import { ShadedMap } from './shaded-map.tsx'

const areas: readonly ShadedArea[] = [
  { key: '1', name: 'Molenwijk', value: 12, text: '12 %' },
  { key: '2', name: 'Heide', value: 'hidden', text: 'verborgen' },
  { key: '3', name: 'Dorp', value: 30, text: '≈ 30 %', isApproximate: true, isChosen: true },
  { key: 'elsewhere', name: 'Zonder grens', value: 0, text: '0 %' },
]

function map(shown: readonly ShadedArea[] = areas) {
  const classes = shadeClasses(shown.map(({ value }) => value))
  return (
    <ShadedMap
      id="map"
      title="65 jaar en ouder"
      tableText="Toon als tabel"
      sheet={mapSheet(madeUpAreas(3, 1))}
      areas={shown}
      classes={classes}
      classText={({ from, to }) => `${from} tot ${to}`}
      words={dutch.map}
      zoom={dutch.zoom}
    />
  )
}

test('the map names itself, and each area on it says its name and figure', () => {
  expect(rendered(map(), 'svg')[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': '65 jaar en ouder' })
  expect(rendered(map(), 'title').map(({ text }) => text)).toEqual([
    'Molenwijk: 12 %',
    'Dorp: ≈ 30 %',
    'Heide: verborgen',
  ])
})

test('the table has every area, also one that is not on the map', () => {
  expect(rendered(map(), 'td').map(({ text }) => text)).toEqual(['12 %', 'verborgen', '≈ 30 %', '0 %'])
  expect(rendered(map(), 'th').map(({ text }) => text)).toContain('4. Zonder grens')
})

test('the legend states limits and how many areas, and only the signs that are on the map', () => {
  expect(rendered(map(), 'li').map(({ text }) => text)).toEqual([
    '0 tot 10 · 1 buurt',
    '10 tot 20 · 1 buurt',
    '20 tot 30 · 1 buurt',
    'verborgen, te weinig mensen · 1 buurt',
    'geschat',
    'deze buurt',
  ])
})

test('what is hidden has a pattern of its own, never a shade', () => {
  const hidden = rendered(map(), 'g').filter(({ attributes }) => attributes.fill)
  expect(hidden.map(({ attributes }) => attributes.fill)).toEqual(['url(#map-hidden)', 'url(#map-sign-hidden)'])
  expect(rendered(map(), 'pattern').map(({ attributes }) => attributes.id)).toEqual(['map-hidden', 'map-sign-hidden'])
})

test('with links the areas are opened from the map and the table; with very many only from the table', () => {
  const linked = areas.slice(0, 3).map((area) => ({ ...area, href: `/areas/${area.key}` }))
  expect(rendered(map(linked), 'a')).toHaveLength(6)
  expect(rendered(map(linked), 'svg')[0]?.attributes.role).toBe('group')
  const many = Array.from({ length: 70 }, (_, place) => ({
    ...linked[0],
    key: String(place + 1),
    name: 'x',
    value: place,
    text: '',
  }))
  const large = <ShadedMap {...map(many).props} sheet={mapSheet(madeUpAreas(10, 7))} />
  expect(rendered(large, 'a')).toHaveLength(70)
})

test('without any shape the table is there and no map', () => {
  const empty = <ShadedMap {...map().props} sheet={mapSheet([])} />
  expect(rendered(empty, 'pattern')).toEqual([])
  expect(rendered(empty, 'td')).toHaveLength(4)
})

test('a name stands where it fits, with its figure under it where there is room for both, and a number elsewhere', () => {
  const named = areas.slice(0, 2).map((area, place) => ({
    ...area,
    name: place === 0 ? 'Dorp' : 'Damsheide en de helft van het Centrum met de Stationsstraat',
  }))
  const labels = rendered(map(named), 'text')
  const on = (size: string) =>
    labels.filter(({ attributes }) => attributes.class?.endsWith(size)).map(({ text }) => text)
  expect(on('wide')).toEqual(['Dorp', '12 %', '2'])
  expect(on('small')).toEqual(['Dorp', '12 %', '2'])
})

test('when every figure is estimated the legend says so with its sign, and no border is dashed', () => {
  const estimated = areas.slice(0, 2).map((area) => ({ ...area, isApproximate: true }))
  expect(rendered(map(estimated), 'path').filter(({ attributes }) => attributes.class === 'shade-approximate')).toEqual(
    [],
  )
  expect(rendered(map(estimated), 'li').at(-1)?.text).toBe('≈geschat')
})

test('with a table of its own, which has no numbers, the map has none either', () => {
  const named = areas
    .slice(0, 2)
    .map((area) => ({ ...area, name: 'Een naam die nergens op deze kaart past, ook niet in de grootste wijk' }))
  const own = <ShadedMap {...map(named).props} table={<p>eigen tabel</p>} />
  expect(rendered(own, 'text')).toEqual([])
  expect(rendered(own, 'p').map(({ text }) => text)).toContain('eigen tabel')
})
