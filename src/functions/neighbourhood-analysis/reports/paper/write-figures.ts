import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Texts } from '../../../../platform/messages/index.ts'
import { mm } from '../../../../platform/paper/index.ts'
import { keyFigures, type ReportArea, type ReportFigure, type ReportMap } from '../contents/contents.ts'
import { comparedWords, figureWords, nameOfFigure, regionName } from '../document/figure-words.ts'
import { pyramidIn, type ReportPyramid, type ReportTrend, trendsIn } from '../document/figures-over-time.ts'
import { agesHeight, drawAges } from './draw-ages.ts'
import { drawTrend, trendHeight } from './draw-trend.ts'
import { drawDots, drawMap, drawnHeights } from './drawings.ts'
import { type Flow, tableHeight } from './flow.ts'
import type { Printed } from './printed.ts'

type Document = PDFKit.PDFDocument

/** A map of the municipality, then for each area its key figures, its ages and the years; each drawing with its words and its table. Others get their turn between areas. */
export async function writeFigures(flow: Flow, document: Document, printed: Printed): Promise<void> {
  const { t, toRead } = printed
  const { areas, map } = toRead.contents
  const figures = keyFigures(toRead.contents)
  if (figures.length === 0) return
  flow.keepRoom(map ? drawnHeights.map(map) + mm(30) : mm(60))
  flow.heading(2, t('resident.analysis.figures'))
  if (map) writeMap(flow, document, t, map)
  for (const area of areas) {
    await nextTurn()
    writeArea(flow, document, printed, area)
  }
  if (figures.some(({ own }) => own.quality === 'approximate'))
    flow.paragraph(t('resident.analysis.approximate'), { size: 9 })
  if (figures.some(({ own }) => own.value === 'hidden')) flow.paragraph(t('resident.analysis.hidden'), { size: 9 })
}

function writeMap(flow: Flow, document: Document, t: Texts, map: ReportMap): void {
  flow.heading(3, `${nameOfFigure(t, map)} (${t.period(map.period)})`)
  const alt = map.areas.map(({ name, shown }) => `${name}: ${figureWords(t, shown, map.unit)}`).join('; ')
  flow.figure(alt, drawnHeights.map(map), (at) => drawMap(document, t, map, at))
  flow.table({
    headings: [t('resident.analysis.area'), nameOfFigure(t, map)],
    widths: [0.6, 0.4],
    rows: map.areas.map(({ name, shown }) => [name, figureWords(t, shown, map.unit)]),
  })
}

function writeArea(flow: Flow, document: Document, printed: Printed, area: ReportArea): void {
  const { t, toRead, municipality } = printed
  const own = keyFigures(toRead.contents).filter(({ areaId }) => areaId === area.id)
  if (own.length === 0) return
  const shares = own.filter(({ unit }) => unit === '%')
  flow.keepRoom(drawnHeights.dots(shares) + mm(30))
  flow.heading(3, area.name)
  if (shares.length > 0) {
    const alt = shares.map((figure) => `${nameOfFigure(t, figure)}: ${figureWords(t, figure.own, '%')}`).join('; ')
    const region = regionName(t, municipality)
    const key =
      area.id === null
        ? t('resident.analysis.dots.whole', { region })
        : t('resident.analysis.dots', { municipality: municipality.name, region })
    flow.figure(alt, drawnHeights.dots(shares), (at) => drawDots(document, t, shares, key, at))
  }
  flow.table(tableOf(t, own, municipality, area))
  const pyramid = pyramidIn(t, toRead.contents.figures, area)
  if (pyramid) writeAges(flow, document, printed, area, pyramid)
  for (const trend of trendsIn(t, toRead.contents, area)) writeTrend(flow, document, printed, area, trend)
}

