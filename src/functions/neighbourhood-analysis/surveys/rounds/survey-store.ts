import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { questionnaireSchema } from '../questionnaire/questionnaire.ts'
import { type Survey, type SurveyState, type SurveyWithQuestions, surveyStates } from './survey.ts'

export type NewSurvey = Pick<
  Survey,
  'id' | 'questionnaireId' | 'title' | 'purpose' | 'code' | 'closesOn' | 'neighbourhoodIds'
> & { readonly createdBy: string | null }

/** Keeps a new survey as a draft; one that was sent before stays as it is. */
export async function keepSurvey(tx: Tx, survey: NewSurvey): Promise<void> {
  await tx.db
    .insertInto('analysis.survey')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: survey.id,
      questionnaire_id: survey.questionnaireId,
      title: survey.title,
      purpose: survey.purpose,
      code: survey.code,
      closes_on: survey.closesOn,
      neighbourhood_ids: [...survey.neighbourhoodIds],
      created_at: tx.now,
      created_by: survey.createdBy,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .execute()
}

type Wanted = { readonly id?: string | undefined; readonly code?: string | undefined }

/** Surveys with their questions, newest first; with `id` or `code` that one. */
export async function surveysOf(tx: Tx, { id, code }: Wanted = {}): Promise<readonly SurveyWithQuestions[]> {
  const all = tx.db
    .selectFrom('analysis.survey as s')
    .innerJoin('analysis.questionnaire as q', (join) =>
      join.onRef('q.municipality_id', '=', 's.municipality_id').onRef('q.id', '=', 's.questionnaire_id'),
    )
    .selectAll('s')
    .select('q.content')
  const chosen = id ? all.where('s.id', '=', id) : code ? all.where('s.code', '=', code) : all
  const rows = await chosen.orderBy('s.created_at', 'desc').orderBy('s.id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    questionnaireId: row.questionnaire_id,
    title: row.title,
    purpose: row.purpose,
    code: row.code,
    state: surveyStates.find((state) => state === row.state) ?? 'draft',
    closesOn: row.closes_on,
    neighbourhoodIds: row.neighbourhood_ids,
    createdAt: row.created_at,
    finishedOn: row.finished_on,
    answersGoneOn: row.answers_gone_on,
    version: row.version,
    questionnaire: questionnaireSchema.parse(row.content),
  }))
}

export type SurveyChange = Pick<Survey, 'title' | 'purpose' | 'closesOn' | 'neighbourhoodIds'>

/** Changes what is said about a survey whose version is still `version`; gives false when it is not. */
export async function changeSurvey(tx: Tx, id: string, version: number, change: SurveyChange): Promise<boolean> {
  const changed = await tx.db
    .updateTable('analysis.survey')
    .set({
      title: change.title,
      purpose: change.purpose,
      closes_on: change.closesOn,
      neighbourhood_ids: [...change.neighbourhoodIds],
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '<>', 'finished')
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Moves a survey on, when it is still in `from` and of `version`. */
export async function moveSurvey(
  tx: Tx,
  id: string,
  version: number,
  { from, to, today }: { readonly from: SurveyState; readonly to: SurveyState; readonly today: IsoDate },
): Promise<boolean> {
  const moved = await tx.db
    .updateTable('analysis.survey')
    .set({ state: to, finished_on: to === 'finished' ? today : null, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Lets a survey stand still while an answer comes in, so that none arrives after it is finished. */
export async function lockSurvey(tx: Tx, id: string): Promise<SurveyState | undefined> {
  const { rows } = await sql<{ state: string }>`
    select state from analysis.survey where id = ${id}::uuid for share`.execute(tx.db)
  return surveyStates.find((state) => state === rows[0]?.state)
}
