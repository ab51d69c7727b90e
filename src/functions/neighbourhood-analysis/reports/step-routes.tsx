import { uuidv7 } from 'uuidv7'
import {
  type Ctx,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { publishReports, secondReadReports, writeReports } from './access.ts'
import { readingForm, versionForm, withdrawalForm } from './forms.ts'
import { answerOf, reportIdOf, withReport } from './report-asked.ts'
import { reportPage } from './report-routes.tsx'
import { markChecked, openNext, publishReport, readAsSecond, withdrawReport } from './step-actions.ts'
import { WithdrawalPage } from './views/withdrawal-page.tsx'

/** The way of a report as a whole: checked with residents, read by a second, brought out, taken off, begun for next year. */
export function stepRoutes(routes: Routes, needs: Pick<AnalysisNeeds, 'transact'>): void {
  const path = '/analysis/reports/:id'

  for (const isChecked of [true, false])
    routes.post(`${path}/check${isChecked ? '' : '/removal'}`, may(writeReports), async (c) => {
      const { version, typed } = await seenVersionIn(c)
      const done = await markChecked(needs, staffOf(c), reportIdOf(c), version, isChecked)
      return answerOf(c, done, { flash: isChecked ? 'analysis.reports.checked' : 'analysis.reports.unchecked', typed })
    })

  routes.post(`${path}/reading`, may(secondReadReports), async (c) => {
    const form = await parseForm(c, readingForm)
    if (!form.ok) return reportPage(c, needs, form.values, form.errors)
    const done = await readAsSecond(needs, staffOf(c), reportIdOf(c), { ...form.data, today: c.get('t').today })
    return answerOf(c, done, {
      flash: 'analysis.reports.reading.saved',
      typed: form.values,
      again: (errors) => reportPage(c, needs, form.values, errors),
    })
  })

  routes.post(`${path}/publication`, may(publishReports), async (c) => {
    const { version, typed } = await seenVersionIn(c)
    const done = await publishReport(needs, staffOf(c), reportIdOf(c), version, c.get('t').today)
    return answerOf(c, done, { flash: 'analysis.reports.published', typed })
  })

  routes.get(`${path}/withdrawal`, may(publishReports), (c) => withdrawalPage(c))

  routes.post(`${path}/publication/removal`, may(publishReports), async (c) => {
    const form = await parseForm(c, withdrawalForm)
    if (!form.ok) return withdrawalPage(c, form.values, form.errors)
    const done = await withdrawReport(needs, staffOf(c), reportIdOf(c), { ...form.data, today: c.get('t').today })
    return answerOf(c, done, { flash: 'analysis.reports.withdrawn', typed: form.values })
  })

  routes.post(`${path}/next`, may(writeReports), async (c) => {
    const from = { id: reportIdOf(c), newId: uuidv7(), newPartIds: uuidv7, today: c.get('t').today }
    const { version } = await seenVersionIn(c)
    const opened = await openNext(needs, staffOf(c), { ...from, version })
    if (opened.kind === 'missing') notFound('analysis', from.id)
    if (opened.kind !== 'opened') return answerOf(c, opened, { flash: '', typed: {} })
    leaveFlash(c, 'analysis.reports.next.opened')
    return c.redirect(`/analysis/reports/${opened.id}`, 303)
  })

  async function withdrawalPage(c: Ctx, typed?: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const { report } = await withReport(c, needs.transact, async () => ({}))
    const page = <WithdrawalPage t={t} report={report} form={filledForm(t, typed ?? {}, errors)} />
    return workplacePage(c, { title: t('analysis.reports.withdraw') }, page, errors ? 422 : 200)
  }
}

async function seenVersionIn(c: Ctx) {
  const form = await parseForm(c, versionForm)
  return form.ok ? { version: form.data.version, typed: form.values } : conflict('form without version')
}
