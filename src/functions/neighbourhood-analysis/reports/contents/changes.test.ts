import { expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import { changesBetween } from './changes.ts'

const before = shownReport()
const [share, income] = before.contents.figures
const [bakery, bus] = before.contents.findings
const [bench] = before.priorities
if (!share || !income || !bakery || !bus || !bench) throw new Error('the sample report lost something')

const later = (over: object) => ({ ...share, period: '2026', ...over })
const withFigures = (figures: typeof before.contents.figures) => ({
  ...before,
  contents: { ...before.contents, figures },
})

test.each([
  ['clearly different when the two intervals do not touch', { interval: { low: 27, high: 33 } }, true],
  ['not clearly different when they do', { interval: { low: 25, high: 31 } }, false],
  ['not to be told when it is not known of how many it is', { interval: null }, null],
])('a newer figure is %s', (_what, over, isClear) => {
  const { figures } = changesBetween(before, withFigures([later(over)]))
  expect(figures.map((change) => [change.kind, change.isClear])).toEqual([['newer', isClear]])
})

test('a figure of the same period is no change', () => {
  expect(changesBetween(before, before).figures.map(({ kind }) => kind)).toEqual(['noNewer', 'noNewer'])
})

test('figures that came and went are told apart', () => {
  const changes = changesBetween(withFigures([share]), withFigures([income]))
  expect(changes.newFigures.map(({ indicator }) => indicator)).toEqual(['medianTaxIncome'])
  expect(changes.goneFigures.map(({ indicator }) => indicator)).toEqual(['age65Share'])
})

test('findings are added, kept or dropped', () => {
  const now = { ...before, contents: { ...before.contents, findings: [bus, { ...bakery, id: 'f3' }] } }
  const { findings } = changesBetween(before, now)
  expect(findings.added.map(({ id }) => id)).toEqual(['f3'])
  expect(findings.kept.map(({ id }) => id)).toEqual(['f2'])
  expect(findings.dropped.map(({ id }) => id)).toEqual(['f1'])
})

test('a priority is followed by the one that goes on with it', () => {
  const now = { ...before, priorities: [{ ...bench, id: 'q', followsId: bench.id, progress: 'done' as const }] }
  expect(changesBetween(before, now).priorities[0]?.now?.progress).toBe('done')
  expect(changesBetween(before, { ...before, priorities: [] }).priorities[0]?.now).toBeUndefined()
})
