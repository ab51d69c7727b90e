import type { Texts } from '../../../../platform/messages/index.ts'
import { mm, type Pen, penOn } from '../../../../platform/paper/index.ts'
import { axisNumbers } from '../../../../ui/index.ts'
import { axisWords } from '../document/figure-words.ts'
import type { ReportTrend } from '../document/figures-over-time.ts'
import { columnWidth } from './flow.ts'
import { type At, inks } from './inks.ts'

type Document = PDFKit.PDFDocument

const plotHeight = mm(34)
const labelHeight = mm(6)
const keyHeight = mm(6)
/** Room for the numbers before the lines. */
const numbersWidth = mm(20)

/** How many points of a page a line over the years takes. */
export const trendHeight: number = keyHeight + plotHeight + labelHeight + mm(3)

/** A figure over the years: a thick line with dots, the municipality as a dashed one, a gap where a year is missing. */
export function drawTrend(
  document: Document,
  t: Texts,
  trend: ReportTrend,
  names: { readonly own: string; readonly beside: string },
  at: At,
): void {
  const { own, beside, figure } = trend
  const pen = penOn(document, { left: at.x, top: at.y, sheetWidth: columnWidth, direction: 'ltr' })
  const axis = axisOf(trend)
  const left = at.x + numbersWidth
  const times = own.map((point) => point.at)
  const [first = 0, last = 0] = [Math.min(...times), Math.max(...times)]
  const xOf = (moment: number) =>
    left + ((moment - first) / Math.max(last - first, 1e-9)) * (columnWidth - numbersWidth - mm(6))
  const yOf = (value: number) => at.y + keyHeight + plotHeight * (1 - (value - axis.low) / (axis.high - axis.low))
  for (const level of axis.numbers) {
    document
      .moveTo(left, yOf(level))
      .lineTo(at.x + columnWidth, yOf(level))
      .lineWidth(0.4)
      .stroke(inks.level)
    const y = yOf(level) - at.y - mm(1.8)
    pen.text(axisWords(t, level, figure.unit), { x: 0, y, width: numbersWidth - mm(2) }, { size: 8, quiet: true })
  }
  if (beside.length > 0) {
    document.dash(4, { space: 3 })
    drawLine(document, beside, { xOf, yOf }, { width: 1.4, ink: inks.beside })
    document.undash()
  }
  drawLine(document, own, { xOf, yOf }, { width: 2.2, ink: inks.own })
  for (const point of own)
    if (typeof point.value === 'number') document.circle(xOf(point.at), yOf(point.value), 2.6).fill(inks.own)
  writePeriods(pen, t, own, (moment) => xOf(moment) - at.x)
  drawKey(document, pen, at, beside.length > 0 ? names : { own: names.own })
}

type Points = ReportTrend['own']
type Places = { readonly xOf: (moment: number) => number; readonly yOf: (value: number) => number }

function drawLine(
  document: Document,
  points: Points,
  { xOf, yOf }: Places,
  { width, ink }: { readonly width: number; readonly ink: string },
): void {
  let isDrawing = false
  for (const { at, value } of points) {
    if (typeof value === 'number') {
      if (isDrawing) document.lineTo(xOf(at), yOf(value))
      else document.moveTo(xOf(at), yOf(value))
    }
    isDrawing = typeof value === 'number'
  }
  document.lineWidth(width).stroke(ink)
}

type Axis = { readonly numbers: readonly number[]; readonly low: number; readonly high: number }

/** Readable numbers under and over all figures; counts begin at zero, what hardly moves does not. */
function axisOf({ own, beside, figure }: ReportTrend): Axis {
  const values = [...own, ...beside].flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const least = figure.kind === 'count' ? Math.min(0, ...values) : Math.min(...values)
  const numbers = axisNumbers(least, Math.max(...values), 3)
  return { numbers, low: Math.min(...numbers, ...values), high: Math.max(...numbers, ...values) }
}

/** As many as fit, the last always. */
function writePeriods(pen: Pen, t: Texts, points: Points, xOf: (moment: number) => number): void {
  const every = Math.ceil(points.length / 8)
  const width = mm(18)
  points.forEach(({ at, period }, place) => {
    if ((points.length - 1 - place) % every !== 0) return
    const x = Math.min(xOf(at) - width / 2, columnWidth - width)
    pen.text(t.period(period), { x, y: keyHeight + plotHeight + mm(1), width }, { size: 8, quiet: true, centred: true })
  })
}

function drawKey(
  document: Document,
  pen: Pen,
  at: At,
  names: { readonly own: string; readonly beside?: string },
): void {
  const y = at.y + mm(2)
  const lineOf = (x: number) => document.moveTo(at.x + x, y).lineTo(at.x + x + mm(8), y)
  lineOf(0).lineWidth(2.2).stroke(inks.own)
  pen.text(names.own, { x: mm(10), y: 0, width: columnWidth / 2 - mm(12) }, { size: 8.5 })
  if (names.beside === undefined) return
  document.dash(4, { space: 3 })
  lineOf(columnWidth / 2)
    .lineWidth(1.4)
    .stroke(inks.beside)
  document.undash()
  pen.text(names.beside, { x: columnWidth / 2 + mm(10), y: 0, width: columnWidth / 2 - mm(10) }, { size: 8.5 })
}
