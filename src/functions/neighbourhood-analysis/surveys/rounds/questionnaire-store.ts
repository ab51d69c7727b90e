import type { Tx } from '../../../../platform/database/transact.ts'
import { type Questionnaire, questionnaireSchema } from '../questionnaire/questionnaire.ts'
import type { Remark } from '../workbook/remark.ts'

/** A kept version of a questionnaire. */
export type KeptQuestionnaire = {
  readonly id: string
  readonly origin: 'pulse' | 'workbook' | 'kobo'
  readonly questionnaire: Questionnaire
  readonly remarks: readonly Remark[]
  readonly permission: string | null
  readonly fileName: string | null
  readonly broughtAt: Date
}

export type NewQuestionnaire = Omit<KeptQuestionnaire, 'broughtAt'> & { readonly broughtBy: string | null }

/** Keeps a version; gives its identifier, that of the version already there when it is word for word the same. */
export async function keepQuestionnaire(
  tx: Tx,
  { questionnaire, ...kept }: NewQuestionnaire,
): Promise<{ readonly kind: 'kept'; readonly id: string } | { readonly kind: 'other-words' }> {
  await tx.db
    .insertInto('analysis.questionnaire')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: kept.id,
      key: questionnaire.key,
      version: questionnaire.version,
      origin: kept.origin,
      content: JSON.stringify(questionnaire),
      remarks: JSON.stringify(kept.remarks),
      permission: kept.permission,
      file_name: kept.fileName,
      brought_at: tx.now,
      brought_by: kept.broughtBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const there = await tx.db
    .selectFrom('analysis.questionnaire')
    .select(['id', 'content'])
    .where('key', '=', questionnaire.key)
    .where('version', '=', questionnaire.version)
    .executeTakeFirstOrThrow()
  const isSame = sortedJson(questionnaireSchema.parse(there.content)) === sortedJson(questionnaire)
  return isSame ? { kind: 'kept', id: there.id } : { kind: 'other-words' }
}

/** The questionnaires that are kept, newest first; with `id` that one. */
export async function questionnairesOf(tx: Tx, id?: string): Promise<readonly KeptQuestionnaire[]> {
  const all = tx.db.selectFrom('analysis.questionnaire').selectAll()
  const rows = await (id ? all.where('id', '=', id) : all).orderBy('brought_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    origin: row.origin === 'kobo' || row.origin === 'workbook' ? row.origin : 'pulse',
    questionnaire: questionnaireSchema.parse(row.content),
    // Written by `keepQuestionnaire`.
    remarks: row.remarks as readonly Remark[],
    permission: row.permission,
    fileName: row.file_name,
    broughtAt: row.brought_at,
  }))
}

/** The database keeps objects in an order of its own. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
