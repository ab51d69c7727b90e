import { randomUUID } from 'node:crypto'
import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Place } from '../../../../platform/encryption/seal.ts'
import type { WrittenAnswer } from '../questionnaire/answering.ts'

/** `unread`; `proposed` for quoting by somebody who left out what points at people; `quotable` once a second agreed; `withheld`. */
const textStates = ['unread', 'proposed', 'quotable', 'withheld'] as const
export type TextState = (typeof textStates)[number]

/** Something written in a survey; on which sheet is not known. */
export type SurveyText = {
  readonly id: string
  readonly question: string
  readonly text: string
  readonly state: TextState
  readonly proposedBy: string | null
  readonly version: number
}

const placeOf = (id: string): Place => ({ column: 'analysis.survey_text.text_sealed', rowId: id })

/** Keeps what was written, sealed for the zone, apart from the sheets; under identifiers by chance, so that no order tells when. */
export async function keepTexts(
  tx: Tx,
  surveyId: string,
  zoneId: string,
  written: readonly WrittenAnswer[],
  newId: () => string = randomUUID,
): Promise<void> {
  if (written.length === 0) return
  const key = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  await tx.db
    .insertInto('analysis.survey_text')
    .values(
      written.map(({ question, text }) => {
        const id = newId()
        return {
          municipality_id: tx.actor.municipalityId,
          id,
          survey_id: surveyId,
          zone_id: zoneId,
          question,
          text_sealed: key.seal(placeOf(id), text),
        }
      }),
    )
    .execute()
}

/** What was written in a survey, in no order that tells when it came; only what the zone of the actor may open. */
export async function textsOf(
  tx: Tx,
  surveyId: string,
  wanted: { readonly id?: string } = {},
): Promise<readonly SurveyText[]> {
  const all = tx.db.selectFrom('analysis.survey_text').selectAll().where('survey_id', '=', surveyId)
  const rows = await (wanted.id ? all.where('id', '=', wanted.id) : all).orderBy('question').orderBy('id').execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      question: row.question,
      text: (await tx.vault.zone(row.municipality_id, row.zone_id)).open(placeOf(row.id), row.text_sealed),
      state: textStates.find((state) => state === row.state) ?? 'unread',
      proposedBy: row.proposed_by,
      version: row.version,
    })),
  )
}

export type TextReading = {
  readonly id: string
  readonly zoneId: string
  readonly version: number
  readonly text: string
  readonly state: TextState
  readonly proposedBy: string | null
  readonly readBy: string | null
  readonly readOn: IsoDate | null
}

/** Keeps what was read in a text of this version; gives false when somebody was first. */
export async function saveReading(tx: Tx, reading: TextReading): Promise<boolean> {
  const key = await tx.vault.zone(tx.actor.municipalityId, reading.zoneId)
  const saved = await tx.db
    .updateTable('analysis.survey_text')
    .set({
      text_sealed: key.seal(placeOf(reading.id), reading.text),
      state: reading.state,
      proposed_by: reading.proposedBy,
      read_by: reading.readBy,
      read_on: reading.readOn,
      version: reading.version + 1,
    })
    .where('id', '=', reading.id)
    .where('version', '=', reading.version)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}
