import type { Script, Weight } from './fonts.ts'
import { fonts, scripts } from './fonts.ts'
import { brokenLines, type Direction, lineRuns } from './line-runs.ts'

/** Millimetres to points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** Writes and draws on one sheet of a PDF. */
export type Pen = {
  /** Draws a text in a column, broken into lines; gives the height it took. */
  text(text: string, at: Place, look?: Look): number
  /** The lines into which a text is broken in a column of `width`, each `lineHeight` of its size high. */
  lines(text: string, width: number, look?: Look): readonly string[]
  /** A line to write on. */
  rule(at: Place): void
  /** A box to tick, with its words beside. */
  box(text: string, at: Place): void
  /** A QR code as dark modules in a square of `width`. */
  modules(modules: readonly (readonly boolean[])[], at: Place): void
}

/** Points from line to line in letters of `size` points. */
export const lineHeight = (size: number): number => size * 1.4

/** Left and top in points from the corner of the sheet; `width` of the column. Mirrored for Arabic by the pen. */
export type Place = { readonly x: number; readonly y: number; readonly width: number }
/** How a text stands there; `size` in points, 8 unless told. */
export type Look = {
  readonly size?: number
  readonly weight?: Weight
  readonly quiet?: boolean
  readonly centred?: boolean
}

type Document = PDFKit.PDFDocument

/** Makes the fonts known to a document, before its pens write. */
export function registerFonts(document: Document): void {
  for (const script of scripts)
    for (const weight of ['regular', 'bold'] as const)
      document.registerFont(`${script}-${weight}`, fonts[script][weight])
}

/** A pen on a sheet of `sheetWidth`, whose corner is at `left`, `top` of the page; for Arabic everything starts at the right. */
export function penOn(
  document: Document,
  {
    left,
    top,
    sheetWidth,
    direction,
  }: { readonly left: number; readonly top: number; readonly sheetWidth: number; readonly direction: Direction },
): Pen {
  const start = ({ x, width }: Place) => left + (direction === 'rtl' ? sheetWidth - x - width : x)
  const widthOf = (line: string, size: number, weight: Weight) =>
    lineRuns(line, direction).reduce(
      (sum, run) => sum + select(document, run.script, weight, size).widthOfString(run.text, whole),
      0,
    )

  const drawLine = (line: string, x: number, y: number, size: number, weight: Weight) => {
    let at = x
    for (const run of lineRuns(line, direction)) {
      select(document, run.script, weight, size)
      // On one base line, for the two fonts are of different height.
      document.text(run.text, at, y + size, { ...whole, lineBreak: false, baseline: 'alphabetic' })
      at += document.widthOfString(run.text, whole)
    }
  }
  const lines: Pen['lines'] = (words, width, { size = 8, weight = 'regular' } = {}) =>
    brokenLines(words, width, (line) => widthOf(line, size, weight))
  const text: Pen['text'] = (words, place, { size = 8, weight = 'regular', quiet = false, centred = false } = {}) => {
    document.fillColor(quiet ? '#4a4a4a' : '#111')
    const height = lineHeight(size)
    const broken = lines(words, place.width, { size, weight })
    broken.forEach((line, at) => {
      const free = centred || direction === 'rtl' ? place.width - widthOf(line, size, weight) : 0
      const indent = centred ? free / 2 : direction === 'rtl' ? free : 0
      drawLine(line, start(place) + indent, top + place.y + at * height, size, weight)
    })
    return broken.length * height
  }
  return {
    text,
    lines,
    rule: (place) => drawRule(document, start(place), top + place.y, place.width),
    box: (words, place) => {
      const side = mm(3)
      drawBox(document, start({ ...place, width: side }), top + place.y, side)
      text(words, { x: place.x + side + mm(1.5), y: place.y, width: place.width - side - mm(1.5) }, { size: 7.5 })
    },
    modules: (modules, place) => drawModules(document, modules, start(place), top + place.y, place.width),
  }
}

/** Any feature makes the library shape the piece as a whole, instead of word by word in the wrong order. */
const whole: { features: PDFKit.Mixins.OpenTypeFeatures[] } = { features: ['kern'] }

function select(document: Document, script: Script, weight: Weight, size: number): Document {
  return document.font(`${script}-${weight}`).fontSize(size)
}

function drawRule(document: Document, x: number, y: number, width: number): void {
  document
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.5)
    .strokeColor('#777')
    .stroke()
}

function drawBox(document: Document, x: number, y: number, side: number): void {
  document.rect(x, y, side, side).lineWidth(0.7).strokeColor('#111').stroke()
}

/** With a white border of four modules, as readers need it. */
function drawModules(
  document: Document,
  modules: readonly (readonly boolean[])[],
  x: number,
  y: number,
  width: number,
): void {
  const side = width / (modules.length + 8)
  document.rect(x, y, width, width).fill('#fff')
  document.fillColor('#000')
  for (const [line, row] of modules.entries())
    for (const [column, isDark] of row.entries())
      if (isDark) document.rect(x + (column + 4) * side, y + (line + 4) * side, side, side)
  document.fill('#000')
}
