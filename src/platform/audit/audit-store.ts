import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import { municipalTimeZone } from '../messages/index.ts'

/** One line as the data protection officer reads it. */
export type ReadLine = {
  readonly sequence: number
  readonly at: Date
  readonly userId: string | null
  readonly role: string | null
  /** What the program itself did, when no person acted. */
  readonly task: string | null
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly reason: string | null
}

export type LineFilter = { readonly day?: IsoDate | undefined; readonly action?: string | undefined }

/** Lines on one page of the log. */
export const linesPerPage = 100

/** A page of lines, newest first. */
export async function auditLines(tx: Tx, { day, action }: LineFilter, page: number): Promise<readonly ReadLine[]> {
  let query = tx.db.selectFrom('audit.line').select(columns).orderBy('sequence', 'desc')
  if (day) query = query.where(isOn(day))
  if (action) query = query.where('action', '=', action)
  const rows = await query
    .limit(linesPerPage)
    .offset((page - 1) * linesPerPage)
    .execute()
  return rows.map(lineFrom)
}

/** How many lines there are under a filter. */
export async function countLines(tx: Tx, { day, action }: LineFilter): Promise<number> {
  let query = tx.db.selectFrom('audit.line').select((eb) => eb.fn.countAll<number>().as('count'))
  if (day) query = query.where(isOn(day))
  if (action) query = query.where('action', '=', action)
  return (await query.executeTakeFirstOrThrow()).count
}

/** The kinds of acts in the log, by name. */
export async function auditActions(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db.selectFrom('audit.line').select('action').distinct().orderBy('action').execute()
  return rows.map(({ action }) => action)
}

/** Lines by people in the month that begins on `firstDay`, drawn by their hash: the same sample whenever it is asked. */
export async function sampleOf(tx: Tx, firstDay: IsoDate, size = 20): Promise<readonly ReadLine[]> {
  const rows = await tx.db
    .selectFrom('audit.line')
    .select(columns)
    .where('actor_kind', '=', 'staff')
    .where(isWithin(firstDay, '1 month'))
    .orderBy(sql`encode(hash, 'hex')`)
    .limit(size)
    .execute()
  return rows.map(lineFrom).toSorted((a, b) => a.sequence - b.sequence)
}

/** Whether somebody did `action` since the month began. */
export async function isDoneThisMonth(tx: Tx, action: string): Promise<boolean> {
  const firstDay = `${isoDateIn(municipalTimeZone, tx.now).slice(0, 7)}-01`
  const row = await tx.db
    .selectFrom('audit.line')
    .select('sequence')
    .where('action', '=', action)
    .where(isWithin(firstDay, '1 month'))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the program noted `action` in the last day or so. */
export async function isNotedLately(tx: Tx, action: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('audit.line')
    .select('sequence')
    .where('action', '=', action)
    .where(sql<boolean>`at > ${tx.now}::timestamptz - interval '25 hours'`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const isOn = (day: IsoDate) => isWithin(day, '1 day')

/** From the beginning of a day here, for so long: written so that the index by moment serves. */
function isWithin(firstDay: IsoDate, length: '1 day' | '1 month') {
  return sql<boolean>`at >= ${firstDay}::timestamp at time zone ${municipalTimeZone}
    and at < (${firstDay}::timestamp + ${length}::interval) at time zone ${municipalTimeZone}`
}

const columns = [
  'sequence',
  'at',
  'actor_user_id',
  'actor_role',
  'task',
  'action',
  'subject_type',
  'subject_id',
  'reason',
] as const

type Row = {
  readonly sequence: number
  readonly at: Date
  readonly actor_user_id: string | null
  readonly actor_role: string | null
  readonly task: string | null
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly reason: string | null
}

const lineFrom = (row: Row): ReadLine => ({
  sequence: row.sequence,
  at: row.at,
  userId: row.actor_user_id,
  role: row.actor_role,
  task: row.task,
  action: row.action,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  reason: row.reason,
})
