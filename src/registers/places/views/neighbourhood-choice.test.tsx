import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { rendered } from '../../../../tests/support/html.ts'
import { elementsOf, readMarkup } from '../../../../tests/support/markup.ts'
import { filledForm } from '../../../platform/http/index.ts'
import { catalogue, textsIn } from '../../../platform/messages/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { NeighbourhoodChoice } from './neighbourhood-choice.tsx'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const field = filledForm(t, { areas: ['b'] }).list('areas')

const area = (id: string, over: Partial<MappedNeighbourhood> = {}): MappedNeighbourhood => ({
  ...{
    id,
    name: `Buurt ${id}`,
    origin: 'imported',
    level: 'neighbourhood',
    areaType: null,
    knownAs: null,
    description: null,
    edition: '2025',
    code: id,
    nisCode: '71001',
    goneOn: null,
    version: 1,
  },
  ...{ municipalityName: 'Proefgem', isApproximate: false, streetCount: 3, addressCount: 42, withoutStreetCount: 0 },
  shape: [
    [
      [
        [0, 0],
        [0, 900],
        [900, 900],
        [900, 0],
      ],
    ],
  ],
  ...over,
})
const choice = (areas: readonly MappedNeighbourhood[]) => (
  <NeighbourhoodChoice t={t} areas={areas} field={field} label="Buurten" />
)

test('the municipality is said only where neighbourhoods of more than one can be chosen', () => {
  const own = rendered(choice([area('a'), area('b')]), 'label').map(({ text }) => text)
  expect(own.some((text) => text.includes('Buurt a (Proefgem) 1'))).toBe(false)
  const both = rendered(choice([area('a'), area('b', { municipalityName: 'Buurgem' })]), 'label')
  expect(both[1]?.text).toMatch(/^Buurt b \(Buurgem\) 2/)
})

test('what is chosen is ticked, and a neighbourhood of streets alone has a box and no mark', () => {
  const page = choice([area('a', { shape: [] }), area('b')])
  expect(rendered(page, 'input').map(({ attributes }) => 'checked' in attributes)).toEqual([false, true])
  const labels = elementsOf(readMarkup(renderToString(page)), 'label')
  expect(labels.map((label) => elementsOf(label, 'svg').length)).toEqual([0, 1])
})

test('without any shape there is the list alone', () => {
  expect(rendered(choice([area('a', { shape: [] })]), 'svg')).toEqual([])
})

/** Sectors of 900 metres, each with so many corners on every side, in rows of 26. */
function sectors(count: number, cornersOnASide = 1) {
  const steps = Array.from({ length: cornersOnASide }, (_, step) => step / cornersOnASide)
  // A border bends the same for the two that share it.
  const bend = (a: number, b: number) => 90 * Math.sin(a * 12.9898 + b * 78.233)
  return Array.from({ length: count }, (_, place) => {
    const [left, top] = [place % 26, Math.floor(place / 26)]
    const [right, bottom] = [left + 1, top + 1]
    const corner = (x: number, y: number) => [x * 900 + bend(x, y), y * 900 + bend(y, x)] as const
    const ring = [
      ...steps.map((step) => corner(left + step, top)),
      ...steps.map((step) => corner(right, top + step)),
      ...steps.map((step) => corner(right - step, bottom)),
      ...steps.map((step) => corner(left, bottom - step)),
      corner(left, top),
    ]
    return area(`018f0000-0000-7000-8000-${String(place).padStart(12, '0')}`, {
      name: `Sector ${place}`,
      level: 'sector',
      code: `71001A${place}`,
      shape: [[ring]],
      municipalityName: 'Buurgem',
    })
  })
}

test('among hundreds of areas one finds one by typing its name, code or municipality, and every box has its mark on the map', () => {
  const page = choice(sectors(300))
  const labels = elementsOf(readMarkup(renderToString(page)), 'label').filter(
    (label) => elementsOf(label, 'svg').length === 1,
  )
  expect(labels).toHaveLength(300)
  expect(rendered(page, 'label').some(({ text }) => text.includes('Sector 17 (Buurgem), 71001A17'))).toBe(true)
  expect(rendered(page, 'input').some(({ attributes }) => attributes.type === 'search')).toBe(true)
})

test('656 sectors with bent borders are a page of less than 250 kB', () => {
  expect(Buffer.byteLength(renderToString(choice(sectors(656, 8))))).toBeLessThan(250_000)
})
