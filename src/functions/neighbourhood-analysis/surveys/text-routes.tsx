import {
  type Ctx,
  changedMeanwhile,
  conflict,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { leadSurveys } from './access.ts'
import { spokenIn } from './questionnaire/spoken.ts'
import { textReadingForm } from './rounds/forms.ts'
import { readingOf } from './rounds/reading.ts'
import type { SurveyWithQuestions } from './rounds/survey.ts'
import { surveyAsked } from './rounds/survey-asked.ts'
import { saveReading, textsOf } from './rounds/text-store.ts'
import { type RefusedReading, TextsPage } from './views/texts-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact'>

/** What residents wrote: read once the survey is finished, quoted only after two people saw to it that nobody is in it (P14). */
export function textRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/analysis/surveys/:id/texts', may(leadSurveys), async (c) => textsPage(c, await finishedSurvey(c)))

  routes.post('/analysis/surveys/:id/texts/:textId/reading', may(leadSurveys), async (c) => {
    const survey = await finishedSurvey(c)
    const actor = staffOf(c)
    const id = c.req.param('textId')
    const form = await parseForm(c, textReadingForm)
    const typed = typeof form.values.text === 'string' ? form.values.text : ''
    if (!form.ok) {
      const [wrong] = form.errors.filter(({ field }) => field === 'text')
      if (!wrong || form.errors.length > 1) conflict('reading without version or decision')
      return textsPage(c, survey, { id, typed, error: c.get('t')(wrong.key, wrong.values) })
    }
    const path = `/analysis/surveys/${survey.id}/texts`
    const { version, text, decision } = form.data
    const done = await transact(actor, async (tx) => {
      const [kept] = await textsOf(tx, survey.id, { id })
      if (!kept) notFound('text of survey', id)
      if (kept.version !== version) return 'changed'
      const reading = readingOf(kept, { decision, userId: actor.userId, text, today: c.get('t').today })
      if (reading.kind === 'refused') return reading.reason
      if (!(await saveReading(tx, { ...reading, id, version, zoneId: actor.zoneId }))) return 'changed'
      tx.audit({ action: 'read survey text', subject: { type: 'survey', id: survey.id } })
      return 'saved'
    })
    if (done === 'changed')
      changedMeanwhile({ subject: { type: 'survey', id: survey.id }, now: path, typed: form.values })
    if (done !== 'saved')
      return textsPage(c, survey, { id, typed, error: c.get('t')(`analysis.survey.reading.${done}`) })
    leaveFlash(c, 'analysis.survey.reading.saved')
    return c.redirect(path, 303)
  })

  async function textsPage(c: Ctx, survey: SurveyWithQuestions, refused?: RefusedReading): Promise<Response> {
    const t = c.get('t')
    const actor = staffOf(c)
    const texts = await transact(actor, async (tx) => {
      tx.audit({ action: 'read survey texts', subject: { type: 'survey', id: survey.id } })
      return textsOf(tx, survey.id)
    })
    const spoken = spokenIn(survey.questionnaire, t.language)
    const page = { t, survey, spoken, texts, userId: actor.userId, refused }
    return workplacePage(c, { title: t('analysis.survey.texts') }, <TextsPage {...page} />, refused ? 422 : 200)
  }

  async function finishedSurvey(c: Ctx) {
    const survey = await surveyAsked(c, transact)
    return survey.state === 'finished' ? survey : notFound('finished survey', survey.id)
  }
}
