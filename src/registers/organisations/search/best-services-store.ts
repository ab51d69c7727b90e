import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { wordsHolding } from './known-word-store.ts'
import { askedWords } from './words.ts'

/** The service that fits some words best, with how to reach it. */
export type BestService = {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly streetAddress: string | null
  readonly postalCode: string | null
  readonly city: string | null
}

/**
 * For each of many wishes the service that a search for its words would list first; none where no service holds every word. Two
 * statements in all. Typing errors are not forgiven: these words come from a program.
 */
export async function bestServices(
  tx: Tx,
  wishes: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, BestService>>> {
  const asked = Object.entries(wishes).map(([key, words]) => ({ key, words: askedWords(words) }))
  const meant = await wordsHolding(tx, [...new Set(asked.flatMap(({ words }) => words))])
  const looked = asked.flatMap(({ key, words }) =>
    meant.filter((one) => words.includes(one.asked)).map((one) => ({ key, count: words.length, ...one })),
  )
  const { rows } = await sql<Row>`
    with hit as (
      select l.key, l.count, l.asked, p.service_id, max(p.weight * l.likeness) as score
      from unnest(${looked.map(({ key }) => key)}::text[], ${looked.map(({ count }) => count)}::int[],
        ${looked.map((one) => one.asked)}::text[], ${looked.map(({ word }) => word)}::text[],
        ${looked.map(({ likeness }) => likeness)}::real[]) as l (key, count, asked, word, likeness)
      join organisations.search_posting p on p.word = l.word collate "C"
      group by l.key, l.count, l.asked, p.service_id
    ),
    whole as (select key, service_id, sum(score) as score from hit group by key, count, service_id having count(*) = count)
    select distinct on (w.key) w.key, s.id, s.name, s.phone, s.street_address, s.postal_code, s.city
    from whole w join organisations.service s on s.id = w.service_id
    order by w.key, w.score desc, s.id`.execute(tx.db)
  return Object.fromEntries(rows.map((row) => [row.key, serviceFrom(row)]))
}

type Row = {
  key: string
  id: string
  name: string
  phone: string | null
  street_address: string | null
  postal_code: string | null
  city: string | null
}

function serviceFrom({ id, name, phone, street_address, postal_code, city }: Row): BestService {
  return { id, name, phone, streetAddress: street_address, postalCode: postal_code, city }
}
