import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { keysToKeep } from './typing-errors.ts'
import { type SearchDocument, tailsOf, weightedWords } from './words.ts'

/** Takes these services out of the search index; by default all of the municipality. */
export async function removeFromIndex(tx: Tx, serviceIds?: readonly string[]): Promise<void> {
  // Named, because a command works as the owner, who sees every municipality.
  let gone = tx.db.deleteFrom('organisations.search_posting').where('municipality_id', '=', tx.actor.municipalityId)
  if (serviceIds) gone = gone.where('service_id', 'in', [...serviceIds])
  await gone.execute()
}

/** Puts the words of these services, which are not in it, into the search index; a constant number of statements. */
export async function addToIndex(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return
  const postings = documents.flatMap((document) =>
    [...weightedWords(document)].map(([word, weight]) => ({ word, serviceId: document.serviceId, weight })),
  )
  await sql`insert into organisations.search_posting (municipality_id, word, service_id, weight)
    select ${tx.actor.municipalityId}::uuid, * from unnest(
      ${postings.map(({ word }) => word)}::text[],
      ${postings.map(({ serviceId }) => serviceId)}::uuid[],
      ${postings.map(({ weight }) => weight)}::smallint[])`.execute(tx.db)
  await keepWords(tx, [...new Set(postings.map(({ word }) => word))])
}

/** Adds words that were not known yet, with the keys that lead to them. Sorted, so that two who save at once do not lock each other. */
async function keepWords(tx: Tx, words: readonly string[]): Promise<void> {
  const added = await sql<{ word: string }>`insert into organisations.search_word (municipality_id, word)
    select ${tx.actor.municipalityId}::uuid, word from unnest(${[...words].sort()}::text[]) as word
    on conflict do nothing returning word`.execute(tx.db)
  const keys = added.rows.flatMap(({ word }) => [
    ...keysToKeep(word).map((key) => ({ kind: 'typo', key, word })),
    ...tailsOf(word).map((key) => ({ kind: 'tail', key, word })),
  ])
  if (keys.length === 0) return
  await sql`insert into organisations.search_key (municipality_id, kind, key, word)
    select ${tx.actor.municipalityId}::uuid, * from unnest(
      ${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ key }) => key)}::text[], ${keys.map(({ word }) => word)}::text[])
    on conflict do nothing`.execute(tx.db)
}

/** Forgets words that stand in no service any more. */
export async function forgetUnusedWords(tx: Tx): Promise<void> {
  await sql`with gone as (
      delete from organisations.search_word w where not exists (
        select from organisations.search_posting p where p.municipality_id = w.municipality_id and p.word = w.word)
      returning w.word)
    delete from organisations.search_key where word in (select word from gone)`.execute(tx.db)
}
