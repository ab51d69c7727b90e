import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { openContent } from './card-content.ts'
import { wordColumns, wordsVersion } from './card-store.ts'

/** Indexes at most `most` cards anew whose words were indexed by older rules; gives how many. What others hold waits for the next time. */
export async function indexSomeAgain(tx: Tx, most: number): Promise<number> {
  const { municipalityId } = tx.actor
  const rows = await tx.db
    .selectFrom('detection.referral_card')
    .select(['id', 'zone_id', 'content_sealed'])
    .where('words_version', '<', wordsVersion)
    .where('erased_at', 'is', null)
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  const indexed = []
  for (const { id, zone_id, content_sealed } of rows) {
    if (!content_sealed) continue
    const key = await tx.vault.zone(municipalityId, zone_id)
    indexed.push({ id, ...wordColumns(key, openContent(key, id, content_sealed)) })
  }
  await sql`
    update detection.referral_card c set word_numbers = made.word_numbers, words_version = made.words_version
    from jsonb_to_recordset(${JSON.stringify(indexed)}::jsonb) as made (id uuid, word_numbers integer[], words_version smallint)
    where c.municipality_id = ${municipalityId} and c.id = made.id`.execute(tx.db)
  return indexed.length
}
