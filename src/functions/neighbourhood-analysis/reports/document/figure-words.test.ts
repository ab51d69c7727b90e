import { expect, test } from 'vitest'
import { catalogue, residentLanguages, textsIn } from '../../../../platform/messages/index.ts'
import { indicatorCatalogue } from '../../catalogue.ts'
import { nameOfFigure } from './figure-words.ts'

const moment = new Date('2026-11-23T08:00:00Z')
const shown = indicatorCatalogue.filter(({ isBehind }) => !isBehind).map(({ key }) => key)

test.each(residentLanguages)('every figure that residents may read has a name in %s', (language) => {
  const t = textsIn(catalogue, language, moment)
  expect(shown.length).toBeGreaterThan(40)
  expect(shown.filter((key) => !t.has(`resident.analysis.indicator.${key}`))).toEqual([])
})

test('a figure that is in no catalogue keeps the name it came with', () => {
  const t = textsIn(catalogue, 'ar', moment)
  expect(nameOfFigure(t, { indicator: 'somethingElse', name: 'Iets anders' })).toBe('Iets anders')
})
