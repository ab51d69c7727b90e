import { expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import { mapSigns } from './map-signs.ts'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const { map } = shownReport().contents
const areas = map?.areas ?? []

test('the printed map says why areas are hatched and which areas the report is about', () => {
  expect(mapSigns(t, { areas })).toEqual([
    { look: 'hatched', words: 'verborgen: 1 buurt' },
    { look: 'thick', words: 'deze tekst gaat hierover' },
  ])
})

test('a printed map without hatching or chosen areas explains neither', () => {
  const known = areas.filter(({ shown }) => typeof shown.value === 'number')
  expect(mapSigns(t, { areas: known.map((area) => ({ ...area, isChosen: false })) })).toEqual([])
})
