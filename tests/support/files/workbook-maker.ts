import { zipOf } from './shapefile-maker.ts'

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

type MadeWorkbook = {
  /** Rows as they stand in the sheet: `<row r="1"><c r="A1"><v>1</v></c></row>`. */
  readonly rows: readonly string[]
  readonly state?: string
  /** Formats of numbers; a cell takes the first with `s="1"`. */
  readonly formats?: readonly string[]
  /** Some programs write it before the name of every tag. */
  readonly prefix?: string
  /** What the part is called that says which sheets there are. */
  readonly book?: string
}

/** A workbook of one sheet, `Cijfers & meer`, as programs write it. */
export function workbookOf({
  rows,
  state = 'visible',
  formats = [],
  prefix = '',
  book = 'workbook',
}: MadeWorkbook): Buffer {
  const link = (id: string, kind: string, to: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${to}"/>`
  const links = (...all: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
  const part = (path: string, kind: string) => `<Override PartName="/xl/${path}" ContentType="${type}.${kind}+xml"/>`
  const own = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`
  const sheet = `<sheets><sheet name="Cijfers &amp; meer" sheetId="1" state="${state}" r:id="rId7"/></sheets>`
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part(`${book}.xml`, 'sheet.main')}${part('worksheets/blad.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': links(link('a', 'officeDocument', `xl/${book}.xml`)),
    [`xl/${book}.xml`]: prefixed(`<workbook ${own} xmlns:r="${relations}">${sheet}</workbook>`, prefix),
    [`xl/_rels/${book}.xml.rels`]: links(
      link('rId7', 'worksheet', 'worksheets/blad.xml'),
      link('rId8', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': prefixed(stylesWith(formats, own), prefix),
    'xl/worksheets/blad.xml': prefixed(`<worksheet ${own}><sheetData>${rows.join('')}</sheetData></worksheet>`, prefix),
  }
  return zipOf(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)])))
}

const prefixed = (xml: string, prefix: string) => xml.replaceAll(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`)

function stylesWith(formats: readonly string[], own: string): string {
  const numFmts = formats.map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${format}"/>`)
  const xfs = ['<xf numFmtId="0"/>', ...formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`)]
  return `<styleSheet ${own}><numFmts>${numFmts.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}

/** A workbook in OpenDocument with these tables, and styles before them. */
export function odsOf(tables: string, { styles = '', manifest = '' } = {}): Buffer {
  const names = ['office', 'table', 'text', 'style', 'calcext']
  const space = names.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${space}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  return zipOf({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': Buffer.from(`<manifest>${manifest}</manifest>`),
    'content.xml': Buffer.from(content),
  })
}
