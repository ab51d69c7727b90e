import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
  type FormErrors,
  type FormValues,
  identifier,
  leaveFlash,
  notFound,
  staffOf,
} from '../../../platform/http/index.ts'
import type { Done } from './open-report.ts'
import type { Report } from './report.ts'
import { reportById } from './report-store.ts'
import type { Published } from './step-actions.ts'

/** The report of the address, with what `read` gives besides; one that is not there is not found. */
export function withReport<More>(
  c: Ctx,
  transact: Transact,
  read: (tx: Tx, report: Report) => Promise<More>,
): Promise<{ readonly report: Report } & More> {
  const id = reportIdOf(c)
  return transact(staffOf(c), async (tx) => {
    const report = (await reportById(tx, id)) ?? notFound('analysis', id)
    return { report, ...(await read(tx, report)) }
  })
}

/** The identifier in the address. */
export function reportIdOf(c: Ctx): string {
  const id = c.req.param('id') ?? ''
  return identifier().safeParse(id).success ? id : notFound('analysis', id)
}

type Answer = {
  /** Key of the sentence that says what was done. */
  readonly flash: string
  readonly typed: FormValues
  /** The page of the report to go on to: `/translations/fr`; that of the report itself when left out. */
  readonly at?: string
  /** Shows the form again with what is wrong. */
  readonly again?: (errors: FormErrors) => Promise<Response>
}

/** What becomes of an act on a report: on to the report, the form again, or the page for who came second. */
export async function answerOf(
  c: Ctx,
  done: Done | Published,
  { flash, typed, again, at = '' }: Answer,
): Promise<Response> {
  const id = reportIdOf(c)
  const now = `/analysis/reports/${id}${at}`
  if (done.kind === 'missing') notFound('analysis', id)
  if (done.kind === 'changed' || done.kind === 'closed' || done.kind === 'lacking')
    changedMeanwhile({ subject: { type: 'analysis', id }, now, typed })
  if (done.kind === 'refused')
    return again?.([{ field: done.field, key: done.reason, values: {} }]) ?? conflict(done.reason)
  leaveFlash(c, flash)
  return c.redirect(now, 303)
}
