import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Contents, keptContents } from './contents/contents.ts'
import type { Report, ReportState } from './report.ts'

/** Reports that the actor may see, newest first; with `areaId` those about that neighbourhood. */
export async function reportsOf(
  tx: Tx,
  filter: { readonly areaId?: string; readonly states?: readonly ReportState[]; readonly ids?: readonly string[] } = {},
): Promise<readonly Report[]> {
  let query = tx.db.selectFrom('analysis.report as r').select(columns)
  const { areaId, states, ids } = filter
  if (states) query = query.where('r.state', 'in', [...states])
  if (ids) query = query.where(sql<boolean>`r.id = any(${[...ids]}::uuid[])`)
  if (areaId)
    query = query.where(sql<boolean>`exists (select from analysis.report_area a
      where a.municipality_id = r.municipality_id and a.report_id = r.id and a.area_id = ${areaId}::uuid)`)
  const rows = await query.orderBy('r.about_year', 'desc').orderBy('r.started_on', 'desc').orderBy('r.id').execute()
  return rows.map(reportFrom)
}

export async function reportById(tx: Tx, id: string): Promise<Report | undefined> {
  const [report] = await reportsOf(tx, { ids: [id] })
  return report
}

/** The same, kept from changing until the transaction ends. */
export async function lockReport(tx: Tx, id: string): Promise<Report | undefined> {
  const row = await tx.db
    .selectFrom('analysis.report as r')
    .select(columns)
    .where('r.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && reportFrom(row)
}

/** The report that was opened out of this one, if any. */
export async function successorOf(tx: Tx, id: string): Promise<Report | undefined> {
  const row = await tx.db
    .selectFrom('analysis.report as r')
    .select(columns)
    .where('r.follows_id', '=', id)
    .where('r.state', '<>', 'withdrawn')
    .executeTakeFirst()
  return row && reportFrom(row)
}

/** What it is made of, as it was put together; nothing when it was not yet. */
export async function contentsOf(tx: Tx, id: string): Promise<Contents | undefined> {
  const row = await tx.db.selectFrom('analysis.report').select('contents').where('id', '=', id).executeTakeFirst()
  // What `saveContents` wrote.
  return row?.contents ? keptContents(row.contents as unknown as Contents) : undefined
}

export type NewReport = Pick<
  Report,
  'id' | 'followsId' | 'title' | 'language' | 'aboutYear' | 'areaIds' | 'startedOn'
> &
  Partial<Pick<Report, 'leftOutFindings' | 'leftOutIndicators'>> & { readonly startedBy: string }

/** Begins a report; false when it was begun before (the form was sent twice, or a colleague was first). */
export async function insertReport(tx: Tx, report: NewReport): Promise<boolean> {
  const made = await tx.db
    .insertInto('analysis.report')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: report.id,
      follows_id: report.followsId,
      title: report.title,
      language: report.language,
      about_year: report.aboutYear,
      left_out_findings: [...(report.leftOutFindings ?? [])],
      left_out_indicators: [...(report.leftOutIndicators ?? [])],
      changed_by: report.startedBy,
      started_on: report.startedOn,
      started_by: report.startedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  await saveAreas(tx, report.id, report.areaIds)
  return true
}

/** Changes title, year and neighbourhoods of one whose version is still `version`. */
export async function changeReport(
  tx: Tx,
  report: Pick<Report, 'id' | 'title' | 'aboutYear' | 'areaIds' | 'version'> & { readonly changedBy: string },
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('analysis.report')
    .set(({ eb }) => ({
      title: report.title,
      about_year: report.aboutYear,
      changed_by: report.changedBy,
      edit_number: eb('edit_number', '+', 1),
      version: report.version + 1,
    }))
    .where('id', '=', report.id)
    .where('version', '=', report.version)
    .where('state', 'in', ['draft', 'checked'])
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await tx.db.deleteFrom('analysis.report_area').where('report_id', '=', report.id).execute()
  await saveAreas(tx, report.id, report.areaIds)
  return true
}

/** Keeps what is chosen and what the report is made of now. */
export async function saveContents(
  tx: Tx,
  report: Pick<Report, 'id' | 'version' | 'leftOutFindings' | 'leftOutIndicators'>,
  contents: Contents,
  by: string,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('analysis.report')
    .set(({ eb }) => ({
      contents: JSON.stringify(contents),
      gathered_at: tx.now,
      left_out_findings: [...report.leftOutFindings],
      left_out_indicators: [...report.leftOutIndicators],
      changed_by: by,
      edit_number: eb('edit_number', '+', 1),
      version: report.version + 1,
    }))
    .where('id', '=', report.id)
    .where('version', '=', report.version)
    .where('state', 'in', ['draft', 'checked'])
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Something in it changed: whoever read it as second reads it anew. False when it is open no more. */
export async function noteEdit(tx: Tx, id: string, by: string): Promise<boolean> {
  const changed = await tx.db
    .updateTable('analysis.report')
    .set(({ eb }) => ({ edit_number: eb('edit_number', '+', 1), changed_by: by }))
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'checked'])
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Keeps a step of its way; false when somebody else changed it since `version`. */
export async function saveStep(
  tx: Tx,
  report: Pick<Report, 'id' | 'version'>,
  step: Partial<
    Pick<Report, 'state' | 'secondReader' | 'readOn' | 'readEdit' | 'publishedOn' | 'withdrawnOn' | 'withdrawalReason'>
  > & { readonly publishedBy?: string; readonly withdrawnBy?: string },
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('analysis.report')
    .set({
      ...(step.state && { state: step.state }),
      ...(step.secondReader && {
        second_reader: step.secondReader,
        read_on: step.readOn ?? null,
        read_edit: step.readEdit ?? null,
      }),
      ...(step.publishedOn && { published_on: step.publishedOn, published_by: step.publishedBy ?? null }),
      ...(step.withdrawnOn && {
        withdrawn_on: step.withdrawnOn,
        withdrawn_by: step.withdrawnBy ?? null,
        withdrawal_reason: step.withdrawalReason ?? null,
      }),
      version: report.version + 1,
    })
    .where('id', '=', report.id)
    .where('version', '=', report.version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

async function saveAreas(tx: Tx, reportId: string, areaIds: readonly string[]): Promise<void> {
  if (areaIds.length === 0) return
  await tx.db
    .insertInto('analysis.report_area')
    .values(areaIds.map((area_id) => ({ municipality_id: tx.actor.municipalityId, report_id: reportId, area_id })))
    .execute()
}

const columns = [
  'r.id',
  'r.follows_id',
  'r.title',
  'r.language',
  'r.about_year',
  'r.state',
  'r.left_out_findings',
  'r.left_out_indicators',
  'r.gathered_at',
  'r.edit_number',
  'r.changed_by',
  'r.started_on',
  'r.second_reader',
  'r.read_on',
  'r.read_edit',
  'r.published_on',
  'r.withdrawn_on',
  'r.withdrawal_reason',
  'r.version',
  sql<string[]>`coalesce((select array_agg(a.area_id order by a.area_id) from analysis.report_area a
    where a.municipality_id = r.municipality_id and a.report_id = r.id), '{}')`.as('area_ids'),
  sql<string[]>`coalesce((select array_agg(distinct w.changed_by) from analysis.report_text w
    where w.municipality_id = r.municipality_id and w.report_id = r.id), '{}')`.as('written_by'),
] as const

type Row = {
  readonly id: string
  readonly follows_id: string | null
  readonly title: string
  readonly language: string
  readonly about_year: number
  readonly state: string
  readonly left_out_findings: readonly string[]
  readonly left_out_indicators: readonly string[]
  readonly gathered_at: Date | null
  readonly edit_number: number
  readonly changed_by: string
  readonly started_on: string
  readonly second_reader: string | null
  readonly read_on: string | null
  readonly read_edit: number | null
  readonly published_on: string | null
  readonly withdrawn_on: string | null
  readonly withdrawal_reason: string | null
  readonly version: number
  readonly area_ids: readonly string[]
  readonly written_by: readonly string[]
}

const reportFrom = (row: Row): Report => ({
  id: row.id,
  followsId: row.follows_id,
  title: row.title,
  // The checks of the table are the closed lists of the types.
  language: row.language as Report['language'],
  aboutYear: row.about_year,
  state: row.state as ReportState,
  areaIds: row.area_ids,
  leftOutFindings: row.left_out_findings,
  leftOutIndicators: row.left_out_indicators,
  gatheredAt: row.gathered_at,
  editNumber: row.edit_number,
  changedBy: row.changed_by,
  writtenBy: row.written_by,
  startedOn: row.started_on,
  secondReader: row.second_reader,
  readOn: row.read_on,
  readEdit: row.read_edit,
  publishedOn: row.published_on,
  withdrawnOn: row.withdrawn_on,
  withdrawalReason: row.withdrawal_reason,
  version: row.version,
})
