import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { publicActor } from '../../../platform/access/actor.ts'
import { everyone } from '../../../platform/access/rule.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  focusPage,
  identifier,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
} from '../../../platform/http/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { checkAnswers, givenIn } from './questionnaire/answering.ts'
import { type Part, partFrom, partsBefore } from './questionnaire/route.ts'
import { spokenIn } from './questionnaire/spoken.ts'
import { takeSheet } from './rounds/actions.ts'
import { isOpenByLink, readSurveyCode, type SurveyWithQuestions } from './rounds/survey.ts'
import { surveysOf } from './rounds/survey-store.ts'
import { errorsOf, fieldOf, typedIn } from './rounds/typed-form.ts'
import {
  AnswerPartPage,
  AnswerStartPage,
  SurveyClosedPage,
  SurveyCodePage,
  SurveyThanksPage,
} from './views/answer-pages.tsx'

type Needs = Pick<AnalysisNeeds, 'transact' | 'limitRate'>

/** Where somebody is: at the start, or at the part that begins at a place of the questionnaire. What was answered travels in the form. */
const sheetForm = z.looseObject({
  id: identifier(),
  at: z.union([z.literal('start'), z.coerce.number().int().min(0).max(500)]),
  go: z.string().optional(),
  neighbourhood: z.string().optional(),
  website: z.string().optional(),
})
type SheetForm = z.output<typeof sheetForm>

/** Answering a survey by link or QR code: without signing in, without script, and nothing kept of who or on what. */
export function answerRoutes(routes: Routes, needs: Needs): void {
  const send = needs.limitRate({ bucket: 'survey answer', max: 200, windowSeconds: 900 })

  routes.get('/in/:municipality/survey', may(everyone), (c) => {
    const t = c.get('t')
    const typed = c.req.query('code')
    const code = readSurveyCode(typed ?? '')
    if (code) return c.redirect(`${surveyPath(c)}/${code}`, 303)
    const errors = typed ? [{ field: 'code', key: 'resident.survey.error.code', values: {} }] : []
    const page = <SurveyCodePage t={t} path={surveyPath(c)} form={filledForm(t, { code: typed }, errors)} />
    return focusPage(c, { title: t('resident.survey.code.title') }, page, typed ? 422 : 200)
  })

  routes.get('/in/:municipality/survey/:survey', may(everyone), async (c) => {
    const survey = await surveyAsked(needs, c)
    return isOpenByLink(survey, c.get('t').today)
      ? startPage(needs, c, survey, { id: randomUUID() })
      : closedPage(c, survey)
  })

  routes.get('/in/:municipality/survey/:survey/thanks', may(everyone), async (c) => {
    const t = c.get('t')
    const survey = await surveyAsked(needs, c)
    const page = <SurveyThanksPage t={t} path={codePath(c, survey)} home={`/in/${municipalityOf(c).slug}`} />
    return focusPage(c, { title: t('resident.survey.thanks') }, page)
  })

  routes.post('/in/:municipality/survey/:survey', may(everyone), send, async (c) => {
    const survey = await surveyAsked(needs, c)
    const { questionnaire } = survey
    const today = c.get('t').today
    if (!isOpenByLink(survey, today)) return closedPage(c, survey)
    const form = await parseForm(c, sheetForm)
    if (!form.ok || form.data.website) return c.redirect(codePath(c, survey), 303)
    const typed = typedIn(questionnaire, form.values)
    const given = givenIn(questionnaire, typed)
    const { at, go } = form.data
    if (at === 'start') return partPage(c, survey, form.values, partFrom(questionnaire, given, 0, today))
    if (go === 'back') {
      const before = partsBefore(questionnaire, given, at, today).at(-1)
      if (before === undefined) return startPage(needs, c, survey, form.values)
      return partPage(c, survey, form.values, partFrom(questionnaire, given, before, today))
    }
    const part = partFrom(questionnaire, given, at, today)
    const only = new Set(part.questions.map(({ name }) => name))
    const checking = { today, language: c.get('t').language }
    const { problems } = checkAnswers(questionnaire, typed, { ...checking, only })
    if (problems.length > 0) return partPage(c, survey, form.values, part, errorsOf(problems))
    const next = part.next === null ? undefined : partFrom(questionnaire, given, part.next, today)
    if (next && next.questions.length > 0) return partPage(c, survey, form.values, next)
    return keep(needs, c, survey, form.data, form.values)
  })
}

