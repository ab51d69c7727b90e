import type { Tx } from '../../../platform/database/transact.ts'
import { isLanguage, languageNames } from '../../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { publishReports, secondReadReports } from './access.ts'
import { lacksOf, maySecondRead } from './report.ts'
import { reportsOf } from './report-store.ts'
import { standingOf } from './step-actions.ts'
import { awaitedTranslations } from './translations/translation-store.ts'

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
  if (secondReadReports.allows(actor)) waiting.push(...(await translationsToRead(tx, actor.userId)))
  return waiting
}

/** What was translated since a report was published, by somebody else. */
async function translationsToRead(tx: Tx, userId: string): Promise<readonly Waiting[]> {
  const awaited = (await awaitedTranslations(tx)).filter(({ changedBy }) => changedBy !== userId)
  const reports = await reportsOf(tx, { ids: awaited.map(({ reportId }) => reportId) })
  return awaited.map(({ reportId, language }) => ({
    message: 'analysis.reports.waiting.translation',
    values: { title: reports.find(({ id }) => id === reportId)?.title ?? '', language: ownNameOf(language) },
    href: `/analysis/reports/${reportId}/translations/${language}`,
    dueOn: undefined,
  }))
}

const ownNameOf = (language: string) => (isLanguage(language) ? languageNames[language] : language)
