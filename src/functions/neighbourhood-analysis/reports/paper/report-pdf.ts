import { setImmediate as nextTurn } from 'node:timers/promises'
import { languageName } from '../../../../platform/messages/index.ts'
import { mm, registerFonts } from '../../../../platform/paper/index.ts'
import { fileWords } from '../../own-counts/own-file.ts'
import { isUntranslated, titleOf } from '../document/published-report.ts'
import { sourceWords } from '../document/source-words.ts'
import { type Flow, flowOn } from './flow.ts'
import type { Printed } from './printed.ts'
import { writeFigures } from './write-figures.ts'
import { writeStory } from './write-story.ts'

/** The analysis on A4, tagged: the same as the web page with its figures, in the language of `t` as far as it was translated. */
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
  writeOpening(flow, printed)
  // A long analysis takes a tenth of a second and more: whoever asks for something small meanwhile need not wait for all of it.
  await nextTurn()
  await writeStory(flow, printed)
  await nextTurn()
  await writeFigures(flow, document, printed)
  writeSources(flow, printed)
  await nextTurn()
  flow.end((number, count) => t('resident.analysis.page', { title, number, count }))
  return done
}

function writeOpening(flow: Flow, { t, toRead, municipality, address }: Printed): void {
  const { report, contents, translated } = toRead
  const areas = report.areaIds.length === 0 ? municipality.name : t.list(contents.areas.map(({ name }) => name))
  flow.heading(1, titleOf(toRead).text)
  flow.paragraph(`${municipality.name}. ${t('resident.analysis.about', { areas, year: String(report.aboutYear) })}.`)
  if (report.publishedOn)
    flow.paragraph(t('resident.analysis.publishedOn', { day: t.day(report.publishedOn) }), { quiet: true })
  if (translated?.addedOn)
    flow.paragraph(t('resident.analysis.translatedOn', { day: t.day(translated.addedOn) }), { quiet: true })
  flow.paragraph(address, { quiet: true, size: 9 })
  if (isUntranslated(toRead, t.language)) {
    const language = languageName(t, report.language)
    flow.paragraph(t('resident.analysis.notTranslated', { language }), { weight: 'bold' })
  }
}

function writeSources(flow: Flow, { t, toRead }: Printed): void {
  const { sources } = toRead.contents
  if (sources.length === 0) return
  flow.gap(mm(3))
  flow.heading(2, t('resident.analysis.sources'))
  flow.list(
    sources.map((source) => `${sourceWords(t, source)} (${fileWords(t, source.fileName)})`),
    true,
  )
}
