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

test('among hundreds of areas one finds one by typing its name, code or municipality, and every box has its mark on the map', () => {
  const many = Array.from({ length: 300 }, (_, place) => {
    const [x, y] = [(place % 20) * 900, Math.floor(place / 20) * 900]
    const corners = [
      [x, y],
      [x, y + 900],
      [x + 900, y + 900],
      [x + 900, y],
      [x, y],
    ] as const
    return area(`s${place}`, {
      level: 'sector',
      code: `71001A${place}`,
      shape: [[corners]],
      municipalityName: 'Buurgem',
    })
  })
  const page = choice(many)
  const labels = elementsOf(readMarkup(renderToString(page)), 'label').filter(
    (label) => elementsOf(label, 'svg').length === 1,
  )
  expect(labels).toHaveLength(300)
  expect(rendered(page, 'label').some(({ text }) => text.includes('Buurt s17 (Buurgem)'))).toBe(true)
  expect(rendered(page, 'span').some(({ text }) => text.startsWith('71001A17'))).toBe(true)
  expect(rendered(page, 'input').some(({ attributes }) => attributes.type === 'search')).toBe(true)
})
