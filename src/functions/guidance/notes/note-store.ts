import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'

/** A short note: facts or the person's words (P12). */
export type Note = { readonly id: string; readonly text: string; readonly byUser: string; readonly at: Date }
export type NewNote = {
  readonly id: string
  readonly caseId: string
  readonly zoneId: string
  readonly text: string
  readonly byUser: string
  readonly at?: Date
}

/** The notes of a case, newest first. */
export async function notesOf(tx: Tx, caseId: string): Promise<readonly Note[]> {
  const rows = await tx.db
    .selectFrom('guidance.note')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      text: (await sealedTextOf(tx, row.zone_id)).open('note.text', row.id, row.text),
      byUser: row.by_user,
      at: row.at,
    })),
  )
}

/** Adds notes; the same identifier twice adds one. */
export async function insertNotes(tx: Tx, notes: readonly NewNote[]): Promise<void> {
  if (notes.length === 0) return
  const rows = await Promise.all(
    notes.map(async (note) => ({
      municipality_id: tx.actor.municipalityId,
      id: note.id,
      zone_id: note.zoneId,
      case_id: note.caseId,
      text: (await sealedTextOf(tx, note.zoneId)).seal('note.text', note.id, note.text),
      by_user: note.byUser,
      at: note.at ?? tx.now,
    })),
  )
  await tx.db
    .insertInto('guidance.note')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
