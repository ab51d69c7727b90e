import { systemActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { sheetsOf } from '../rounds/answer-store.ts'
import type { SurveyWithQuestions } from '../rounds/survey.ts'
import { surveysOf } from '../rounds/survey-store.ts'
import { resultsOf, type SurveyResults } from './results.ts'

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
  const results = (round: SurveyWithQuestions, than: SurveyResults | null) =>
    sheetsOf(tx, round.id).then((sheets) => resultsOf(round.questionnaire, sheets, dayOf(round), than))
  return results(survey, before ? await results(before, null) : null)
}

const dayOf = ({ finishedOn, closesOn }: SurveyWithQuestions) => finishedOn ?? closesOn
