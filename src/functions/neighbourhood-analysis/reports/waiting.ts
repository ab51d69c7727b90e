import type { WaitingOf } from '../../../platform/waiting/waiting.ts'
import { publishReports, secondReadReports } from './access.ts'
import { lacksOf, maySecondRead } from './report.ts'
import { reportsOf } from './report-store.ts'
import { standingOf } from './step-actions.ts'

/** For a second reader: analyses that lack only that reading; for who publishes: those that lack nothing. */
export const waitingInReports: WaitingOf = async (tx) => {
  const { actor } = tx
  if (actor.kind !== 'staff' || !(secondReadReports.allows(actor) || publishReports.allows(actor))) return []
  const waiting = []
  // Few: those that residents checked and that did not go out yet.
  for (const report of await reportsOf(tx, { states: ['checked'] })) {
    const lacking = lacksOf(await standingOf(tx, report))
    const href = `/analysis/reports/${report.id}`
    const isToRead = lacking.length === 1 && lacking[0] === 'secondReader' && maySecondRead(report, actor.userId)
    if (isToRead && secondReadReports.allows(actor))
      waiting.push({
        message: 'analysis.reports.waiting.reading',
        values: { title: report.title },
        href,
        dueOn: undefined,
      })
    if (lacking.length === 0 && publishReports.allows(actor))
      waiting.push({
        message: 'analysis.reports.waiting.publish',
        values: { title: report.title },
        href,
        dueOn: undefined,
      })
  }
  return waiting
}
