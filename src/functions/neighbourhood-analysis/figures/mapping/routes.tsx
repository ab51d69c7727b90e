import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  type FormErrors,
  filledForm,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import type { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { type TablePreview, tablePreviews, toldMapping } from '../../../../registers/published-figures/index.ts'
import { importFigures } from '../../access.ts'
import { receiveFile } from '../receive-file.ts'
import { withSentFile } from '../sent-file.ts'
import { faultErrors, mappingForm, suggestedValues, type ToldForm, toldColumns, toldYears } from './mapping-form.ts'
import { forgetUnknownFile, type UnknownFile, unknownFile } from './unknown-file-store.ts'
import { MappingPage } from './views/mapping-page.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** Where somebody says what the columns of a file hold, once: next year's file is read in the same way. */
export function mappingRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/figures/unknown/:fileId', may(importFigures), async (c) => {
    const asked = await askedFile(c)
    const { file, table } = asked
    const values = { ...suggestedValues(table, file.fileName), ...statedValues(file) }
    return page(c, asked, filledForm(c.get('t'), values))
  })

  routes.post('/analysis/figures/unknown/:fileId', may(importFigures), async (c) => {
    const asked = await askedFile(c)
    const form = await parseForm(c, mappingForm(asked.table))
    const again = (errors: FormErrors, refused?: FileRefused) =>
      page(c, asked, filledForm(c.get('t'), form.values, errors), refused, 422)
    if (!form.ok) return again(form.errors)
    const answer = toldMapping(asked.table, toldTable(asked.table, form.data))
    if ('faults' in answer) return again(faultErrors(answer.faults))
    const { missing, period, source, licence, decimal } = form.data
    const stated = { ...asked.file.stated, period, source, licence, missing, decimal }
    const received = await receiveFile(needs, staffOf(c), fileOf(asked.file), stated, answer.mapping)
    if (received.kind === 'refused') return again(refusedAt(asked.table, received.refused), received.refused)
    if (received.kind === 'not-known')
      return again([{ field: 'period', key: `analysis.notImported.${received.reason}`, values: {} }])
    await transact(staffOf(c), (tx) => forgetUnknownFile(tx, asked.id))
    return c.redirect(`/analysis/figures/imports/${received.id}`, 303)
  })

  routes.post('/analysis/figures/unknown/:fileId/withdrawal', may(importFigures), async (c) => {
    const id = c.req.param('fileId')
    if (isIdentifier(id)) await transact(staffOf(c), (tx) => forgetUnknownFile(tx, id))
    leaveFlash(c, 'analysis.import.withdrawn')
    return c.redirect('/analysis/figures', 303)
  })

  async function askedFile(c: Ctx): Promise<AskedFile> {
    const id = c.req.param('fileId') ?? ''
    const file = await transact(staffOf(c), (tx) => waitingFile(tx, id))
    const tables = await withSentFile(fileOf(file), tablePreviews)
    const sheet = c.req.query('sheet')
    const table = tables.find((one) => one.sheet === sheet) ?? tables[0] ?? notFound('table', id)
    return { id, file, tables, table }
  }
}

type AskedFile = {
  readonly id: string
  readonly file: UnknownFile
  readonly tables: readonly TablePreview[]
  readonly table: TablePreview
}

async function waitingFile(tx: Tx, id: string): Promise<UnknownFile> {
  return (isIdentifier(id) ? await unknownFile(tx, id) : undefined) ?? notFound('sent file', id)
}

const fileOf = ({ content, fileName }: UnknownFile) => new File([new Uint8Array(content)], fileName)

const statedValues = ({ stated: { period, source, licence, decimal, missing } }: UnknownFile) => ({
  period,
  source,
  licence,
  decimal,
  missing: Object.entries(missing)
    .map(([sign, kind]) => `${sign}=${kind}`)
    .join(' '),
})

const toldTable = (table: TablePreview, told: ToldForm) => ({
  layout: told.layout,
  source: told.source,
  licence: told.licence,
  level: told.level,
  missing: told.missing,
  decimal: told.decimal,
  isPeriodStated: told.period !== undefined,
  columns: toldColumns(table, told),
  years: toldYears(told),
})

function page(
  c: Ctx,
  { id, file, tables, table }: AskedFile,
  form: FilledForm,
  refused?: FileRefused,
  status: 200 | 422 = 200,
) {
  const t = c.get('t')
  const view = (
    <MappingPage t={t} id={id} fileName={file.fileName} tables={tables} table={table} form={form} refused={refused} />
  )
  return workplacePage(c, { title: t('analysis.mapping') }, view, status)
}

/** The refusal at the column that it is about. */
function refusedAt({ columns }: TablePreview, { column }: FileRefused): FormErrors {
  const at = columns.find(({ header }) => header === column)?.at
  return [{ field: at === undefined ? 'layout' : `role-${at}`, key: 'analysis.error.refused', values: {} }]
}

const isIdentifier = (text: string) => identifier().safeParse(text).success
