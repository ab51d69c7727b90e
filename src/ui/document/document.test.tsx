import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import { elementsIn } from '../../../tests/support/html.ts'
import { Island } from '../island/island.tsx'
import { PublicLayout } from '../public-layout/public-layout.tsx'
import { Document, renderDocument } from './document.tsx'

const html = renderDocument(
  <Document
    lang="ar"
    dir="rtl"
    title="بطاقة"
    stylesheets={['/assets/web.css', '/in/netegem/house-style.css']}
    scripts={['/assets/web.js']}
    skipLinkText="إلى المحتوى"
    hiddenFromSearch
  >
    <PublicLayout municipality={{ name: 'Netegem', href: '/' }}>…</PublicLayout>
  </Document>,
)

test('a document says its language and direction, and styles come before the house style', () => {
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(elementsIn(html, 'link').map(({ attributes }) => attributes.href)).toEqual([
    '/assets/web.css',
    '/in/netegem/house-style.css',
  ])
})

test('the skip link is the first thing to reach and leads to the content', () => {
  const [skip] = elementsIn(html.slice(html.indexOf('<body>')), 'a')
  const [main] = elementsIn(html, 'main')
  expect(skip?.attributes.href).toBe(`#${main?.attributes.id}`)
})

test('what wakes up islands is linked by a page that has one, and by no other', () => {
  const scripts = (children: VNode) =>
    elementsIn(
      renderDocument(
        <Document
          lang="nl"
          title="Titel"
          stylesheets={[]}
          scripts={['/web.js']}
          islandScript="/islands.js"
          skipLinkText="Naar de inhoud"
        >
          {children}
        </Document>,
      ),
      'script',
    ).map(({ attributes }) => attributes.src)
  const Words = () => <p>Dag</p>
  expect(scripts(<main>Dag</main>)).toEqual(['/web.js'])
  expect(
    scripts(
      <main>
        <Island of={Words} name="Words" props={{}} />
      </main>,
    ),
  ).toEqual(['/web.js', '/islands.js'])
})

test('what is hidden from search engines says so', () => {
  expect(elementsIn(html, 'meta').find(({ attributes }) => attributes.name === 'robots')?.attributes.content).toBe(
    'noindex',
  )
})
