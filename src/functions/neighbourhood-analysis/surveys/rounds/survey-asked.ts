import type { Transact } from '../../../../platform/database/transact.ts'
import { type Ctx, notFound, staffOf } from '../../../../platform/http/index.ts'
import type { SurveyWithQuestions } from './survey.ts'
import { surveysOf } from './survey-store.ts'

/** The survey that the address of the page names; not found when it is of another municipality. */
export async function surveyAsked(c: Ctx, transact: Transact): Promise<SurveyWithQuestions> {
  const id = c.req.param('id') ?? ''
  const [found] = await transact(staffOf(c), (tx) => surveysOf(tx, { id }))
  return found ?? notFound('survey', id)
}
