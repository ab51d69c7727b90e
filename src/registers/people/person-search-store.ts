import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { PersonSummary } from './person.ts'
import { summaryFrom } from './person-store.ts'

/** Share of a typed word's trigrams that a name must have: low enough for one wrong letter in a short name. */
const similarEnough = 0.4
const longest = 80

/**
 * People in the actor's zone whose names have something like every word of `text`, most alike first; typing errors, accents
 * and the order of words do not matter. A number of six digits or more is looked for as a telephone number instead. At most
 * `limit`; an empty text finds nobody.
 */
export async function findPeople(tx: Tx, text: string, limit = 20): Promise<readonly PersonSummary[]> {
  const digits = text.replace(/\D/g, '')
  if (digits.length >= 6) return byPhone(tx, digits, limit)
  const words = text.slice(0, longest).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? [] : byNames(tx, words, limit)
}

async function byPhone(tx: Tx, digits: string, limit: number): Promise<readonly PersonSummary[]> {
  // The last eight digits are the same with and without the number of the country.
  const rows = await tx.db
    .selectFrom('people.person')
    .selectAll()
    .where(sql<boolean>`regexp_replace(phone, '\\D', '', 'g') like ${`%${digits.slice(-8)}`}`)
    .orderBy('family_name')
    .limit(limit)
    .execute()
  return rows.map(summaryFrom)
}

async function byNames(tx: Tx, words: readonly string[], limit: number): Promise<readonly PersonSummary[]> {
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(similarEnough)}, true)`.execute(tx.db)
  const folded = words.map((word) => sql<string>`platform.folded(${word})`)
  const likeness = sql<number>`${sql.join(
    folded.map((word) => sql`word_similarity(${word}, names)`),
    sql` + `,
  )}`
  const rows = await tx.db
    .selectFrom('people.person')
    .selectAll()
    .where((where) => where.and(folded.map((word) => sql<boolean>`${word} <% names`)))
    .orderBy(likeness, 'desc')
    .orderBy('family_name')
    .orderBy('given_name')
    .limit(limit)
    .execute()
  return rows.map(summaryFrom)
}
