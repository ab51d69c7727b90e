import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  type Ctx,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  leaveFlash,
  may,
  municipalityOf,
  parseForm,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { catalogue, residentLanguages, textsIn } from '../../../platform/messages/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { leadSurveys, typeInAnswers } from './access.ts'
import { checkAnswers } from './questionnaire/answering.ts'
import { spokenIn } from './questionnaire/spoken.ts'
import { takeSheet } from './rounds/actions.ts'
import { type SurveyWithQuestions, takesTyped } from './rounds/survey.ts'
import { surveyAsked } from './rounds/survey-asked.ts'
import { errorsOf, typedIn } from './rounds/typed-form.ts'
import { PaperSheets } from './views/paper-sheets.tsx'
import { modulesOf } from './views/qr-modules.ts'
import { TypeInPage } from './views/type-in-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact' | 'address' | 'clock'>

const sheetForm = z.looseObject({
  id: identifier(),
  mode: z.enum(['paper', 'staff'], { error: 'form.error.choose' }),
  language: z.string().max(60),
  neighbourhood: z.string().optional(),
})

/** The two ways without a screen: sheets of paper that are typed in, and somebody who asks. */
export function typeInRoutes(routes: Routes, needs: Needs): void {
  const { transact, address, clock } = needs

  routes.get('/analysis/surveys/:id/type-in', may(typeInAnswers), async (c) => {
    const survey = await surveyTyped(needs, c)
    const mode = c.req.query('mode') === 'staff' ? 'staff' : 'paper'
    const asked = c.req.query('language')
    const language =
      survey.questionnaire.languages.find((one) => one === asked) ?? survey.questionnaire.languages[0] ?? ''
    return sheetPage(needs, c, survey, {
      id: randomUUID(),
      mode,
      language,
      neighbourhood: c.req.query('neighbourhood'),
    })
  })

  routes.post('/analysis/surveys/:id/answers', may(typeInAnswers), async (c) => {
    const survey = await surveyTyped(needs, c)
    const form = await parseForm(c, sheetForm)
    if (!form.ok) return sheetPage(needs, c, survey, form.values, form.errors)
    const { id, mode, language, neighbourhood } = form.data
    const today = c.get('t').today
    const typed = typedIn(survey.questionnaire, form.values)
    const checked = checkAnswers(survey.questionnaire, typed, { today, language, mayLeaveOut: true })
    const isEmpty = checked.answers.size === 0 && checked.written.length === 0
    const errors = isEmpty
      ? [{ field: 'neighbourhood', key: 'resident.survey.error.empty', values: {} }]
      : errorsOf(checked.problems)
    if (errors.length > 0) return sheetPage(needs, c, survey, form.values, errors)
    const neighbourhoodId = survey.neighbourhoodIds.find((one) => one === neighbourhood) ?? null
    const spoken = spokenIn(survey.questionnaire, language)
    const sheet = { ...checked, id, mode, neighbourhoodId, language: spoken.language }
    const taken = await takeSheet({ transact }, { ...survey, municipalityId: municipalityOf(c).id }, sheet, today)
    if (taken === 'finished') conflict('survey is finished')
    leaveFlash(c, 'analysis.survey.typed')
    // Of the next sheet: what was chosen, never what was typed.
    const again = new URLSearchParams({ mode, language: spoken.language, neighbourhood: neighbourhoodId ?? '' })
    return c.redirect(`/analysis/surveys/${survey.id}/type-in?${again}`, 303)
  })

  routes.get('/analysis/surveys/:id/paper', may(leadSurveys), async (c) => {
    const t = c.get('t')
    const survey = await surveyAsked(c, transact)
    const asked = c.req.query('language') ?? ''
    const spoken = spokenIn(survey.questionnaire, asked)
    const words = residentLanguages.find((one) => one === spoken.language) ?? 'nl'
    const municipality = municipalityOf(c)
    const link = `${address()}/in/${municipality.slug}/survey/${survey.code}`
    const neighbourhoods = await transact(staffOf(c), (tx) => neighbourhoodsOf(tx, { ids: survey.neighbourhoodIds }))
    const props = { survey, spoken, municipality, neighbourhoods, link, modules: modulesOf(link) }
    return printPage(
      c,
      {
        title: spoken.title,
        back: { href: `/analysis/surveys/${survey.id}`, text: survey.title },
        hint: t('analysis.survey.paper.hint'),
      },
      <PaperSheets {...props} t={textsIn(catalogue, words, clock())} />,
    )
  })
}

async function surveyTyped(needs: Needs, c: Ctx): Promise<SurveyWithQuestions> {
  const survey = await surveyAsked(c, needs.transact)
  return takesTyped(survey) ? survey : conflict('survey takes no answers')
}

async function sheetPage(
  needs: Needs,
  c: Ctx,
  survey: SurveyWithQuestions,
  values: FormValues,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const neighbourhoods = await needs.transact(staffOf(c), (tx) =>
    neighbourhoodsOf(tx, { ids: survey.neighbourhoodIds }),
  )
  const page = <TypeInPage t={t} survey={survey} neighbourhoods={neighbourhoods} form={filledForm(t, values, errors)} />
  return workplacePage(c, { title: t('analysis.survey.typeIn') }, page, errors ? 422 : 200)
}
