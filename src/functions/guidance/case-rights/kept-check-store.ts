import type { IsoDate } from '@meernet/calendar'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'
import { type AnswerSheet, sheetOf, toldOn } from './answer-sheet.ts'
import type { KeptAnswers, KeptCheck, KeptOutcomes } from './kept-check.ts'

/** Where a check belongs: the case and its zone. */
type Place = { readonly caseId: string; readonly zoneId: string }
export type NewCheck = KeptCheck & Place

/** One line of the history of a case. */
export type CheckInHistory = Pick<KeptCheck, 'id' | 'checkedOn' | 'kept' | 'byUser' | 'at'> & {
  readonly hasAnswers: boolean
}

/** The checks of a case that were kept, newest first; without what came out. */
export async function historyOf(tx: Tx, caseId: string): Promise<readonly CheckInHistory[]> {
  const rows = await tx.db
    .selectFrom('guidance.kept_rights_check')
    .select(['id', 'checked_on', 'kept', 'by_user', 'at'])
    .select((from) => from('facts', 'is not', null).as('has_answers'))
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    checkedOn: row.checked_on,
    kept: row.kept as KeptAnswers,
    byUser: row.by_user,
    at: row.at,
    hasAnswers: Boolean(row.has_answers),
  }))
}

/** One kept check of a case, opened. */
export async function keptCheckById(tx: Tx, caseId: string, id: string): Promise<KeptCheck | undefined> {
  const row = await tx.db
    .selectFrom('guidance.kept_rights_check')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && checkFrom(tx, row)
}

/** Keeps a check; the same identifier twice keeps one. */
export async function insertCheck(tx: Tx, check: NewCheck): Promise<void> {
  const sealed = await sealedTextOf(tx, check.zoneId)
  const { people, outcomes }: KeptOutcomes = check
  await tx.db
    .insertInto('guidance.kept_rights_check')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: check.id,
      zone_id: check.zoneId,
      case_id: check.caseId,
      checked_on: check.checkedOn,
      rules: check.rules,
      outcomes: sealed.seal('kept_rights_check.outcomes', check.id, JSON.stringify({ people, outcomes })),
      facts: check.told && sealed.seal('kept_rights_check.facts', check.id, JSON.stringify(sheetOf(check.told))),
      kept: check.kept,
      by_user: check.byUser,
      at: check.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Erases the answers of a case's checks; what came out stays. Gives how many checks had any. */
export async function eraseAnswers(tx: Tx, caseId: string): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.kept_rights_check')
    .set({ facts: null, facts_erased_at: tx.now })
    .where('case_id', '=', caseId)
    .where('facts', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

async function checkFrom(tx: Tx, row: Selectable<Tables['guidance.kept_rights_check']>): Promise<KeptCheck> {
  const sealed = await sealedTextOf(tx, row.zone_id)
  const { people, outcomes } = JSON.parse(
    sealed.open('kept_rights_check.outcomes', row.id, row.outcomes),
  ) as KeptOutcomes
  const facts = sealed.openIfAny('kept_rights_check.facts', row.id, row.facts)
  return {
    id: row.id,
    checkedOn: row.checked_on satisfies IsoDate,
    rules: row.rules,
    people,
    outcomes,
    kept: row.kept as KeptAnswers,
    told: facts === null ? null : toldOn(JSON.parse(facts) as AnswerSheet, people),
    byUser: row.by_user,
    at: row.at,
  }
}
