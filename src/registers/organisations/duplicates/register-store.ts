import type { Listed } from '@meernet/duplicates'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

type Row = {
  id: string
  name: string
  alternate_name: string | null
  enterprise_number: string | null
  phone: string | null
  email: string | null
  website: string | null
  addresses: string[]
}

/** Organisations that work here, as one compares them; with the names of places that say where and not who. */
export async function comparableRegister(
  tx: Tx,
): Promise<{ readonly register: readonly Listed[]; readonly places: readonly string[] }> {
  const { rows } = await sql<Row>`
    select o.id, o.name, o.alternate_name, o.enterprise_number, o.phone, o.email, o.website, coalesce((
      select array_agg(distinct lower(concat_ws(' ', s.street_address, s.postal_code))) from organisations.service s
      where s.municipality_id = o.municipality_id and s.organisation_id = o.id and s.street_address is not null), '{}') as addresses
    from organisations.organisation o where o.ended_on is null order by o.id`.execute(tx.db)
  const places = await sql<{ name: string }>`
    select name from places.area union select city from organisations.service where city is not null`.execute(tx.db)
  return { register: rows.map(listedFrom), places: places.rows.map(({ name }) => name) }
}

/** Pairs somebody found to be different, as `first second`, the smaller identifier first. */
export async function differentPairs(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('organisations.different_organisations')
    .select(['first_id', 'second_id'])
    .execute()
  return new Set(rows.map(({ first_id, second_id }) => pairKey(first_id, second_id)))
}

/** Pairs somebody found to be different, by name, latest first. */
export async function namedDifferentPairs(tx: Tx): Promise<readonly DifferentPair[]> {
  const { rows } = await sql<DifferentPair>`
    select d.first_id as "firstId", d.second_id as "secondId", a.name as "firstName", b.name as "secondName"
    from organisations.different_organisations d
    join organisations.organisation a on a.municipality_id = d.municipality_id and a.id = d.first_id
    join organisations.organisation b on b.municipality_id = d.municipality_id and b.id = d.second_id
    order by d.decided_at desc limit 50`.execute(tx.db)
  return rows
}

/** Two organisations that look alike and are two. */
export type DifferentPair = {
  readonly firstId: string
  readonly secondId: string
  readonly firstName: string
  readonly secondName: string
}

/** Notes that two sheets are of different organisations. */
export async function noteDifferent(tx: Tx, one: string, other: string, userId: string): Promise<void> {
  const [first = one, second = other] = [one, other].sort()
  await tx.db
    .insertInto('organisations.different_organisations')
    .values({
      municipality_id: tx.actor.municipalityId,
      first_id: first,
      second_id: second,
      decided_by: userId,
      decided_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes such a note back. */
export async function forgetDifferent(tx: Tx, one: string, other: string): Promise<void> {
  const [first = one, second = other] = [one, other].sort()
  await tx.db
    .deleteFrom('organisations.different_organisations')
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .execute()
}

/** The key of a pair, whichever comes first. */
export const pairKey = (one: string, other: string) => [one, other].sort().join(' ')

function listedFrom(row: Row): Listed {
  const contacts = [
    row.phone?.replace(/\D/g, '').replace(/^(00)?32/, '0'),
    row.email?.toLowerCase(),
    row.website?.toLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, ''),
    ...row.addresses,
  ]
  return {
    id: row.id,
    names: [row.name, row.alternate_name].filter((name) => name !== null),
    number: row.enterprise_number,
    contacts: contacts.filter((contact) => contact !== undefined).filter((contact) => contact !== ''),
  }
}
