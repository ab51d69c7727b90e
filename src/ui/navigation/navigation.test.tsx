import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { Pagination } from './pagination.tsx'
import { SubNavigation } from './sub-navigation.tsx'

test('the current tab is told to screen readers', () => {
  const tabs = (
    <SubNavigation
      label="Kaarten"
      items={[
        { href: '/a', text: 'Te bellen', current: true, count: 3 },
        { href: '/b', text: 'Alles' },
      ]}
    />
  )
  expect(rendered(tabs, 'nav')[0]?.attributes['aria-label']).toBe('Kaarten')
  expect(rendered(tabs, 'a').map(({ attributes, text }) => [text, attributes['aria-current']])).toEqual([
    ['Te bellen 3', 'page'],
    ['Alles', undefined],
  ])
})

test('on the first page of a list there is no way back', () => {
  const pages = <Pagination label="Bladeren" summary="1–25 van 48" next={{ href: '?page=2', text: 'Volgende' }} />
  expect(rendered(pages, 'a').map(({ attributes }) => attributes.rel)).toEqual(['next'])
})
