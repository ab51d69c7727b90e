import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { neighbourhoodAsked } from '../findings/asked-neighbourhood.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { publishReports, readReports, secondReadReports, writeReports } from './access.ts'
import { beginReport, describeReport } from './actions.ts'
import { changesBetween } from './contents/changes.ts'
import { type Contents, keyFigures } from './contents/contents.ts'
import { reportForm } from './forms.ts'
import { prioritiesOf } from './part-store.ts'
import { lacksOf, maySecondRead, type Report } from './report.ts'
import { answerOf, withReport } from './report-asked.ts'
import { contentsOf, reportById, reportsOf, successorOf } from './report-store.ts'
import { standingOf } from './step-actions.ts'
import { passagesOf } from './translations/passages.ts'
import { toldIn } from './translations/told-report.ts'
import { translationsOf } from './translations/translation-store.ts'
import { ChangesPage } from './views/changes-page.tsx'
import { ReportFormPage } from './views/report-form-page.tsx'
import { ReportPage } from './views/report-page.tsx'
import { ReportsPage } from './views/reports-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact'>

/** All analyses, beginning one, and one as it is being made. */
export function reportPageRoutes(routes: Routes, needs: Needs): void {
  reportListRoutes(routes, needs)
  oneReportRoutes(routes, needs)
}

function reportListRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/reports', may(readReports), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const found = await transact(actor, async (tx) => {
      const reports = await reportsOf(tx)
      return { reports, areaNames: await areaNamesOf(tx, reports) }
    })
    const page = <ReportsPage t={t} {...found} mayWrite={writeReports.allows(actor)} />
    return workplacePage(c, { title: t('analysis.reports.title') }, page)
  })

  routes.get('/analysis/reports/new', may(writeReports), async (c) => {
    const t = c.get('t')
    const asked = await transact(staffOf(c), (tx) => neighbourhoodAsked(tx, c))
    const areaIds = asked ? [asked.id] : []
    const aboutYear = t.today.slice(0, 4)
    return newPage(c, uuidv7(), { aboutYear, areaIds, language: t.language === 'fr' ? 'fr' : 'nl' })
  })

  routes.post('/analysis/reports', may(writeReports), async (c) => {
    const form = await parseForm(c, reportForm)
    const id = String(form.values.id ?? uuidv7())
    if (!form.ok) return newPage(c, id, form.values, form.errors)
    const begun = await beginReport(needs, staffOf(c), form.data, c.get('t').today)
    if (begun.kind === 'refused')
      return newPage(c, id, form.values, [{ field: begun.field, key: begun.reason, values: {} }])
    leaveFlash(c, 'analysis.reports.begun')
    return c.redirect(`/analysis/reports/${form.data.id}`, 303)
  })

  async function newPage(c: Ctx, id: string, values: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const neighbourhoods = await transact(staffOf(c), (tx) => neighbourhoodsOf(tx))
    const page = <ReportFormPage t={t} id={id} form={filledForm(t, values, errors)} neighbourhoods={neighbourhoods} />
    return workplacePage(c, { title: t('analysis.reports.new') }, page, errors ? 422 : 200)
  }
}

function oneReportRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/reports/:id', may(readReports), (c) => reportPage(c, needs))

  routes.get('/analysis/reports/:id/edit', may(writeReports), (c) => editPage(c))

  routes.post('/analysis/reports/:id', may(writeReports), async (c) => {
    const form = await parseForm(c, reportForm.required({ version: true }))
    if (!form.ok) return editPage(c, form.values, form.errors)
    const done = await describeReport(needs, staffOf(c), c.req.param('id'), form.data)
    return answerOf(c, done, {
      flash: 'analysis.reports.saved',
      typed: form.values,
      again: (errors) => editPage(c, form.values, errors),
    })
  })

  routes.get('/analysis/reports/:id/changes', may(readReports), async (c) => {
    const t = c.get('t')
    const shown = await withReport(c, transact, changesShown)
    const page = <ChangesPage t={t} {...shown} mayWrite={writeReports.allows(staffOf(c))} />
    return workplacePage(c, { title: t('analysis.reports.changes') }, page)
  })

  async function editPage(c: Ctx, typed?: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const { report, neighbourhoods } = await withReport(c, transact, async (tx) => ({
      neighbourhoods: await neighbourhoodsOf(tx),
    }))
    const { id, title, aboutYear, areaIds, version } = report
    const form = filledForm(t, typed ?? { title, aboutYear: String(aboutYear), areaIds }, errors)
    const page = <ReportFormPage t={t} id={id} version={version} form={form} neighbourhoods={neighbourhoods} />
    return workplacePage(c, { title: t('analysis.reports.describe') }, page, errors ? 422 : 200)
  }
}

/** The workspace of one report; with the form of the second reader as it was typed. */
export async function reportPage(
  c: Ctx,
  { transact }: Needs,
  typed?: FormValues,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const shown = await withReport(c, transact, reportShown)
  const { report } = shown
  const isReader = secondReadReports.allows(actor) && maySecondRead(report, actor.userId)
  return workplacePage(
    c,
    { title: report.title },
    <ReportPage
      {...shown}
      t={t}
      languages={municipalityOf(c).languages}
      mayWrite={writeReports.allows(actor)}
      mayPublish={publishReports.allows(actor)}
      reading={isReader ? filledForm(t, typed ?? {}, errors) : undefined}
    />,
    errors ? 422 : 200,
  )
}

async function reportShown(tx: Tx, report: Report) {
  const told = await toldIn(tx, report)
  return {
    ...told,
    areaNames: await areaNamesOf(tx, [report]),
    translations: await translationsOf(tx, report.id),
    passages: passagesOf(told),
    lacking: lacksOf(await standingOf(tx, report)),
    before: report.followsId ? await reportById(tx, report.followsId) : undefined,
    successor: await successorOf(tx, report.id),
  }
}

const keyOnly = (contents: Contents): Contents => ({ ...contents, figures: keyFigures(contents) })

/** Nothing to compare is not found: the first report, or one that was not put together yet. */
async function changesShown(tx: Tx, report: Report) {
  const before = report.followsId ? await reportById(tx, report.followsId) : undefined
  const [earlier, contents] = [before && (await contentsOf(tx, before.id)), await contentsOf(tx, report.id)]
  if (!before || !earlier || !contents) return notFound('changes of analysis', report.id)
  const changes = changesBetween(
    { contents: keyOnly(earlier), priorities: await prioritiesOf(tx, before.id) },
    { contents: keyOnly(contents), priorities: await prioritiesOf(tx, report.id) },
  )
  return { before, changes, areas: contents.areas }
}

/** Names of the neighbourhoods of some reports, gone ones too. */
async function areaNamesOf(tx: Tx, reports: readonly Report[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(reports.flatMap(({ areaIds }) => areaIds))]
  const areas = ids.length > 0 ? await neighbourhoodsOf(tx, { ids }) : []
  return new Map(areas.map(({ id, name }) => [id, name]))
}
