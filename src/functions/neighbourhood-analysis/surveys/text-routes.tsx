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
import { numberPatternsIn } from '../../../platform/texts-about-people/number-patterns.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { leadSurveys } from './access.ts'
import { spokenIn } from './questionnaire/spoken.ts'
import { textReadingForm } from './rounds/forms.ts'
import { readingOf } from './rounds/reading.ts'
import { surveyAsked } from './rounds/survey-asked.ts'
import { saveReading, textsOf } from './rounds/text-store.ts'
import { TextsPage } from './views/texts-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact'>

/** What residents wrote: read once the survey is finished, quoted only after two people saw to it that nobody is in it (P14). */
export function textRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/analysis/surveys/:id/texts', may(leadSurveys), async (c) => {
    const t = c.get('t')
    const survey = await finishedSurvey(c)
    const actor = staffOf(c)
    const texts = await transact(actor, async (tx) => {
      tx.audit({ action: 'read survey texts', subject: { type: 'survey', id: survey.id } })
      return textsOf(tx, survey.id)
    })
    const spoken = spokenIn(survey.questionnaire, t.language)
    const page = <TextsPage t={t} survey={survey} spoken={spoken} texts={texts} userId={actor.userId} />
    return workplacePage(c, { title: t('analysis.survey.texts') }, page)
  })

  routes.post('/analysis/surveys/:id/texts/:textId/reading', may(leadSurveys), async (c) => {
    const survey = await finishedSurvey(c)
    const actor = staffOf(c)
    const id = c.req.param('textId')
    const form = await parseForm(c, textReadingForm)
    if (!form.ok) conflict('reading without text or version')
    const path = `/analysis/surveys/${survey.id}/texts`
    const { version, text, decision } = form.data
    const done = await transact(actor, async (tx) => {
      const [kept] = await textsOf(tx, survey.id, { id })
      if (!kept) notFound('text of survey', id)
      if (numberPatternsIn(text).length > 0) return 'numbers'
      const reading = readingOf(kept, { decision, userId: actor.userId, text, today: c.get('t').today })
      if (reading.kind === 'refused') return reading.reason
      if (!(await saveReading(tx, { ...reading, id, version, zoneId: actor.zoneId }))) return 'changed'
      tx.audit({ action: 'read survey text', subject: { type: 'survey', id: survey.id } })
      return 'saved'
    })
    if (done === 'changed')
      changedMeanwhile({ subject: { type: 'survey', id: survey.id }, now: path, typed: form.values })
    leaveFlash(c, `analysis.survey.reading.${done}`)
    return c.redirect(path, 303)
  })

  async function finishedSurvey(c: Ctx) {
    const survey = await surveyAsked(c, transact)
    return survey.state === 'finished' ? survey : notFound('finished survey', survey.id)
  }
}