async function keep(
  needs: Needs,
  c: Ctx,
  survey: SurveyWithQuestions,
  sheet: SheetForm,
  values: FormValues,
): Promise<Response> {
  const { language, today } = c.get('t')
  const checked = checkAnswers(survey.questionnaire, typedIn(survey.questionnaire, values), { today, language })
  const isEmpty = checked.answers.size === 0 && checked.written.length === 0
  const errors: FormErrors = isEmpty
    ? [
        {
          field: fieldOf(survey.questionnaire.questions[0]?.name ?? ''),
          key: 'resident.survey.error.empty',
          values: {},
        },
      ]
    : errorsOf(checked.problems)
  if (errors.length > 0)
    return partPage(c, survey, values, partFrom(survey.questionnaire, checked.answers, 0, today), errors)
  const neighbourhoodId = survey.neighbourhoodIds.find((id) => id === sheet.neighbourhood) ?? null
  const spoken = spokenIn(survey.questionnaire, language)
  const taken = await takeSheet(
    needs,
    { id: survey.id, municipalityId: municipalityOf(c).id },
    { ...checked, id: sheet.id, neighbourhoodId, mode: 'link', language: spoken.language },
    today,
  )
  return taken === 'kept' ? c.redirect(`${codePath(c, survey)}/thanks`, 303) : closedPage(c, survey)
}

async function surveyAsked(needs: Needs, c: Ctx): Promise<SurveyWithQuestions> {
  const code = readSurveyCode(c.req.param('survey') ?? '') ?? notFound('survey', 'of that code')
  const [survey] = await needs.transact(publicActor(municipalityOf(c).id), (tx) => surveysOf(tx, { code }))
  return survey && survey.state !== 'draft' ? survey : notFound('survey', 'of that code')
}

async function startPage(needs: Needs, c: Ctx, survey: SurveyWithQuestions, values: FormValues): Promise<Response> {
  const t = c.get('t')
  const neighbourhoods = await needs.transact(publicActor(municipalityOf(c).id), (tx) =>
    neighbourhoodsOf(tx, { ids: survey.neighbourhoodIds }),
  )
  const spoken = spokenIn(survey.questionnaire, t.language)
  const props = { t, survey, spoken, municipality: municipalityOf(c), path: codePath(c, survey), values }
  return focusPage(c, { title: spoken.title }, <AnswerStartPage {...props} neighbourhoods={neighbourhoods} />)
}

function partPage(
  c: Ctx,
  survey: SurveyWithQuestions,
  values: FormValues,
  part: Part,
  errors: FormErrors = [],
): Response {
  const t = c.get('t')
  const given = givenIn(survey.questionnaire, typedIn(survey.questionnaire, values))
  const spoken = spokenIn(survey.questionnaire, t.language, given)
  const props = { t, survey, spoken, part, values, errors, path: codePath(c, survey) }
  const title = errors.length > 0 ? `${t('resident.survey.mistake')} ${spoken.title}` : spoken.title
  return focusPage(c, { title }, <AnswerPartPage {...props} />, errors.length > 0 ? 422 : 200)
}

function closedPage(c: Ctx, survey: SurveyWithQuestions): Response {
  const t = c.get('t')
  const spoken = spokenIn(survey.questionnaire, t.language)
  const home = `/in/${municipalityOf(c).slug}`
  return focusPage(c, { title: spoken.title }, <SurveyClosedPage t={t} spoken={spoken} home={home} />)
}

const surveyPath = (c: Ctx) => `/in/${municipalityOf(c).slug}/survey`
const codePath = (c: Ctx, { code }: SurveyWithQuestions) => `${surveyPath(c)}/${code}`
