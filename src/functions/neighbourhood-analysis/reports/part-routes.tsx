import { uuidv7 } from 'uuidv7'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { writeReports } from './access.ts'
import { choosePriority, gatherReport, noteMeeting, removePart } from './actions.ts'
import { gatherContents } from './contents/gather.ts'
import { contentsForm, groupCodes, meetingForm, priorityForm, versionForm } from './forms.ts'
import { meetingsOf, prioritiesOf, removeMeeting, removePriority } from './part-store.ts'
import { answerOf, reportIdOf, withReport } from './report-asked.ts'
import { contentsOf } from './report-store.ts'
import { ContentsPage } from './views/contents-page.tsx'
import { MeetingPage } from './views/meeting-page.tsx'
import { PriorityPage } from './views/priority-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact'>
const saved = 'analysis.reports.saved'

/** What goes into a report, its priorities, and where it was told back. */
export function partRoutes(routes: Routes, needs: Needs): void {
  contentsRoutes(routes, needs)
  priorityRoutes(routes, needs)
  meetingRoutes(routes, needs)
}

function contentsRoutes(routes: Routes, needs: Needs): void {
  const path = '/analysis/reports/:id/contents'

  routes.get(path, may(writeReports), async (c) => {
    const t = c.get('t')
    const { report, offered } = await withReport(c, needs.transact, async (tx, { areaIds, aboutYear }) => ({
      offered: await gatherContents(tx, { areaIds, aboutYear, leftOutFindings: [], leftOutIndicators: [] }, t.today),
    }))
    const indicators = [...new Set(offered.figures.map(({ indicator }) => indicator))]
    const form = filledForm(t, {
      findings: offered.findings.map(({ id }) => id).filter((id) => !report.leftOutFindings.includes(id)),
      indicators: indicators.filter((key) => !report.leftOutIndicators.includes(key)),
    })
    const page = <ContentsPage t={t} report={report} form={form} offered={offered} />
    return workplacePage(c, { title: t('analysis.reports.contents.choose') }, page)
  })

  routes.post(path, may(writeReports), async (c) => {
    const form = await parseForm(c, contentsForm)
    if (!form.ok) return c.redirect(`/analysis/reports/${reportIdOf(c)}/contents`, 303)
    const { version, offeredFindings, findings, offeredIndicators, indicators } = form.data
    const choice = {
      version,
      leftOutFindings: offeredFindings.filter((id) => !findings.includes(id)),
      leftOutIndicators: offeredIndicators.filter((key) => !indicators.includes(key)),
    }
    const done = await gatherReport(needs, staffOf(c), c.req.param('id'), choice, c.get('t').today)
    return answerOf(c, done, { flash: 'analysis.reports.contents.saved', typed: form.values })
  })
}

function priorityRoutes(routes: Routes, needs: Needs): void {
  const path = '/analysis/reports/:id/priorities'

  routes.get(`${path}/new`, may(writeReports), (c) => priorityPage(c, { id: uuidv7(), version: '0' }))

  routes.get(`${path}/:part`, may(writeReports), async (c) => {
    const { priorities } = await withReport(c, needs.transact, async (tx, { id }) => ({
      priorities: await prioritiesOf(tx, id),
    }))
    const kept = priorities.find(({ id }) => id === c.req.param('part')) ?? notFound('priority', 'unknown')
    return priorityPage(c, {
      ...kept,
      ...{ place: String(kept.place), residentsPresent: String(kept.residentsPresent), version: String(kept.version) },
      ...{
        dissent: kept.dissent ?? '',
        progress: kept.progress ?? '',
        became: kept.became ?? '',
        followsId: undefined,
      },
    })
  })

  routes.post(path, may(writeReports), async (c) => {
    const form = await parseForm(c, priorityForm)
    if (!form.ok) return priorityPage(c, form.values, form.errors)
    const done = await choosePriority(needs, staffOf(c), c.req.param('id'), form.data)
    return answerOf(c, done, { flash: saved, typed: form.values })
  })

  removalRoute(routes, needs, `${path}/:part/removal`, removePriority)

  async function priorityPage(c: Ctx, values: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const { report, contents, priorities } = await withReport(c, needs.transact, async (tx, { id }) => ({
      contents: await contentsOf(tx, id),
      priorities: await prioritiesOf(tx, id),
    }))
    const filled = { ...values, place: values.place ?? String(priorities.length + 1) }
    return workplacePage(
      c,
      { title: t('analysis.reports.priority.one') },
      <PriorityPage
        t={t}
        report={report}
        {...seenIn(values)}
        form={filledForm(t, filled, errors)}
        findings={contents?.findings ?? []}
      />,
      errors ? 422 : 200,
    )
  }
}

function meetingRoutes(routes: Routes, needs: Needs): void {
  const path = '/analysis/reports/:id/meetings'

  routes.get(`${path}/new`, may(writeReports), (c) => meetingPage(c, { id: uuidv7(), version: '0' }))

  routes.get(`${path}/:part`, may(writeReports), async (c) => {
    const { meetings } = await withReport(c, needs.transact, async (tx, { id }) => ({
      meetings: await meetingsOf(tx, id),
    }))
    const kept = meetings.find(({ id }) => id === c.req.param('part')) ?? notFound('meeting', 'unknown')
    const { groupsPresent, ...facts } = kept
    const groups = Object.entries(groupsPresent).map(([code, count]) => [`group.${code}`, String(count)])
    return meetingPage(c, {
      ...facts,
      ...{ peoplePresent: String(kept.peoplePresent), version: String(kept.version) },
      ...{ confirmed: kept.confirmed ?? '', corrected: kept.corrected ?? '', added: kept.added ?? '' },
      ...Object.fromEntries(groups),
    })
  })

  routes.post(path, may(writeReports), async (c) => {
    const { today } = c.get('t')
    const form = await parseForm(c, meetingForm(today))
    if (!form.ok) return meetingPage(c, form.values, form.errors)
    const done = await noteMeeting(needs, staffOf(c), c.req.param('id'), form.data, groupCodes(today))
    const again = (errors: FormErrors) => meetingPage(c, form.values, errors)
    return answerOf(c, done, { flash: saved, typed: form.values, again })
  })

  removalRoute(routes, needs, `${path}/:part/removal`, removeMeeting)

  async function meetingPage(c: Ctx, values: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const { report } = await withReport(c, needs.transact, async () => ({}))
    const groups = groupCodes(t.today)
    const form = filledForm(t, values, errors)
    const page = <MeetingPage t={t} report={report} {...seenIn(values)} form={form} groups={groups} />
    return workplacePage(c, { title: t('analysis.reports.meeting.one') }, page, errors ? 422 : 200)
  }
}

/** Takes a part away; somebody who saw an earlier version of it comes second. */
function removalRoute(routes: Routes, needs: Needs, path: string, remove: typeof removePriority): void {
  routes.post(path, may(writeReports), async (c) => {
    const form = await parseForm(c, versionForm)
    const part = c.req.param('part') ?? ''
    if (!identifier().safeParse(part).success) notFound('part of analysis', 'unknown')
    const version = form.ok ? form.data.version : 0
    const reportId = reportIdOf(c)
    const done = await removePart(needs, staffOf(c), reportId, (tx) => remove(tx, reportId, part, version))
    return answerOf(c, done, { flash: 'analysis.reports.removed', typed: form.values })
  })
}

const seenIn = ({ id, version }: FormValues) => ({ id: String(id ?? uuidv7()), version: Number(version ?? 0) || 0 })
