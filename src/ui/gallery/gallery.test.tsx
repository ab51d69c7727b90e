import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { elementsIn } from '../../../tests/support/html.ts'
import { GalleryPage, galleryView, galleryViews } from './gallery.tsx'

describe.each(galleryViews)('the sample page "$name"', ({ name }) => {
  const html = renderToString(<GalleryPage view={name} />)

  test('has one content, one first heading, and no id twice', () => {
    expect(elementsIn(html, 'main')).toHaveLength(1)
    expect(elementsIn(html, 'h1')).toHaveLength(1)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    expect(ids.length).toBeGreaterThan(0)
  })

  test('has nothing inline that the content security policy refuses', () => {
    expect(html).not.toMatch(/\s(style|on\w+)="/)
    expect(html).not.toMatch(/<(script|style)\b/)
  })

  test('has at most one primary button', () => {
    const most = name === 'components' ? 2 : 1
    expect((html.match(/class="button button-primary/g) ?? []).length).toBeLessThanOrEqual(most)
  })
})

test('a view nobody knows is the first one', () => {
  expect(galleryView('nonsense').name).toBe('components')
})
