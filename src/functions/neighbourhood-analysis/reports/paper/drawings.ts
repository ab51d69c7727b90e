import type { Texts } from '../../../../platform/messages/index.ts'
import { mm, penOn } from '../../../../platform/paper/index.ts'
import { type ShadeClass, shadeClasses } from '../../../../ui/index.ts'
import type { ReportFigure, ReportMap } from '../contents/contents.ts'
import { figureWords, nameOfFigure, valueWords } from '../document/figure-words.ts'
import { columnWidth } from './flow.ts'
import { type At, hatchedBox } from './inks.ts'
import { mapSigns } from './map-signs.ts'

type Document = PDFKit.PDFDocument

const legendHeight = mm(14)
/** One more line of the legend, for what no shade says. */
const signsHeight = mm(7)
const rowHeight = mm(11)
const axisHeight = mm(8)

/** How many points of a page each drawing takes. */
export const drawnHeights = {
  map: (map: ReportMap) => mapHeight(map) + legendHeight + signsHeight,
  dots: (figures: readonly ReportFigure[]) => figures.length * rowHeight + axisHeight,
}

/** From light to dark, so that the classes stay apart in grey. */
const shades = ['#e6f0ee', '#b9d8d3', '#7fb8b0', '#3f8f86', '#0f5b55'] as const

/** The areas shaded by class, hidden and missing ones hatched, those of the report with a thick border; the legend under it. */
export function drawMap(document: Document, t: Texts, map: ReportMap, at: At): void {
  const classes = shadeClasses(map.areas.map(({ shown }) => shown.value))
  const scale = mapScale(map)
  document
    .save()
    .translate(at.x + (columnWidth - map.sheet.width * scale) / 2, at.y)
    .scale(scale)
  for (const { id, shown } of map.areas) {
    const drawn = map.sheet.areas[id]
    if (!drawn) continue
    document.path(drawn.path)
    const place = placeIn(classes, shown.value)
    document
      .lineWidth(0.7 / scale)
      .fillAndStroke(place === undefined ? '#ffffff' : colourOf(place, classes.length), '#555')
    if (place === undefined) hatch(document, drawn.path, map, scale)
  }
  for (const { id, isChosen } of map.areas) {
    const drawn = map.sheet.areas[id]
    if (isChosen && drawn)
      document
        .path(drawn.path)
        .lineWidth(2.5 / scale)
        .stroke('#111')
  }
  document.restore()
  if (map.areas.length <= mostNames) drawNames(document, map, scale, at)
  const legend = { x: at.x, y: at.y + mapHeight(map) + mm(3) }
  drawLegend(document, t, map, classes, legend)
  drawSigns(document, t, map, { x: at.x, y: legend.y + (classes.length > 0 ? legendHeight - mm(3) : 0) })
}

/** One row a figure, `key` under them: a dot for the area with how sure it is, a bar for the municipality, a diamond for the region. */
export function drawDots(document: Document, t: Texts, figures: readonly ReportFigure[], key: string, at: At): void {
  const numbers = figures.flatMap(({ own, municipality: whole, region, interval }) =>
    [own.value, whole?.value, region?.value, interval?.high].filter((value) => typeof value === 'number'),
  )
  const most = Math.max(10, ...numbers) * 1.05
  const pen = penOn(document, { left: at.x, top: at.y, sheetWidth: columnWidth, direction: t.direction })
  const xOf = (value: number) => at.x + (value / most) * columnWidth
  figures.forEach((figure, place) => {
    const top = place * rowHeight
    const middle = at.y + top + mm(8)
    pen.text(
      `${nameOfFigure(t, figure)}: ${figureWords(t, figure.own, figure.unit)}`,
      { x: 0, y: top, width: columnWidth },
      { size: 9 },
    )
    document
      .moveTo(at.x, middle)
      .lineTo(at.x + columnWidth, middle)
      .lineWidth(0.3)
      .stroke('#aaa')
    const { own, municipality: whole, region, interval } = figure
    if (interval)
      document.moveTo(xOf(interval.low), middle).lineTo(xOf(interval.high), middle).lineWidth(3).stroke('#9ec7c1')
    if (typeof whole?.value === 'number') document.rect(xOf(whole.value) - 1, middle - 6, 2, 12).fill('#444')
    if (typeof region?.value === 'number') diamond(document, xOf(region.value), middle)
    if (typeof own.value === 'number') document.circle(xOf(own.value), middle, 4).fill('#0f5b55')
  })
  pen.text(key, { x: 0, y: figures.length * rowHeight + mm(1), width: columnWidth }, { size: 8, quiet: true })
}

