import type { Tx } from '../../../../platform/database/transact.ts'
import type { SurveyResults } from './results.ts'

/** Keeps what was told of a survey, because its sheets go; what was kept before stays. As the program. */
export async function keepTold(tx: Tx, surveyId: string, results: SurveyResults): Promise<void> {
  await tx.db
    .insertInto('analysis.survey_result')
    .values({ municipality_id: tx.actor.municipalityId, survey_id: surveyId, told: JSON.stringify(results) })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'survey_id']).doNothing())
    .execute()
}

/** What was told of a survey whose sheets are gone; null when that was nothing. As the program. */
export async function toldOf(tx: Tx, surveyId: string): Promise<SurveyResults | null> {
  const row = await tx.db
    .selectFrom('analysis.survey_result')
    .select('told')
    .where('survey_id', '=', surveyId)
    .executeTakeFirst()
  // Written by `keepTold`.
  return row ? (row.told as unknown as SurveyResults) : null
}
