import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import { catalogue, residentLanguages, textsIn } from '../../../../platform/messages/index.ts'
import { FiguresDocument } from './figures-document.tsx'

const now = new Date('2026-11-23T08:00:00Z')
const municipality = {
  ...{
    id: 'x',
    slug: 'testgem',
    nisCode: '99001',
    name: 'Testgem',
    jurisdiction: 'flanders' as const,
    languages: residentLanguages,
  },
  contact: { name: '', phone: '', address: '', hours: '' },
}
const toRead = shownReport()
const [area] = toRead.contents.areas
const pageIn = (language: (typeof residentLanguages)[number], shown = toRead) =>
  renderToString(
    <FiguresDocument
      t={textsIn(catalogue, language, now)}
      toRead={shown}
      municipality={municipality}
      path="/in/testgem/analysis/1"
      area={area}
    />,
  )

test('every picture has its table, every figure its source, and what is hidden says so', () => {
  const page = pageIn('nl')
  expect(page.match(/<details/g)?.length).toBe(2)
  expect(page).toContain('Statbel, CC BY 4.0, opgehaald op 1 maart 2026')
  expect(page).toContain('verborgen')
  expect(page).toContain('≈ 27.420 €')
})

test('what is not held against the municipality but against the region says so', () => {
  const comparedTo = (to: 'municipality' | 'region') => {
    const figures = toRead.contents.figures.map((figure) => ({ ...figure, comparedTo: to }))
    return pageIn('nl', { ...toRead, contents: { ...toRead.contents, figures } })
  }
  expect(comparedTo('municipality')).not.toContain('duidelijk hoger (')
  expect(comparedTo('region')).toContain('duidelijk hoger (Vlaanderen)')
})

test('figures are written as the language writes them, with the digits of this site in Arabic too', () => {
  expect(pageIn('nl')).toContain('22,4')
  expect(pageIn('ar')).toContain('22.4')
  expect(pageIn('ar')).not.toMatch(/[٠-٩]/)
})

test('of several neighbourhoods one is shown, with ways to the others', () => {
  const areas = [...toRead.contents.areas, { id: 'b', name: 'Heide', edition: '2025', version: 1 }]
  const page = pageIn('nl', { ...toRead, contents: { ...toRead.contents, areas } })
  expect(page).toContain('/figures?area=b')
  expect(page).toContain('aria-current="page"')
})
