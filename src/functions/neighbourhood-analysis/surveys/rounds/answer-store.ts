import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Answers } from '../questionnaire/evaluate.ts'
import { type AnswerMode, answerModes } from './survey.ts'

/** One answer sheet. NOTE only the program reads and writes these: a transaction of staff finds none. */
export type AnswerSheet = {
  readonly neighbourhoodId: string | null
  readonly mode: AnswerMode
  readonly language: string
  /** `2026-11`: nothing finer is kept. */
  readonly month: string
  readonly answers: Answers
}

const batchSheets = 500

/** Keeps answer sheets; gives the identifiers of those that are new, because a form sent twice counts once. */
export async function keepSheets(
  tx: Tx,
  surveyId: string,
  sheets: readonly AnswerSheetRow[],
): Promise<readonly string[]> {
  const kept: string[] = []
  for (let at = 0; at < sheets.length; at += batchSheets) {
    const rows = await tx.db
      .insertInto('analysis.survey_answer')
      .values(
        sheets.slice(at, at + batchSheets).map((sheet) => ({
          municipality_id: tx.actor.municipalityId,
          id: sheet.id,
          survey_id: surveyId,
          neighbourhood_id: sheet.neighbourhoodId,
          mode: sheet.mode,
          language: sheet.language,
          answered_month: sheet.month,
          answers: JSON.stringify(Object.fromEntries(sheet.answers)),
        })),
      )
      .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
      .returning('id')
      .execute()
    kept.push(...rows.map(({ id }) => id))
  }
  return kept
}
type AnswerSheetRow = AnswerSheet & { readonly id: string }

/** All sheets of a survey, in no order that tells when they came. */
export async function sheetsOf(tx: Tx, surveyId: string): Promise<readonly AnswerSheet[]> {
  const rows = await tx.db
    .selectFrom('analysis.survey_answer')
    .select(['neighbourhood_id', 'mode', 'language', 'answered_month', 'answers'])
    .where('survey_id', '=', surveyId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    neighbourhoodId: row.neighbourhood_id,
    mode: answerModes.find((mode) => mode === row.mode) ?? 'link',
    language: row.language,
    month: row.answered_month,
    // Written by `keepSheets`.
    answers: new Map(Object.entries(row.answers as Record<string, string | readonly string[]>)),
  }))
}

/** How many sheets each survey has. NOTE never show these: `toldCount`. */
export async function sheetCounts(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select survey_id as id, count(*)::int as count from analysis.survey_answer group by survey_id`.execute(tx.db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
