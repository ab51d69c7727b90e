import { everyone } from '../../../../platform/access/rule.ts'
import {
  actorOf,
  type Ctx,
  identifier,
  may,
  municipalityOf,
  notFound,
  publicPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../../needs.ts'
import { readReports } from '../access.ts'
import type { ReportArea } from '../contents/contents.ts'
import { fileAnswer, linkedAnswer, linkedDataType } from '../exports/file-answer.ts'
import { isPublic } from '../report.ts'
import { reportById, reportsOf } from '../report-store.ts'
import { municipalityWord } from './area-choice.tsx'
import { FiguresDocument } from './figures-document.tsx'
import { PublishedListPage } from './list-page.tsx'
import { OverTimeDocument } from './over-time-document.tsx'
import { type ReportToRead, reportToRead, titleOf, titlesFor } from './published-report.ts'
import { fileNames, ReportDocument } from './report-document.tsx'

type Needs = Pick<AnalysisNeeds, 'transact' | 'limitRate' | 'address'>

/** The analysis as its readers get it: in public once it is published, in the workplace always. */
export function documentRoutes(routes: Routes, needs: Needs): void {
  publicRoutes(routes, needs)
  workplaceRoutes(routes, needs)
  fileRoutes(routes, needs)
}

function publicRoutes(routes: Routes, needs: Needs): void {
  const base = '/in/:municipality/analysis'

  routes.get(base, may(everyone), async (c) => {
    const t = c.get('t')
    const list = await needs.transact(actorOf(c), async (tx) => {
      const reports = await reportsOf(tx, { states: ['published', 'superseded'] })
      return { reports, titles: await titlesFor(tx, reports, t.language) }
    })
    const page = <PublishedListPage t={t} municipality={municipalityOf(c)} {...list} />
    return publicPage(c, { title: t('resident.analysis.title'), isPublished: true }, page)
  })

  routes.get(`${base}/:id`, may(everyone), async (c) => {
    const toRead = await publishedAsked(c, needs)
    if (asksForLinkedData(c)) return linkedAnswer(c, toRead, addressOf(c, needs, toRead))
    c.header('Link', `<${publicPathOf(c, toRead)}/${fileNames.jsonld}>; rel="alternate"; type="${linkedDataType}"`)
    c.header('Vary', 'Accept', { append: true })
    const title = titleOf(toRead).text
    const cardHref = `/in/${municipalityOf(c).slug}/card`
    return publicPage(
      c,
      { title, isPublished: true },
      <ReportDocument {...propsOf(c, toRead, publicPathOf(c, toRead))} cardHref={cardHref} />,
    )
  })

  routes.get(`${base}/:id/figures`, may(everyone), async (c) => {
    const toRead = await publishedAsked(c, needs)
    const title = c.get('t')('resident.analysis.figures')
    const page = <FiguresDocument {...propsOf(c, toRead, publicPathOf(c, toRead))} area={areaAsked(c, toRead)} />
    return publicPage(c, { title, isPublished: true, hasPictures: true }, page)
  })

  routes.get(`${base}/:id/ages-and-years`, may(everyone), async (c) => {
    const toRead = await publishedAsked(c, needs)
    const title = c.get('t')('resident.analysis.overTime')
    return publicPage(c, { title, isPublished: true, hasPlots: true }, overTimePage(c, toRead, publicPathOf(c, toRead)))
  })
}

/** Who lives there by age, and figures through the years. */
function overTimePage(c: Ctx, toRead: ReportToRead, path: string) {
  const area = areaAsked(c, toRead) ?? notFound('neighbourhood', 'none in this analysis')
  return <OverTimeDocument {...propsOf(c, toRead, path)} area={area} />
}

/** The same as files: to print, to count with, for programs. */
function fileRoutes(routes: Routes, needs: Needs): void {
  const limit = needs.limitRate({ bucket: 'analysis files', max: 120, windowSeconds: 900 })

  routes.get('/in/:municipality/analysis/:id/:file', may(everyone), limit, async (c) => {
    const toRead = await publishedAsked(c, needs)
    return fileAnswer(c, toRead, addressOf(c, needs, toRead))
  })

  routes.get('/analysis/reports/:id/document/:file', may(readReports), async (c) => {
    const toRead = await reportAsked(c, needs)
    return fileAnswer(c, toRead, addressOf(c, needs, toRead))
  })
}

function workplaceRoutes(routes: Routes, needs: Needs): void {
  const path = '/analysis/reports/:id/document'

  routes.get(path, may(readReports), async (c) => {
    const toRead = await reportAsked(c, needs)
    const page = <ReportDocument {...propsOf(c, toRead, `/analysis/reports/${toRead.report.id}/document`)} />
    return workplacePage(c, { title: toRead.report.title }, page)
  })

  routes.get(`${path}/figures`, may(readReports), async (c) => {
    const toRead = await reportAsked(c, needs)
    const page = (
      <FiguresDocument
        {...propsOf(c, toRead, `/analysis/reports/${toRead.report.id}/document`)}
        area={areaAsked(c, toRead)}
      />
    )
    return workplacePage(c, { title: c.get('t')('resident.analysis.figures') }, page)
  })

  routes.get(`${path}/ages-and-years`, may(readReports), async (c) => {
    const toRead = await reportAsked(c, needs)
    const page = overTimePage(c, toRead, `/analysis/reports/${toRead.report.id}/document`)
    return workplacePage(c, { title: c.get('t')('resident.analysis.overTime') }, page)
  })
}

const propsOf = (c: Ctx, toRead: ReportToRead, path: string) => ({
  t: c.get('t'),
  toRead,
  municipality: municipalityOf(c),
  path,
})

const publicPathOf = (c: Ctx, { report }: ReportToRead) => `/in/${municipalityOf(c).slug}/analysis/${report.id}`

/** The neighbourhood asked for, else the first; one the report is not about is not found. */
function areaAsked(c: Ctx, { contents }: ReportToRead): ReportArea | undefined {
  const asked = c.req.query('area')
  if (asked === undefined) return contents.areas[0]
  return (
    contents.areas.find(({ id }) => (id ?? municipalityWord) === asked) ??
    notFound('neighbourhood', 'not in this analysis')
  )
}

/** Where everybody finds it, or will. */
const addressOf = (c: Ctx, { address }: Needs, toRead: ReportToRead) => address() + publicPathOf(c, toRead)

const asksForLinkedData = (c: Ctx) => /application\/(ld\+)?json/.test(c.req.header('accept') ?? '')

/** A published report, whoever asks; to anybody else it is not there. */
async function publishedAsked(c: Ctx, needs: Needs): Promise<ReportToRead> {
  const id = idOf(c)
  const toRead = await needs.transact(actorOf(c), async (tx) => {
    const report = await reportById(tx, id)
    return report && isPublic(report) ? reportToRead(tx, report, c.get('t').language) : undefined
  })
  return toRead ?? notFound('analysis', id)
}

/** A report in whatever state, for colleagues; one that was not put together has nothing to read. */
async function reportAsked(c: Ctx, needs: Needs): Promise<ReportToRead> {
  const id = idOf(c)
  const toRead = await needs.transact(staffOf(c), async (tx) => {
    const report = await reportById(tx, id)
    return report && reportToRead(tx, report, c.get('t').language)
  })
  return toRead ?? notFound('analysis', id)
}

function idOf(c: Ctx): string {
  const id = c.req.param('id') ?? ''
  return identifier().safeParse(id).success ? id : notFound('analysis', id)
}
