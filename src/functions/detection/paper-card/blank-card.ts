import QRCode from 'qrcode'
import type { PublicMunicipality } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { mm, type Pen, penOn, registerFonts } from '../../../platform/paper/index.ts'
import { spacedCode } from '../cards/card-code.ts'

/** One card on a sheet of A6, or four on A4 to cut. */
export const paperSizes = ['a6', 'a4'] as const
export type PaperSize = (typeof paperSizes)[number]

export type BlankCard = {
  readonly t: Texts
  readonly municipality: PublicMunicipality
  /** Address of the municipality's card page. */
  readonly address: string
  /** Codes by which the cards can be followed later, one a card; without them the code comes when the card is entered. */
  readonly codes?: readonly string[] | undefined
}

const card = { width: mm(148), height: mm(105) }
const margin = mm(7)
const column = card.width - mm(48) - 2 * margin

/** Cards to fill in by hand, as a PDF: in the language of the texts, from right to left for Arabic. */
export async function blankCards(blank: BlankCard, size: PaperSize): Promise<Buffer> {
  // Loaded by who prints first: it takes some 30 MB.
  const { default: PDFDocument } = await import('pdfkit')
  const page: [number, number] = size === 'a6' ? [card.width, card.height] : [mm(297), mm(210)]
  const document = new PDFDocument({
    size: page,
    margin: 0,
    lang: blank.t.language,
    displayTitle: true,
    info: { Title: blank.t('resident.card.start.title'), Author: blank.municipality.name },
  })
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => void parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
  registerFonts(document)
  const modules = qrModules(blank.address)
  const places =
    size === 'a6'
      ? [[0, 0]]
      : [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ]
  places.forEach(([across = 0, down = 0], place) => {
    const left = across * mm(148.5)
    const top = down * mm(105)
    const pen = penOn(document, { left, top, sheetWidth: card.width, direction: blank.t.direction })
    drawCard(pen, blank, modules, blank.codes?.[place])
    if (size === 'a4')
      document
        .rect(left, top, card.width, card.height)
        .lineWidth(0.3)
        .dash(2, { space: 2 })
        .strokeColor('#bbb')
        .stroke()
        .undash()
  })
  document.end()
  return done
}

function drawCard(
  pen: Pen,
  blank: BlankCard,
  modules: readonly (readonly boolean[])[],
  code: string | undefined,
): void {
  const { t } = blank
  const at = (y: number) => ({ x: margin, y, width: column })
  let y = mm(7)
  y += pen.text(t('resident.card.start.title'), at(y), { size: 13, weight: 'bold' }) + mm(1)
  y += pen.text(t('resident.paper.lead'), at(y), { size: 7.5, quiet: true }) + mm(2.5)
  y = question(pen, t('resident.paper.wish'), y, 4)
  y = question(pen, t('resident.paper.reach'), y, 2)
  y += pen.text(t('resident.paper.who'), at(y), { weight: 'bold' }) + mm(1)
  for (const receiver of ['socialWorker', 'partner', 'sender'] as const) {
    pen.box(t(`resident.card.receiver.${receiver}`), at(y))
    y += mm(4.6)
  }
  y += mm(1.5)
  pen.text(t('resident.paper.by'), { ...at(y), width: column / 2 }, { size: 7.5 })
  pen.rule({ x: margin, y: y + mm(8), width: column * 0.6 })
  pen.text(t('resident.paper.day'), { x: margin + column * 0.65, y, width: column * 0.35 }, { size: 7.5 })
  pen.rule({ x: margin + column * 0.65, y: y + mm(8), width: column * 0.35 })
  drawSide(pen, blank, modules, code)
}

/** A question with lines to write on; gives where the next one begins. */
function question(pen: Pen, words: string, top: number, lines: number): number {
  let y = top + pen.text(words, { x: margin, y: top, width: column }, { weight: 'bold' }) + mm(5)
  for (let line = 0; line < lines; line += 1, y += mm(6)) pen.rule({ x: margin, y, width: column })
  return y - mm(3)
}

/** Beside the questions: how urgent, the same on the web, where to hand it in, and what to do in danger. */
function drawSide(
  pen: Pen,
  { t, municipality }: BlankCard,
  modules: readonly (readonly boolean[])[],
  code: string | undefined,
): void {
  const x = card.width - mm(46)
  const width = mm(39)
  const { contact } = municipality
  pen.modules(modules, { x: x + mm(7), y: mm(6), width: mm(25) })
  let y = mm(32)
  y += pen.text(t('resident.paper.scan'), { x, y, width }, { size: 7, centred: true, quiet: true }) + mm(2)
  if (code) {
    y += pen.text(t('resident.paper.code'), { x, y, width }, { size: 7, centred: true, quiet: true })
    y += pen.text(spacedCode(code), { x, y, width }, { size: 10.5, weight: 'bold', centred: true }) + mm(2)
  }
  for (const urgency of ['ordinary', 'urgent'] as const) {
    pen.box(t(`resident.paper.${urgency}`), { x, y, width })
    y += mm(7.5)
  }
  y += pen.text(t('resident.paper.envelope'), { x, y, width }, { size: 7, weight: 'bold' })
  for (const line of [contact.name, contact.address, contact.phone].filter(Boolean))
    y += pen.text(line, { x, y, width }, { size: 7 })
  pen.text(t('resident.paper.danger'), { x, y: mm(92), width }, { size: 7.5, weight: 'bold' })
}

function qrModules(address: string): readonly (readonly boolean[])[] {
  const { data, size } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, place) => data[row * size + place] === 1),
  )
}
