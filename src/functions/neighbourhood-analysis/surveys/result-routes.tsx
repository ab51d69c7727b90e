import {
  type Ctx,
  may,
  municipalityOf,
  notFound,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { spreadsheetOf } from '../../../platform/spreadsheet/spreadsheet.ts'
import { workbookOf } from '../../../platform/spreadsheet/workbook.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { readSurveys } from './access.ts'
import { spokenIn } from './questionnaire/spoken.ts'
import { loadResults } from './results/load-results.ts'
import { resultRows } from './results/result-rows.ts'
import { surveyAsked } from './rounds/survey-asked.ts'
import { textRoutes } from './text-routes.tsx'
import { ResultsPage } from './views/results-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact'>

/** What came of a survey, on a page and as a spreadsheet; both of shown figures alone. */
export function resultRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/surveys/:id/results', may(readSurveys), async (c) => {
    const t = c.get('t')
    const shown = await shownResults(c)
    const page = <ResultsPage t={t} {...shown} />
    return workplacePage(c, { title: t('analysis.survey.resultsOf', { title: shown.survey.title }) }, page)
  })

  routes.get('/analysis/surveys/:id/results.csv', may(readSurveys), async (c) => {
    const { results, ...shown } = await shownResults(c)
    if (!results) notFound('results of survey', shown.survey.id)
    return file(c, 'csv', 'text/csv; charset=utf-8', spreadsheetOf(resultRows(c.get('t'), { ...shown, results })))
  })

  routes.get('/analysis/surveys/:id/results.xlsx', may(readSurveys), async (c) => {
    const { results, ...shown } = await shownResults(c)
    if (!results) notFound('results of survey', shown.survey.id)
    const rows = resultRows(c.get('t'), { ...shown, results })
    const workbook = await workbookOf([{ name: 'Meernet', rows: rows.map((row) => row.map(numberOrText)) }])
    const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return file(c, 'xlsx', kind, new Uint8Array(workbook))
  })

  textRoutes(routes, needs)

  async function shownResults(c: Ctx) {
    const survey = await surveyAsked(c, transact)
    const actor = staffOf(c)
    const results = await loadResults(transact, actor.municipalityId, survey)
    const ids = results?.areas.map(({ id }) => id) ?? []
    const areas = await transact(actor, (tx) => neighbourhoodsOf(tx, { ids }))
    return {
      survey,
      results,
      spoken: spokenIn(survey.questionnaire, c.get('t').language),
      names: new Map(areas.map(({ id, name }) => [id, name])),
      municipality: municipalityOf(c).name,
    }
  }
}

function file(c: Ctx, ending: string, kind: string, content: string | Uint8Array<ArrayBuffer>): Response {
  return c.body(content, 200, {
    'Content-Type': kind,
    'Content-Disposition': `attachment; filename="survey-results.${ending}"`,
  })
}

const numberOrText = (cell: string) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell)