/** More names than these do not fit; the table under the map has them all. */
const mostNames = 30

function drawNames(document: Document, map: ReportMap, scale: number, at: At): void {
  const left = at.x + (columnWidth - map.sheet.width * scale) / 2
  for (const { id, name } of map.areas) {
    const drawn = map.sheet.areas[id]
    if (!drawn) continue
    const width = mm(36)
    const place = { left: left + drawn.x * scale - width / 2, top: at.y + drawn.y * scale, sheetWidth: width }
    const pen = penOn(document, { ...place, direction: 'ltr' })
    const [first = name] = pen.lines(name, width, { size: 7.5, weight: 'bold' })
    document
      .roundedRect(place.left + mm(3), place.top - 1, width - mm(6), 12, 3)
      .fillOpacity(0.85)
      .fill('#fff')
      .fillOpacity(1)
    pen.text(first, { x: 0, y: 0, width }, { size: 7.5, weight: 'bold', centred: true })
  }
}

const mapScale = ({ sheet }: ReportMap) => Math.min(columnWidth / sheet.width, mm(110) / sheet.height)
const mapHeight = (map: ReportMap) => map.sheet.height * mapScale(map)

const colourOf = (place: number, count: number) =>
  shades[count <= 1 ? 2 : Math.round((place * (shades.length - 1)) / (count - 1))] ?? shades[2]

function placeIn(classes: readonly ShadeClass[], value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined
  const place = classes.findIndex(({ from, to, isLast }) => value >= from && (value < to || (isLast && value <= to)))
  return place < 0 ? undefined : place
}

function hatch(document: Document, path: string, { sheet }: ReportMap, scale: number): void {
  document
    .save()
    .path(path)
    .clip()
    .lineWidth(0.6 / scale)
    .strokeColor('#777')
  const step = 7 / scale
  for (let at = -sheet.height; at < sheet.width; at += step)
    document
      .moveTo(at, sheet.height)
      .lineTo(at + sheet.height, 0)
      .stroke()
  document.restore()
}

function drawLegend(document: Document, t: Texts, map: ReportMap, classes: readonly ShadeClass[], at: At): void {
  const pen = penOn(document, { left: at.x, top: at.y, sheetWidth: columnWidth, direction: t.direction })
  const width = columnWidth / Math.max(1, classes.length)
  const swatchAt = (x: number) => at.x + (t.direction === 'rtl' ? columnWidth - x - mm(5) : x)
  classes.forEach(({ from, to, count }, place) => {
    document
      .rect(swatchAt(place * width), at.y, mm(5), mm(4))
      .lineWidth(0.5)
      .fillAndStroke(colourOf(place, classes.length), '#555')
    const words = t('resident.analysis.class', { from: valueWords(t, from, map.unit), to: valueWords(t, to, map.unit) })
    pen.text(words, { x: place * width + mm(6.5), y: 0, width: width - mm(7) }, { size: 8 })
    pen.text(
      t('resident.analysis.areas', { count }),
      { x: place * width + mm(6.5), y: mm(4.5), width: width - mm(7) },
      { size: 8, quiet: true },
    )
  })
}

/** What hatching and a thick border mean, where the map has them. */
function drawSigns(document: Document, t: Texts, map: ReportMap, at: At): void {
  const pen = penOn(document, { left: at.x, top: at.y, sheetWidth: columnWidth, direction: t.direction })
  const width = columnWidth / 2
  mapSigns(t, map).forEach(({ look, words }, place) => {
    const x = t.direction === 'rtl' ? columnWidth - place * width - mm(5) : place * width
    const box = { x: at.x + x, y: at.y, width: mm(5), height: mm(4) }
    if (look === 'hatched') hatchedBox(document, box)
    else document.rect(box.x, box.y, box.width, box.height).lineWidth(2).stroke('#111')
    pen.text(words, { x: place * width + mm(6.5), y: 0, width: width - mm(7) }, { size: 8 })
  })
}

function diamond(document: Document, x: number, y: number): void {
  document
    .polygon([x, y - 5], [x + 4, y], [x, y + 5], [x - 4, y])
    .lineWidth(1)
    .fillAndStroke('#fff', '#444')
}
