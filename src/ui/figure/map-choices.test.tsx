import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { elementsOf, readMarkup } from '../../../tests/support/markup.ts'
import { CheckboxGroup } from '../fields/choices.tsx'
import { MapChoice, MapChoices } from './map-choices.tsx'

const viewBox = '0 0 100 100'
const choices = (
  <MapChoices title="Kaart" viewBox={viewBox}>
    <CheckboxGroup
      name="street"
      label="Kies"
      values={['a']}
      choices={[
        {
          value: 'a',
          label: 'Zandweg',
          mark: '1',
          drawing: <MapChoice kind="line" viewBox={viewBox} path="M0 0L9 9" title="Zandweg" />,
        },
        { value: 'b', label: 'Heiweg' },
      ]}
    />
  </MapChoices>
)

test('a mark on the map lies inside the label of its box, so that a press on it ticks the box without script', () => {
  const page = readMarkup(renderToString(choices))
  const labels = elementsOf(page, 'label')
  expect(labels[0]?.attributes.for).toBe(elementsOf(page, 'input')[0]?.attributes.id)
  expect(labels.map((label) => elementsOf(label, 'svg').length)).toEqual([1, 0])
})

test('who hears the page gets the name of the box alone: neither the drawing nor the number that points at it', () => {
  const hidden = rendered(choices, 'svg').filter(({ attributes }) => attributes['aria-hidden'] === 'true')
  expect(hidden).toHaveLength(2)
  expect(rendered(choices, 'span').find(({ text }) => text === '1')?.attributes['aria-hidden']).toBe('true')
  expect(rendered(choices, 'svg')[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': 'Kaart' })
})
