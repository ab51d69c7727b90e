import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/**
 * The cards of cases that go on, by person, those merged into them too, on which an agreement stands that was not taken back.
 * As the program.
 */
export async function agreedCardsOfOpenCases(
  tx: Tx,
): Promise<readonly { readonly personId: string; readonly cardIds: readonly string[] }[]> {
  const { rows } = await sql<{ personId: string; cardIds: readonly string[] }>`
    select kept.person_id as "personId", array_agg(card.id order by card.id) as "cardIds"
    from detection.signal kept
    join detection.signal card
      on card.municipality_id = kept.municipality_id and coalesce(card.merged_into, card.id) = kept.id
    join detection.card_agreement agreement
      on agreement.municipality_id = card.municipality_id and agreement.card_id = card.id
    where kept.state = 'case' and kept.case_progress is distinct from 'closed' and kept.person_id is not null
      and agreement.withdrawn_on is null and agreement.may_tell_sealed is not null
    group by kept.person_id`.execute(tx.db)
  return rows
}
