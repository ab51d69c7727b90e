import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import { languageName, type Texts } from '../../../../platform/messages/index.ts'
import { mm, registerFonts } from '../../../../platform/paper/index.ts'
import { groupContent, labelOf } from '../../../../registers/frameworks/index.ts'
import { keyFigures, type ReportFigure } from '../contents/contents.ts'
import { figureWords, nameOfFigure, periodWords } from '../document/figure-words.ts'
import { peopleAtLeast } from '../document/people-at-least.ts'
import { type ReportToRead, textFor, titleOf } from '../document/published-report.ts'
import { sourceWords } from '../document/source-words.ts'
import type { Priority, TextPart } from '../report.ts'
import { drawDots, drawMap, drawnHeights } from './drawings.ts'
import { type Flow, flowOn } from './flow.ts'

type Printed = {
  readonly t: Texts
  readonly toRead: ReportToRead
  readonly municipality: PublicMunicipality
  /** Where everybody finds it on the web. */
  readonly address: string
}

/** The analysis on A4, tagged: the same as the web page with its figures, in the language of `t` as far as it was written in it. */
export async function reportPdf(printed: Printed): Promise<Buffer> {
  const { t, toRead, municipality } = printed
  // Loaded by who prints first: it takes some 30 MB.
  const { default: PDFDocument } = await import('pdfkit')
  const title = titleOf(toRead).text
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: t.language,
    displayTitle: true,
    info: { Title: title, Author: municipality.name },
  })
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => void parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
  registerFonts(document)
  const flow = flowOn(document, t.direction)
  writeOpening(flow, printed, title)
  writeStory(flow, printed)
  writeFigures(flow, document, printed)
  writeSources(flow, printed)
  flow.end((number, count) => t('resident.analysis.page', { title, number, count }))
  return done
}

function writeOpening(flow: Flow, { t, toRead, municipality, address }: Printed, title: string): void {
  const { report, contents } = toRead
  const areas = report.areaIds.length === 0 ? municipality.name : t.list(contents.areas.map(({ name }) => name))
  flow.heading(1, title)
  flow.paragraph(`${municipality.name}. ${t('resident.analysis.about', { areas, year: String(report.aboutYear) })}.`)
  if (report.publishedOn)
    flow.paragraph(t('resident.analysis.publishedOn', { day: t.day(report.publishedOn) }), { quiet: true })
  flow.paragraph(address, { quiet: true, size: 9 })
  if (report.language !== t.language)
    flow.paragraph(t('resident.analysis.notTranslated', { language: languageName(t, report.language) }), {
      weight: 'bold',
    })
}

const kinds = [
  ['strength', 'strengths'],
  ['need', 'needs'],
  ['gap', 'gaps'],
] as const

function writeStory(flow: Flow, printed: Printed): void {
  const { t, toRead, municipality } = printed
  const { contents, priorities, meetings } = toRead
  writeText(flow, printed, 'summary')
  for (const [kind, name] of kinds) {
    const statements = contents.findings.filter((finding) => finding.kind === kind).map(({ statement }) => statement)
    if (statements.length === 0) continue
    flow.heading(2, t(`resident.analysis.${name}`))
    flow.list(statements)
    if (kind === 'strength') writePlaces(flow, printed)
  }
  if (priorities.length > 0) {
    flow.heading(2, t('resident.analysis.priorities'))
    flow.list(
      priorities.map((priority) => priorityWords(t, priority)),
      true,
    )
  }
  if (meetings.length > 0) flow.heading(2, t('resident.analysis.checked'))
  for (const meeting of meetings) {
    const count = peopleAtLeast(meeting.peoplePresent)
    const heldAt = `${t('resident.analysis.checked.at', { day: t.day(meeting.heldOn), place: meeting.heldAt })}.`
    flow.paragraph(count === undefined ? heldAt : `${heldAt} ${t('resident.analysis.people', { count })}`)
    for (const what of ['confirmed', 'corrected', 'added'] as const)
      if (meeting[what]) flow.paragraph(`${t(`resident.analysis.checked.${what}`)}: ${meeting[what]}`)
  }
  const missing = contents.heard.filter(({ standing }) => standing === 'notHeard' || standing === 'farTooFew')
  if (missing.length > 0) {
    flow.heading(2, t('resident.analysis.notHeard'))
    flow.paragraph(t('resident.analysis.notHeard.text'))
    flow.list(missing.map(({ group }) => labelOf(groupContent, group, t.language)))
  }
  const { name, phone, address } = municipality.contact
  flow.heading(2, t('resident.analysis.voice'))
  flow.paragraph(t('resident.analysis.voice.text'))
  for (const line of [name, phone, address].filter(Boolean)) flow.paragraph(line)
  writeText(flow, printed, 'introduction')
  writeText(flow, printed, 'conclusion')
}

