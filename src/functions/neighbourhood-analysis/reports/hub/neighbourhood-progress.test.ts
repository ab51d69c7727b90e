import { expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import { progressOf } from './neighbourhood-progress.ts'

const molenwijk = { id: 'a', name: 'Molenwijk' } as Neighbourhood
const { report } = shownReport()
const finding = { kind: 'strength', state: 'open', neighbourhoodIds: ['a'] } as const

test('what is about the whole municipality counts for every neighbourhood, what is about another does not', () => {
  const everywhere = { ...report, id: 'whole', areaIds: [] }
  const elsewhere = { ...report, id: 'other', areaIds: ['b'] }
  const known = {
    reports: [elsewhere, everywhere],
    findings: [
      finding,
      { ...finding, kind: 'gap' as const, neighbourhoodIds: [] },
      { ...finding, neighbourhoodIds: ['b'] },
    ],
  }
  const { published, strengths, needs } = progressOf(molenwijk, known)
  expect([published?.id, strengths, needs]).toEqual(['whole', 1, 1])
})

test('what residents dropped is no finding any more', () => {
  const known = { reports: [], findings: [{ ...finding, state: 'dropped' as const }] }
  expect(progressOf(molenwijk, known).strengths).toBe(0)
})

test('an analysis that residents checked is still being made', () => {
  const checked = { ...report, id: 'next', state: 'checked' as const }
  const { draft, published } = progressOf(molenwijk, { reports: [checked, report], findings: [] })
  expect([draft?.id, published?.id]).toEqual(['next', '1'])
})
