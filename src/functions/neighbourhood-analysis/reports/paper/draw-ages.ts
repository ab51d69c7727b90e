import type { Texts } from '../../../../platform/messages/index.ts'
import { mm, type Pen, penOn } from '../../../../platform/paper/index.ts'
import type { Plotted } from '../../../../ui/index.ts'
import { valueWords } from '../document/figure-words.ts'
import type { AgeBars, ReportPyramid } from '../document/figures-over-time.ts'
import { columnWidth } from './flow.ts'
import { type At, hatchedBox, inks } from './inks.ts'

type Document = PDFKit.PDFDocument

const bandHeight = mm(6)
const headHeight = mm(6)
const footHeight = mm(12)
/** Where the ages stand, between the two sides. */
const middleWidth = mm(20)
const sideWidth = (columnWidth - middleWidth) / 2

/** How many points of a page the ages take. */
export const agesHeight = ({ bands }: ReportPyramid): number => bands.length * bandHeight + headHeight + footHeight

/** Men and women by age, the oldest on top, each a part of all; the municipality as a line over the bars, what is hidden hatched. */
export function drawAges(document: Document, t: Texts, pyramid: ReportPyramid, line: string, at: At): void {
  const oldestFirst = pyramid.bands.toReversed()
  const figures = oldestFirst.flatMap(({ left, right, leftBeside, rightBeside }) => [
    ...[left, right, leftBeside, rightBeside],
  ])
  const most = Math.max(0.02, ...figures.map((figure) => (typeof figure?.value === 'number' ? figure.value : 0)))
  const pen = penOn(document, { left: at.x, top: at.y, sheetWidth: columnWidth, direction: 'ltr' })
  const foot = headHeight + oldestFirst.length * bandHeight
  const head = { size: 9, weight: 'bold', centred: true } as const
  pen.text(t('resident.analysis.men'), { x: 0, y: 0, width: sideWidth }, head)
  pen.text(t('resident.analysis.age'), { x: sideWidth, y: 0, width: middleWidth }, head)
  pen.text(t('resident.analysis.women'), { x: sideWidth + middleWidth, y: 0, width: sideWidth }, head)
  for (const side of ['left', 'right'] as const) {
    const xOf = (part: number) =>
      side === 'left'
        ? at.x + sideWidth * (1 - part / most)
        : at.x + sideWidth + middleWidth + sideWidth * (part / most)
    for (const [place, band] of oldestFirst.entries())
      drawBar(document, band[side], xOf, at.y + headHeight + place * bandHeight)
    drawOutline(document, oldestFirst.map(besideOn(side)), xOf, at.y + headHeight)
    writeEnds(pen, t, side, most, foot)
  }
  oldestFirst.forEach(({ name }, place) => {
    const y = headHeight + place * bandHeight + mm(1)
    pen.text(name, { x: sideWidth, y, width: middleWidth }, { size: 8.5, centred: true })
  })
  const words = penOn(document, { left: at.x, top: at.y, sheetWidth: columnWidth, direction: t.direction })
  words.text(line, { x: 0, y: foot + mm(6), width: columnWidth }, { size: 8, quiet: true })
}

const besideOn = (side: 'left' | 'right') => (band: AgeBars) => (side === 'left' ? band.leftBeside : band.rightBeside)

type XOf = (part: number) => number

function drawBar(document: Document, { value }: Plotted, xOf: XOf, y: number): void {
  const [top, height] = [y + 1, bandHeight - 2]
  const start = xOf(0)
  if (typeof value !== 'number') {
    const end = xOf(0) + (xOf(1) > start ? mm(12) : -mm(12))
    hatchedBox(document, { x: Math.min(start, end), y: top, width: mm(12), height })
    return
  }
  const end = xOf(value)
  document.rect(Math.min(start, end), top, Math.abs(end - start), height).fill(inks.bar)
}

/** The same of the municipality as steps; broken where it is not known. */
function drawOutline(document: Document, beside: readonly (Plotted | undefined)[], xOf: XOf, top: number): void {
  document.lineWidth(1.4)
  let isDrawing = false
  beside.forEach((figure, place) => {
    if (typeof figure?.value !== 'number') {
      isDrawing = false
      return
    }
    const [x, y] = [xOf(figure.value), top + place * bandHeight]
    if (isDrawing) document.lineTo(x, y)
    else document.moveTo(x, y)
    document.lineTo(x, y + bandHeight)
    isDrawing = true
  })
  document.stroke(inks.beside)
}

function writeEnds(pen: Pen, t: Texts, side: 'left' | 'right', most: number, y: number): void {
  const zero = side === 'left' ? sideWidth - mm(12) : sideWidth + middleWidth
  const end = side === 'left' ? 0 : columnWidth - mm(14)
  pen.text(valueWords(t, 0, '%'), { x: zero, y: y + mm(0.5), width: mm(12) }, { size: 8, quiet: true })
  pen.text(valueWords(t, most * 100, '%'), { x: end, y: y + mm(0.5), width: mm(14) }, { size: 8, quiet: true })
}
