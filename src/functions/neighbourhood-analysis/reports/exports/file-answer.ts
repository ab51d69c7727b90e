import { type Ctx, municipalityOf, notFound } from '../../../../platform/http/index.ts'
import { spreadsheetOf } from '../../../../platform/spreadsheet/spreadsheet.ts'
import type { ReportToRead } from '../document/published-report.ts'
import { fileNames } from '../document/report-document.tsx'
import { reportPdf } from '../paper/report-pdf.ts'
import { figureRows } from './figure-rows.ts'
import { linkedReport } from './linked-data.ts'
import { reportWorkbook } from './workbook.ts'

export const linkedDataType = 'application/ld+json'

/** The file of the address: what is shown, no more; `address` is where everybody finds the report. */
export async function fileAnswer(c: Ctx, toRead: ReportToRead, address: string): Promise<Response> {
  const t = c.get('t')
  const file = c.req.param('file')
  if (file === fileNames.jsonld) return linkedAnswer(c, toRead, address)
  if (file === fileNames.csv) {
    return download(c, spreadsheetOf(figureRows(t, toRead)), 'text/csv; charset=utf-8', 'attachment', file)
  }
  if (file === fileNames.xlsx) {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return download(c, await reportWorkbook(t, toRead), type, 'attachment', file)
  }
  if (file === fileNames.pdf) {
    const pdf = await reportPdf({ t, toRead, municipality: municipalityOf(c), address })
    return download(c, new Uint8Array(pdf), 'application/pdf', 'inline', file)
  }
  return notFound('file of analysis', 'unknown')
}

/** The report as linked data. */
export function linkedAnswer(c: Ctx, toRead: ReportToRead, address: string): Response {
  const data = linkedReport({ t: c.get('t'), toRead, municipality: municipalityOf(c), address })
  return c.body(JSON.stringify(data), 200, { 'Content-Type': linkedDataType, Vary: 'Accept' })
}

function download(
  c: Ctx,
  body: string | Uint8Array,
  type: string,
  how: 'inline' | 'attachment',
  name: string,
): Response {
  const slug = municipalityOf(c).slug
  const headers = { 'Content-Type': type, 'Content-Disposition': `${how}; filename="${slug}-${name}"` }
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, headers)
}
