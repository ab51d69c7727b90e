import { expect, test } from 'vitest'
import { rendered } from '../../../../tests/support/html.ts'
import { catalogue, textsIn } from '../../../platform/messages/index.ts'
import type { Shape } from '../../published-areas/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { mapProjection } from './map-projection.ts'
import { NeighbourhoodMap } from './neighbourhood-map.tsx'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const box = (x: number, y: number, side: number): Shape => [
  [
    [
      [x, y],
      [x, y + side],
      [x + side, y + side],
      [x + side, y],
      [x, y],
    ],
  ],
]
const area = (over: Partial<MappedNeighbourhood>): MappedNeighbourhood => ({
  id: 'a',
  name: 'Heide',
  origin: 'imported',
  level: 'neighbourhood',
  areaType: null,
  knownAs: null,
  description: null,
  edition: '2025',
  code: '71001W01',
  nisCode: '71001',
  municipalityName: null,
  isApproximate: false,
  goneOn: null,
  version: 1,
  shape: box(200_000, 200_000, 1000),
  streetCount: 3,
  addressCount: 42,
  withoutStreetCount: 0,
  ...over,
})

test('north is up and east is right', () => {
  const projection = mapProjection([box(200_000, 200_000, 1000)])
  const [west, south] = projection?.point([200_000, 200_000]) ?? []
  const [east, north] = projection?.point([201_000, 201_000]) ?? []
  expect(Number(east)).toBeGreaterThan(Number(west))
  expect(Number(north)).toBeLessThan(Number(south))
  for (const value of [west, east]) expect(value).toBeGreaterThanOrEqual(0)
  expect(Number(south)).toBeLessThanOrEqual(projection?.height ?? 0)
})

test('a hundred metres are as long to the north as to the east', () => {
  const projection = mapProjection([box(200_000, 200_000, 1000), box(204_000, 200_500, 700)])
  const [x0 = 0, y0 = 0] = projection?.point([200_000, 200_000]) ?? []
  const [x1 = 0, y1 = 0] = projection?.point([200_100, 200_100]) ?? []
  expect(x1 - x0).toBeCloseTo(y0 - y1)
})

test('a single door is shown, and without anything to show there is no map', () => {
  expect(mapProjection([], [[200_000, 200_000]])?.point([200_000, 200_000])).toEqual([400, expect.any(Number)])
  expect(mapProjection([])).toBeUndefined()
})

test('the map says in words what it shows, and the table says the same', () => {
  const map = <NeighbourhoodMap t={t} areas={[area({}), area({ id: 'b', name: 'Dorp' })]} chosen={['b']} />
  expect(rendered(map, 'svg')[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': 'Kaart van de buurten' })
  expect(rendered(map, 'title').map(({ text }) => text)).toEqual(['Heide', 'Dorp'])
  expect(rendered(map, 'td').map(({ text }) => text)).toEqual(['1', '3', '42', '2', '3', '42'])
  expect(rendered(map, 'path').map(({ attributes }) => attributes.class)).toEqual([
    'map-area map-plain',
    'map-area map-chosen',
  ])
})

test('an area too narrow for its name has its number in the table on it, and on a small map every area has', () => {
  const narrow = area({ id: 'b', name: 'Damsheide en deel van Centrum', shape: box(201_000, 200_000, 100) })
  const labels = rendered(<NeighbourhoodMap t={t} areas={[area({}), narrow]} />, 'text')
  const on = (map: string) => labels.filter(({ attributes }) => attributes.class?.endsWith(map)).map(({ text }) => text)
  expect(on('wide')).toEqual(['Heide', '2'])
  expect(on('small')).toEqual(['1', '2'])
})

test('the name of an area stands beside a dot in its middle, and where no dot is it stays', () => {
  const [bare, dotted] = [[], [{ id: 'd', at: [200_500, 200_505] as const, title: 'Bibliotheek' }]].map((doors) => {
    const map = (
      <NeighbourhoodMap t={t} areas={[area({}), area({ id: 'b', shape: box(202_000, 200_000, 1000) })]} doors={doors} />
    )
    return { names: rendered(map, 'text').map(({ attributes }) => Number(attributes.y)), map }
  })
  const dot = Number(rendered(dotted?.map ?? <br />, 'circle')[0]?.attributes.cy)
  const [wide = 0, small = 0, ...others] = dotted?.names ?? []
  for (const [line, size] of [
    [wide, 15],
    [small, 32],
  ] as const)
    expect(dot > line || dot < line - size * 0.8).toBe(true)
  expect([wide, small]).not.toEqual(bare?.names.slice(0, 2))
  expect(others).toEqual(bare?.names.slice(2))
})

test('with links, the areas can be opened from the map and from the table', () => {
  const map = <NeighbourhoodMap t={t} areas={[area({})]} hrefOf={({ id }) => `/places/${id}`} />
  expect(rendered(map, 'a').map(({ attributes }) => attributes.href)).toEqual(['/places/a', '/places/a'])
  expect(rendered(map, 'svg')[0]?.attributes.role).toBe('group')
})

test('simplified borders are said to be so', () => {
  expect(rendered(<NeighbourhoodMap t={t} areas={[area({ isApproximate: true })]} />, 'figcaption')[0]?.text).toContain(
    'vereenvoudigd',
  )
  expect(rendered(<NeighbourhoodMap t={t} areas={[area({})]} />, 'figcaption')[0]?.text).toBe('Kaart van de buurten')
})

test('a neighbourhood without a shape leaves the table', () => {
  const only = <NeighbourhoodMap t={t} areas={[area({ shape: [] })]} />
  expect(rendered(only, 'svg')).toEqual([])
  expect(rendered(only, 'th').map(({ text }) => text)).toContain('Heide')
})
