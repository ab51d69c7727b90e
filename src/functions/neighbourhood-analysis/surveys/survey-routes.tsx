import { uuidv7 } from 'uuidv7'
import { systemActor } from '../../../platform/access/actor.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
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
import type { AnalysisNeeds } from '../needs.ts'
import { leadSurveys, readSurveys, typeInAnswers } from './access.ts'
import { countOf, editSurvey, makeSurvey, moveOn, type SurveyStep } from './rounds/actions.ts'
import { sheetCounts } from './rounds/answer-store.ts'
import { stepForm, surveyForm, valuesOf } from './rounds/forms.ts'
import { questionnairesOf } from './rounds/questionnaire-store.ts'
import { type SurveyWithQuestions, toldCount } from './rounds/survey.ts'
import { surveyAsked } from './rounds/survey-asked.ts'
import { surveysOf } from './rounds/survey-store.ts'
import { modulesOf } from './views/qr-modules.ts'
import { QuestionnairePage } from './views/questionnaire-page.tsx'
import { SurveyFormPage } from './views/survey-form-page.tsx'
import { SurveyPage } from './views/survey-page.tsx'
import { SurveysPage } from './views/surveys-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact' | 'address'>

/** Surveys: the list, making one, opening and finishing it. */
export function surveyListRoutes(routes: Routes, needs: Needs): void {
  listRoutes(routes, needs)
  oneSurveyRoutes(routes, needs)
}

function listRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/surveys', may(readSurveys), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const [surveys, questionnaires] = await transact(actor, async (tx) => [
      await surveysOf(tx),
      await questionnairesOf(tx),
    ])
    const counts = await transact(systemActor(actor.municipalityId, 'count survey answers'), sheetCounts)
    const told = surveys.map((survey) => ({ survey, count: toldCount(counts.get(survey.id) ?? 0) }))
    const page = (
      <SurveysPage t={t} surveys={told} questionnaires={questionnaires} mayLead={leadSurveys.allows(actor)} />
    )
    return workplacePage(c, { title: t('analysis.survey.title') }, page)
  })

  routes.get('/analysis/surveys/new', may(leadSurveys), (c) =>
    formPage(c, needs, { id: uuidv7(), questionnaire: c.req.query('questionnaire') ?? 'pulse' }),
  )

  routes.post('/analysis/surveys', may(leadSurveys), async (c) => {
    const form = await parseForm(c, surveyForm)
    if (!form.ok) return formPage(c, needs, form.values, undefined, form.errors)
    const made = await makeSurvey(needs, staffOf(c), form.data, c.get('t').today)
    if (made.kind === 'refused')
      return formPage(c, needs, form.values, undefined, [{ field: made.field, key: made.reason, values: {} }])
    leaveFlash(c, 'analysis.survey.saved')
    return c.redirect(`/analysis/surveys/${form.data.id}`, 303)
  })

  routes.get('/analysis/surveys/questionnaires/:questionnaireId', may(readSurveys), async (c) => {
    const id = c.req.param('questionnaireId')
    const [kept] = await transact(staffOf(c), (tx) => questionnairesOf(tx, id))
    const page = <QuestionnairePage t={c.get('t')} kept={kept ?? notFound('questionnaire', id)} />
    return workplacePage(c, { title: c.get('t')('analysis.survey.questions') }, page)
  })
}

function oneSurveyRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/surveys/:id', may(readSurveys), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const survey = await surveyAsked(c, transact)
    const neighbourhoods = await transact(actor, (tx) => neighbourhoodsOf(tx, { ids: survey.neighbourhoodIds }))
    const count = await countOf(transact, actor.municipalityId, survey.id)
    const link = `${needs.address()}/in/${municipalityOf(c).slug}/survey/${survey.code}`
    const props = { t, survey, neighbourhoods, count: toldCount(count), link, modules: modulesOf(link) }
    const rights = { mayLead: leadSurveys.allows(actor), mayType: typeInAnswers.allows(actor) }
    return workplacePage(c, { title: survey.title }, <SurveyPage {...props} {...rights} />)
  })

  routes.get('/analysis/surveys/:id/edit', may(leadSurveys), async (c) => {
    const survey = await surveyAsked(c, transact)
    return formPage(c, needs, valuesOf(survey), survey)
  })

  routes.post('/analysis/surveys/:id', may(leadSurveys), async (c) => {
    const survey = await surveyAsked(c, transact)
    const form = await parseForm(c, surveyForm)
    if (!form.ok) return formPage(c, needs, form.values, survey, form.errors)
    if (form.data.version === undefined) conflict('form without version')
    const saved = await editSurvey(needs, staffOf(c), survey, form.data, c.get('t').today)
    if (saved.kind === 'refused')
      return formPage(c, needs, form.values, survey, [{ field: saved.field, key: saved.reason, values: {} }])
    if (saved.kind === 'changed') changed(survey, form.values)
    leaveFlash(c, 'analysis.survey.saved')
    return c.redirect(`/analysis/surveys/${survey.id}`, 303)
  })

  routes.post('/analysis/surveys/:id/opening', may(leadSurveys), (c) => step(needs, c, 'opening'))
  routes.post('/analysis/surveys/:id/finishing', may(leadSurveys), (c) => step(needs, c, 'finishing'))
  routes.post('/analysis/surveys/:id/reopening', may(leadSurveys), (c) => step(needs, c, 'reopening'))
}

async function step(needs: Needs, c: Ctx, kind: SurveyStep): Promise<Response> {
  const survey = await surveyAsked(c, needs.transact)
  const form = await parseForm(c, stepForm)
  if (!form.ok) conflict('form without version')
  const seen = { version: form.data.version, today: c.get('t').today }
  const moved = await moveOn(needs, staffOf(c), survey, kind, seen)
  if (moved === 'changed') changed(survey)
  leaveFlash(c, moved === 'hasResults' ? 'analysis.survey.hasResults' : `analysis.survey.done.${kind}`)
  return c.redirect(`/analysis/surveys/${survey.id}`, 303)
}

async function formPage(
  c: Ctx,
  { transact }: Needs,
  values: FormValues,
  survey?: SurveyWithQuestions,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const [neighbourhoods, questionnaires] = await transact(staffOf(c), async (tx) => [
    await neighbourhoodsOf(tx, { also: survey?.neighbourhoodIds }),
    await questionnairesOf(tx),
  ])
  const page = (
    <SurveyFormPage
      t={t}
      form={filledForm(t, values, errors)}
      survey={survey}
      neighbourhoods={neighbourhoods}
      questionnaires={questionnaires}
    />
  )
  return workplacePage(
    c,
    { title: t(survey ? 'analysis.survey.edit' : 'analysis.survey.new') },
    page,
    errors ? 422 : 200,
  )
}

function changed(survey: SurveyWithQuestions, typed?: FormValues): never {
  changedMeanwhile({ subject: { type: 'survey', id: survey.id }, now: `/analysis/surveys/${survey.id}`, typed })
}
