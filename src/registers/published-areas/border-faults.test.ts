import { expect, test } from 'vitest'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { square } from '../../../tests/support/files/shapefile-maker.ts'
import { countAreas } from './count-areas.ts'
import type { Ring } from './geometry.ts'
import { readAreas } from './read-areas.ts'
import { crossesItself } from './ring-crossings.ts'
import { faultsOf } from './ring-faults.ts'

type Corner = readonly [number, number]
const ring = square(150_000, 170_000, 1_000)
const at = (...corners: readonly Corner[]): Ring => corners.map(([x, y]) => [150_000 + x, 170_000 + y])
const bowTie = at([0, 0], [1000, 1000], [1000, 0], [0, 800], [0, 0])

const sector = (code: unknown, coordinates: unknown) => ({
  type: 'Feature',
  properties: { cd_sector: code, tx_sector_descr_nl: 'Dorp', cd_munty_refnis: '21001' },
  geometry: coordinates === null ? null : { type: 'Polygon', coordinates },
})

async function counted(features: readonly unknown[]) {
  const file = await readAreas(placesFile('sectoren.geojson', JSON.stringify({ type: 'FeatureCollection', features })))
  try {
    return await countAreas(file)
  } finally {
    file.close()
  }
}

test('borders that are not right are counted with their place and name, and codes that stand twice are named', async () => {
  const open = ring.slice(0, 4)
  const flat = [ring[0], ring[1], ring[1], ring[0]].flatMap((corner) => (corner ? [corner] : []))
  const { doubled, remarks, levels } = await counted([
    sector('21001A00-', [ring]),
    sector('21001A01-', [open]),
    sector('21001A02-', [flat]),
    sector('21001A03-', [ring.slice(0, 2)]),
    sector('21001A00-', null),
    sector(null, [ring]),
  ])
  expect(doubled).toEqual(['21001A00-'])
  expect(remarks).toMatchObject([
    { kind: 'system-guessed', system: 'EPSG:31370' },
    { kind: 'ring-not-closed', count: 1, lines: [2], names: ['Dorp (21001A01-)'] },
    { kind: 'ring-without-surface', count: 1, lines: [3], names: ['Dorp (21001A02-)'] },
    { kind: 'ring-too-short', count: 1, lines: [4], names: ['Dorp (21001A03-)'] },
    { kind: 'no-shape', count: 1, lines: [5], names: ['Dorp (21001A00-)'] },
    { kind: 'without-code', count: 1, lines: [6], names: ['Dorp'] },
  ])
  expect(levels).toMatchObject([{ level: 'sector', edition: '2024', areas: 6, squareKilometres: 3 }])
})

test('a border that crosses itself, and a hole outside its border, are said with the name of the area and stay as they are', async () => {
  const elsewhere = square(153_000, 173_000, 100, true)
  const { remarks } = await counted([sector('21001A00-', [bowTie]), sector('21001A01-', [ring, elsewhere])])
  expect(remarks).toMatchObject([
    { kind: 'system-guessed' },
    { kind: 'ring-crosses-itself', count: 1, lines: [1], names: ['Dorp (21001A00-)'] },
    { kind: 'hole-outside', count: 1, lines: [2], names: ['Dorp (21001A01-)'] },
  ])
})

test.each<readonly [string, Ring, boolean]>([
  ['a square', ring, false],
  ['a bow tie', bowTie, true],
  [
    'a loop at the end of a long border',
    at([0, 0], [900, 0], [900, 500], [800, -50], [700, 500], [0, 500], [0, 0]),
    true,
  ],
  [
    'two halves that touch in one corner',
    at([0, 0], [500, 500], [1000, 0], [1000, 900], [500, 500], [0, 900], [0, 0]),
    false,
  ],
  ['a corner on another side', at([0, 0], [1000, 0], [1000, 900], [500, 0], [0, 900], [0, 0]), false],
  [
    'a spike that goes back over itself',
    at([0, 0], [1000, 0], [1500, 0], [1000, 0], [1000, 900], [0, 900], [0, 0]),
    false,
  ],
])('whether %s crosses itself', (_what, border, expected) => {
  expect(crossesItself(border)).toBe(expected)
  expect(crossesItself(border.toReversed())).toBe(expected)
})

test('a hole that touches the border of its area from within is a hole', () => {
  expect(faultsOf([[ring, at([0, 0], [0, 500], [500, 0], [0, 0])]])).toEqual([])
})

test('a circle of ten thousand corners is looked at in a moment, and one corner that is wrong is found', () => {
  const corners = Array.from({ length: 10_000 }, (_, index): Corner => {
    const turn = (index / 10_000) * 2 * Math.PI
    return [5000 * Math.cos(turn), 5000 * Math.sin(turn)]
  })
  const circle = at(...corners, corners[0] ?? [0, 0])
  expect(crossesItself(circle)).toBe(false)
  expect(crossesItself(circle.with(2500, [150_000, 164_000]))).toBe(true)
})
