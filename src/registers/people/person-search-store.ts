import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { findAddresses } from '../places/index.ts'
import type { PersonSummary } from './person.ts'
import { summaryFrom } from './person-store.ts'

/** Share of a typed word's trigrams that a name must have: low enough for one wrong letter in a short name. */
const similarEnough = 0.4
/** Digits by which a telephone number is known: without the number of the country. */
const phoneDigits = 8
const longest = 80
/** Words of names that one typed word may mean, and people of whom the most alike are shown. */
const mostWords = 60
const mostCandidates = 200
/** Addresses that a typed street, with or without number, may mean. */
const mostAddresses = 100

/**
 * People in the actor's zone whose names have something like every word of `text`, most alike first; typing errors, accents
 * and the order of words do not matter. When nobody is called so: who lives in a street like it. A number of eight digits or more is
 * looked for as a telephone number instead. At most `limit`; an empty text finds nobody.
 */
export async function findPeople(tx: Tx, text: string, limit = 20): Promise<readonly PersonSummary[]> {
  const digits = text.replace(/\D/g, '')
  if (digits.length >= phoneDigits) return byPhone(tx, digits.slice(-phoneDigits), limit)
  const words = text.slice(0, longest).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  const named = await byNames(tx, [...new Set(words)], limit)
  return named.length > 0 ? named : byAddress(tx, text, limit)
}

/** Who lives at an address like the one typed; for when nobody is called so. */
async function byAddress(tx: Tx, text: string, limit: number): Promise<readonly PersonSummary[]> {
  const addresses = await findAddresses(tx, text.slice(0, longest), mostAddresses)
  if (addresses.length === 0) return []
  const rows = await tx.db
    .selectFrom('people.person')
    .selectAll()
    .where(
      'address_id',
      'in',
      addresses.map(({ id }) => id),
    )
    .orderBy('family_name')
    .orderBy('given_name')
    .limit(limit)
    .execute()
  return rows.map(summaryFrom)
}

async function byPhone(tx: Tx, phoneTail: string, limit: number): Promise<readonly PersonSummary[]> {
  const rows = await tx.db
    .selectFrom('people.person')
    .selectAll()
    .where('phone_tail', '=', phoneTail)
    .orderBy('family_name')
    .limit(limit)
    .execute()
  return rows.map(summaryFrom)
}

async function byNames(tx: Tx, words: readonly string[], limit: number): Promise<readonly PersonSummary[]> {
  const ids = await candidates(tx, words)
  if (ids.length === 0) return []
  const likeness = sql<number>`${sql.join(
    words.map((word) => sql`public.word_similarity(platform.folded(${word}), names)`),
    sql` + `,
  )}`
  const rows = await tx.db
    .selectFrom('people.person')
    .selectAll()
    // One parameter, however many there are: the statement stays the same and is kept.
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy(likeness, 'desc')
    .orderBy('family_name')
    .orderBy('given_name')
    .limit(limit)
    .execute()
  return rows.map(summaryFrom)
}

/**
 * Who has something like every word in their name, by way of the words that people here are called. The trigram that only
 * says a word's first letter is left out: half the town has it.
 */
async function candidates(tx: Tx, words: readonly string[]): Promise<readonly string[]> {
  const municipality = tx.actor.municipalityId
  // A sum per word in one pass: a table of person and word first would hold everybody with a frequent given name.
  const likenesses = words.map((_, index) => sql`max(m.likeness) filter (where m.nth = ${index + 1}::integer)`)
  const { rows } = await sql<{ person_id: string }>`
    with asked as materialized (
      select row_number() over () as nth, folded, trigrams,
        ceil(${similarEnough}::numeric * cardinality(trigrams))::integer as enough
      from (select distinct platform.folded(word) as folded from unnest(${[...words]}::text[]) word) typed
        cross join lateral (select array(
          select trigram from unnest(public.show_trgm(folded)) trigram where left(trigram, 2) <> '  ') as trigrams) cut
      where cardinality(trigrams) > 0
    ), meant as materialized (
      select a.nth, found.word, public.similarity(a.folded, found.word) as likeness
      from asked a cross join lateral (
        select t.word from people.word_trigram t
        where t.municipality_id = ${municipality} and t.trigram = any (a.trigrams)
        group by t.word having count(*) >= a.enough
        order by public.similarity(a.folded, t.word) desc, t.word limit ${mostWords}) found
    )
    select n.person_id
    from meant m join people.name_word n on n.municipality_id = ${municipality} and n.word = m.word
    group by n.person_id
    having num_nonnulls(${sql.join(likenesses)}) = (select count(*) from asked)
    order by ${sql.join(
      likenesses.map((likeness) => sql`coalesce(${likeness}, 0)`),
      sql` + `,
    )} desc, n.person_id limit ${mostCandidates}`.execute(tx.db)
  return rows.map(({ person_id }) => person_id)
}
