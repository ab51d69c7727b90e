import {
  type Ctx,
  type FilledForm,
  type FormErrors,
  filledForm,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import type { Refusal } from '../../../../platform/published-files/refusal.ts'
import { type SentFileNeeds, sentFile } from '../../../../platform/sent-files/index.ts'
import { type TablePreview, toldMapping } from '../../../../registers/published-figures/index.ts'
import { importFigures } from '../../access.ts'
import { type AskedOfFigures, isToBeExplained, type SentFiguresFile } from '../asked-of-figures.ts'
import { figuresReader } from '../figures-reader.ts'
import { statedValues } from '../forms.ts'
import { errorAt } from '../not-known.ts'
import {
  faultErrors,
  mappingForm,
  suggestedValues,
  type ToldForm,
  toldColumns,
  toldPeriods,
  toldYears,
} from './mapping-form.ts'
import { readExplained } from './read-explained.ts'
import { MappingPage } from './views/mapping-page.tsx'

/** Where somebody says what the columns of a file hold, once: next year's file is read in the same way. */
export function mappingRoutes(routes: Routes, needs: SentFileNeeds): void {
  const { transact } = needs

  routes.get('/analysis/figures/unknown/:fileId', may(importFigures), async (c) => {
    const asked = await askedFile(c)
    const { file, table } = asked
    const { typed, stated } = file.asked
    const values = typed ?? { ...suggestedValues(table, file.fileName), ...statedValues(stated) }
    const refused = file.answer?.kind === 'refused' ? file.answer.refusal : undefined
    const errors = refused ? refusedAt(table, refused) : file.answer?.kind === 'asks' ? asks(file.answer.reason) : []
    return page(c, asked, filledForm(c.get('t'), values, errors), refused)
  })

  routes.post('/analysis/figures/unknown/:fileId', may(importFigures), async (c) => {
    const asked = await askedFile(c)
    const { file, table } = asked
    const form = await parseForm(c, mappingForm(table))
    const again = (errors: FormErrors, refused?: Refusal) =>
      page(c, asked, filledForm(c.get('t'), form.values, errors), refused, 422)
    if (!form.ok) return again(form.errors)
    const answer = toldMapping(table, toldTable(table, form.data))
    if ('faults' in answer) return again(faultErrors(answer.faults))
    const { missing, period, source, licence, decimal } = form.data
    const stated = { ...file.asked.stated, period, source, licence, missing, decimal }
    const explained = { ...file.asked, stated, mapping: answer.mapping, typed: form.values }
    const read = await readExplained(needs, staffOf(c), { ...file, asked: explained })
    if (read.kind === 'refused') return again(refusedAt(table, read.refused), read.refused)
    if (read.kind === 'asks') return again(asks(read.reason))
    return c.redirect(`/analysis/figures/imports/${file.id}`, 303)
  })

  async function askedFile(c: Ctx): Promise<AskedFile> {
    const id = c.req.param('fileId') ?? ''
    const file = await transact(staffOf(c), (tx) => sentFile<AskedOfFigures>(tx, figuresReader.kind, id))
    if (!file || !isToBeExplained(file)) return notFound('sent file', id)
    const { tables = [] } = file.asked
    const sheet = c.req.query('sheet')
    const table = tables.find((one) => one.sheet === sheet) ?? tables[0] ?? notFound('table', id)
    return { file, tables, table }
  }
}

type AskedFile = {
  readonly file: SentFiguresFile
  readonly tables: readonly TablePreview[]
  readonly table: TablePreview
}

const asks = (reason: string) => [errorAt('period', `analysis.notImported.${reason}`)]

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
  ofPeriods: toldPeriods(table, told),
})

function page(
  c: Ctx,
  { file: { id, fileName }, tables, table }: AskedFile,
  form: FilledForm,
  refused?: Refusal,
  status: 200 | 422 = 200,
) {
  const t = c.get('t')
  const view = (
    <MappingPage t={t} id={id} fileName={fileName} tables={tables} table={table} form={form} refused={refused} />
  )
  return workplacePage(c, { title: t('analysis.mapping') }, view, status)
}

/** The refusal at the column that it is about. */
function refusedAt({ columns }: TablePreview, { column }: Refusal): FormErrors {
  const at = columns.find(({ header }) => header === column)?.at
  return [{ field: at === undefined ? 'layout' : `role-${at}`, key: 'analysis.error.refused', values: {} }]
}
