import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { WrittenAnswer } from '../questionnaire/answering.ts'
import { type Questionnaire, questionnaireSchema } from '../questionnaire/questionnaire.ts'
import type { ReadSheet } from './kobo-answers.ts'
import type { Remark } from './remark.ts'

/** A form that was sent and waits for a yes, with the answers that came with it. */
export type WaitingForm = {
  readonly origin: 'workbook' | 'kobo'
  readonly fileName: string
  readonly questionnaire: Questionnaire
  readonly remarks: readonly Remark[]
  readonly permission: string | null
  readonly neighbourhoodQuestion: string | null
  readonly sheets: readonly ReadSheet[]
}

type Kept = Omit<WaitingForm, 'sheets'> & {
  readonly sheets: readonly (Omit<ReadSheet, 'answers' | 'written'> & {
    readonly answers: Record<string, string | readonly string[]>
  })[]
}

const placeOf = (id: string) => ({ column: 'analysis.survey_import.written_sealed', rowId: id })

/** Keeps what was read until who sent it confirms; the night after a day it goes. What people wrote is sealed. */
export async function keepWaitingForm(tx: Tx, actor: StaffActor, id: string, form: WaitingForm): Promise<void> {
  const content: Kept = {
    ...form,
    sheets: form.sheets.map(({ answers, written: _written, ...sheet }) => ({
      ...sheet,
      answers: Object.fromEntries(answers),
    })),
  }
  const written = form.sheets.map((sheet) => sheet.written)
  const key = await tx.vault.zone(actor.municipalityId, actor.zoneId)
  await tx.db
    .insertInto('analysis.survey_import')
    .values({
      municipality_id: actor.municipalityId,
      id,
      sent_by: actor.userId,
      sent_at: tx.now,
      content: JSON.stringify(content),
      zone_id: actor.zoneId,
      written_sealed: key.seal(placeOf(id), JSON.stringify(written)),
    })
    .execute()
}

/** The form somebody sent and did not confirm yet; locked, so that confirming twice does nothing twice. */
export async function waitingForm(tx: Tx, id: string): Promise<WaitingForm | undefined> {
  const row = await tx.db
    .selectFrom('analysis.survey_import')
    .select(['content', 'zone_id', 'written_sealed', 'municipality_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.zone_id || !row.written_sealed) return undefined
  const key = await tx.vault.zone(row.municipality_id, row.zone_id)
  // Both written by `keepWaitingForm` of this or an earlier day's program.
  const written = JSON.parse(key.open(placeOf(id), row.written_sealed)) as readonly (readonly WrittenAnswer[])[]
  const content = row.content as unknown as Kept
  return {
    ...content,
    questionnaire: questionnaireSchema.parse(content.questionnaire),
    sheets: content.sheets.map(({ answers, ...sheet }, place) => ({
      ...sheet,
      answers: new Map(Object.entries(answers)),
      written: written[place] ?? [],
    })),
  }
}

/** Forgets what nobody confirmed within a day. */
export async function forgetOldForms(tx: Tx): Promise<void> {
  const aDayAgo = new Date(tx.now.getTime() - 24 * 3600 * 1000)
  await tx.db.deleteFrom('analysis.survey_import').where('sent_at', '<', aDayAgo).execute()
}

/** Forgets a sent form: it was confirmed, or is not wanted. False when it was gone already. */
export async function forgetWaitingForm(tx: Tx, id: string): Promise<boolean> {
  const [deleted] = await tx.db.deleteFrom('analysis.survey_import').where('id', '=', id).execute()
  return deleted !== undefined && deleted.numDeletedRows > 0n
}