function writeAges(flow: Flow, document: Document, printed: Printed, area: ReportArea, pyramid: ReportPyramid): void {
  const { t, municipality } = printed
  const period = t.period(pyramid.period)
  const beside = area.id === null ? undefined : municipality.name
  const [men, women] = [t('resident.analysis.men'), t('resident.analysis.women')]
  flow.keepRoom(agesHeight(pyramid) + tableHeight(pyramid.bands.length) + mm(20))
  flow.heading(3, `${t('resident.analysis.ages')} ${area.name}`)
  flow.paragraph(
    beside === undefined
      ? t('resident.analysis.ages.caption', { period })
      : t('resident.analysis.ages.caption.beside', { period, municipality: beside }),
    { size: 9 },
  )
  const alt = pyramid.bands
    .map(({ name, left, right }) => `${name}: ${men} ${left.text}, ${women} ${right.text}`)
    .join('; ')
  const key = beside === undefined ? '' : t('resident.analysis.ages.line', { area: area.name, municipality: beside })
  flow.figure(alt, agesHeight(pyramid), (at) => drawAges(document, t, pyramid, key, at))
  flow.table({
    headings: [t('resident.analysis.age'), men, women, ...(beside ? [`${men}, ${beside}`, `${women}, ${beside}`] : [])],
    widths: beside ? [0.16, 0.18, 0.18, 0.24, 0.24] : [0.4, 0.3, 0.3],
    rows: pyramid.bands.map(({ name, left, right, leftBeside, rightBeside }) => [
      ...[name, left.text, right.text],
      ...(beside ? [leftBeside?.text ?? '–', rightBeside?.text ?? '–'] : []),
    ]),
  })
}

function writeTrend(flow: Flow, document: Document, printed: Printed, area: ReportArea, trend: ReportTrend): void {
  const { t, municipality } = printed
  const { figure, own, beside } = trend
  flow.keepRoom(trendHeight + tableHeight(Math.min(own.length, 12)) + mm(14))
  flow.heading(3, `${nameOfFigure(t, figure)}, ${area.name}`)
  const alt = own.map(({ period, text }) => `${t.period(period)}: ${text}`).join('; ')
  const names = { own: area.name, beside: municipality.name }
  flow.figure(alt, trendHeight, (at) => drawTrend(document, t, trend, names, at))
  flow.table({
    headings: [t('resident.analysis.year'), area.name, ...(beside.length > 0 ? [municipality.name] : [])],
    widths: beside.length > 0 ? [0.3, 0.35, 0.35] : [0.5, 0.5],
    rows: own.map(({ at, period, text }) => [
      ...[t.period(period), text],
      ...(beside.length > 0 ? [beside.find((point) => point.at === at)?.text ?? '–'] : []),
    ]),
  })
}

function tableOf(t: Texts, figures: readonly ReportFigure[], municipality: Printed['municipality'], area: ReportArea) {
  const hasRegion = figures.some(({ region }) => region)
  const hasComparison = figures.some(({ compared }) => compared)
  const columns = [
    { heading: area.name, cell: ({ own, unit }: ReportFigure) => figureWords(t, own, unit) },
    area.id !== null && {
      heading: municipality.name,
      cell: (figure: ReportFigure) => figureWords(t, figure.municipality, figure.unit),
    },
    hasRegion && {
      heading: regionName(t, municipality),
      cell: ({ region, unit }: ReportFigure) => figureWords(t, region, unit),
    },
    hasComparison && {
      heading: t('resident.analysis.compared'),
      cell: (figure: ReportFigure) => comparedWords(t, figure, municipality) ?? '',
    },
  ].filter((column) => column !== false)
  return {
    headings: [t('resident.analysis.figure'), ...columns.map(({ heading }) => heading)],
    widths: [0.42, ...columns.map(() => 0.58 / columns.length)],
    rows: figures.map((figure) => [
      `${nameOfFigure(t, figure)} (${t.period(figure.period)})`,
      ...columns.map(({ cell }) => cell(figure)),
    ]),
  }
}
