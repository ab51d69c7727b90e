import { systemActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { sheetsOf } from '../rounds/answer-store.ts'
import type { SurveyWithQuestions } from '../rounds/survey.ts'
import { surveysOf } from '../rounds/survey-store.ts'
import { resultsOf, type SurveyResults } from './results.ts'
import { toldOf } from './told-store.ts'

/**
 * What came of a survey, beside the finished round before it with the same questions. Nothing while answers still come in: the
 * difference between two looks would be the answer of somebody. Only the program reads the sheets.
 */
export function loadResults(
  transact: Transact,
  municipalityId: string,
  survey: SurveyWithQuestions,
): Promise<SurveyResults | null> {
  return transact(systemActor(municipalityId, 'survey results'), (tx) => resultsIn(tx, survey))
}

/** As above, in a transaction of the program. */
export async function resultsIn(tx: Tx, survey: SurveyWithQuestions): Promise<SurveyResults | null> {
  if (survey.state !== 'finished') return null
  const rounds = await surveysOf(tx)
  const before = rounds.find(
    ({ id, state, questionnaireId, createdAt }) =>
      id !== survey.id &&
      state === 'finished' &&
      questionnaireId === survey.questionnaireId &&
      createdAt < survey.createdAt,
  )
  return roundIn(tx, survey, before ? await roundIn(tx, before, null) : null)
}

/** Of one round; what was told then, once its sheets are gone. */
async function roundIn(tx: Tx, round: SurveyWithQuestions, before: SurveyResults | null) {
  if (round.answersGoneOn) return toldOf(tx, round.id)
  return resultsOf(round.questionnaire, await sheetsOf(tx, round.id), dayOf(round), before)
}

const dayOf = ({ finishedOn, closesOn }: SurveyWithQuestions) => finishedOn ?? closesOn
