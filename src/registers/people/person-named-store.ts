import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'

/** Digits by which a telephone number is known: without the number of the country. */
const phoneDigits = 8

/**
 * The people of a data zone whose names have every word of `name`, two words at least, and who have `phone` when it is given. Two
 * at most: it is asked whether there is one. As the program, for who may not search.
 */
export async function peopleNamed(
  tx: Tx,
  { zoneId, name, phone }: { readonly zoneId: string; readonly name: string; readonly phone?: string | undefined },
): Promise<readonly string[]> {
  const tail = phone?.replace(/\D/g, '').slice(-phoneDigits) ?? null
  const { rows } = await sql<{ id: string }>`
    with asked as (select distinct word from people.words_of(platform.folded(${name})) word)
    select p.id from people.name_word n
    join asked on asked.word = n.word
    join people.person p on p.municipality_id = n.municipality_id and p.id = n.person_id
    where n.municipality_id = ${tx.actor.municipalityId}::uuid and n.zone_id = ${zoneId}::uuid
      and (${tail}::text is null or p.phone_tail = ${tail}::text)
    group by p.id having count(*) = (select count(*) from asked) and count(*) > 1
    limit 2`.execute(tx.db)
  return rows.map(({ id }) => id)
}