function writePlaces(flow: Flow, { t, toRead }: Printed): void {
  const { places } = toRead.contents
  if (places.length === 0) return
  flow.heading(2, t('resident.analysis.places'))
  flow.paragraph(t.list(places.map(({ name }) => name)))
  if (places.some(({ isFromOpenStreetMap }) => isFromOpenStreetMap))
    flow.paragraph(t('resident.analysis.openStreetMap'), { size: 9 })
}

function writeText(flow: Flow, { t, toRead }: Printed, part: Exclude<TextPart, 'title'>): void {
  const text = textFor(toRead, part)
  if (!text) return
  flow.heading(2, t(`resident.analysis.${part}`))
  flow.paragraph(text.text)
}

function priorityWords(
  t: Texts,
  { title, why, chosenBy, residentsPresent, dissent, progress, became }: Priority,
): string {
  const count = peopleAtLeast(residentsPresent)
  return [
    `${title}. ${why}`,
    t(`resident.analysis.chosen.${chosenBy}`),
    count === undefined ? '' : t('resident.analysis.people', { count }),
    dissent ? t('resident.analysis.dissent', { text: dissent }) : '',
    progress ? `${t('resident.analysis.became')}: ${t(`resident.analysis.progress.${progress}`)}. ${became ?? ''}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function writeFigures(flow: Flow, document: PDFKit.PDFDocument, { t, toRead, municipality }: Printed): void {
  const { areas, map } = toRead.contents
  const figures = keyFigures(toRead.contents)
  if (figures.length === 0) return
  flow.keepRoom(map ? drawnHeights.map(map) + mm(30) : mm(60))
  flow.heading(2, t('resident.analysis.figures'))
  if (map) {
    flow.heading(3, `${nameOfFigure(t, map)} (${periodWords(t, map.period)})`)
    const alt = map.areas.map(({ name, shown }) => `${name}: ${figureWords(t, shown, map.unit)}`).join('; ')
    flow.figure(alt, drawnHeights.map(map), (at) => drawMap(document, t, map, at))
    flow.table({
      headings: [t('resident.analysis.area'), nameOfFigure(t, map)],
      widths: [0.6, 0.4],
      rows: map.areas.map(({ name, shown }) => [name, figureWords(t, shown, map.unit)]),
    })
  }
  for (const area of areas) {
    const own = figures.filter(({ areaId }) => areaId === area.id)
    if (own.length === 0) continue
    const shares = own.filter(({ unit }) => unit === '%')
    flow.keepRoom(drawnHeights.dots(shares) + mm(30))
    flow.heading(3, area.name)
    if (shares.length > 0) {
      const alt = shares.map((figure) => `${nameOfFigure(t, figure)}: ${figureWords(t, figure.own, '%')}`).join('; ')
      flow.figure(alt, drawnHeights.dots(shares), (at) => drawDots(document, t, shares, municipality.name, at))
    }
    flow.table(tableOf(t, own, municipality.name, area.name))
  }
  if (figures.some(({ own }) => own.quality === 'approximate'))
    flow.paragraph(t('resident.analysis.approximate'), { size: 9 })
  if (figures.some(({ own }) => own.value === 'hidden')) flow.paragraph(t('resident.analysis.hidden'), { size: 9 })
}

const tableOf = (t: Texts, figures: readonly ReportFigure[], municipality: string, area: string) => ({
  headings: [
    t('resident.analysis.figure'),
    area,
    municipality,
    t('resident.analysis.region'),
    t('resident.analysis.compared'),
  ],
  widths: [0.42, 0.14, 0.14, 0.14, 0.16],
  rows: figures.map((figure) => [
    `${nameOfFigure(t, figure)} (${periodWords(t, figure.period)})`,
    figureWords(t, figure.own, figure.unit),
    figureWords(t, figure.municipality, figure.unit),
    figureWords(t, figure.region, figure.unit),
    figure.compared ? t(`resident.analysis.compared.${figure.compared}`) : '',
  ]),
})

function writeSources(flow: Flow, { t, toRead }: Printed): void {
  const { sources } = toRead.contents
  if (sources.length === 0) return
  flow.gap(mm(3))
  flow.heading(2, t('resident.analysis.sources'))
  flow.list(
    sources.map((source) => `${sourceWords(t, source)} (${source.fileName})`),
    true,
  )
}
