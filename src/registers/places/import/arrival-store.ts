import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import type { PublishedAddress } from './address-file.ts'

/** An address on its way in, with the code of the area in which it lies. */
export type Arrival = PublishedAddress & { readonly areaCode: string | null }

/**
 * Makes room for addresses on their way in: a table that ends with the transaction, so that a refused file leaves nothing
 * and memory holds one batch only. Every row carries identifiers in case it, or its street, turns out to be new.
 */
export async function openArrivals(tx: Tx): Promise<void> {
  // A large file is read in one transaction: the time limits of a request do not hold here.
  await sql`set local statement_timeout = 0`.execute(tx.db)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx.db)
  await sql`create temporary table arriving (
    line integer not null, id uuid not null, new_street_id uuid not null, nis_code text not null, municipality_name text not null,
    postal_code text not null, street text not null, number text not null, box text not null,
    x double precision not null, y double precision not null, sector_code text, area_code text,
    street_id uuid, area_id uuid, known_id uuid) on commit drop`.execute(tx.db)
}

/** Keeps one batch. */
export async function addArrivals(tx: Tx, batch: readonly Arrival[]): Promise<void> {
  const rows = batch.map((row) => ({ ...row, id: uuidv7(), newStreetId: uuidv7() }))
  await sql`insert into arriving (line, id, new_street_id, nis_code, municipality_name, postal_code, street, number, box, x, y,
      sector_code, area_code)
    select line, id, "newStreetId", "nisCode", "municipalityName", "postalCode", street, number, box, x, y,
      nullif("sectorCode", ''), "areaCode"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (line integer, id uuid, "newStreetId" uuid, "nisCode" text,
      "municipalityName" text, "postalCode" text, street text, number text, box text, x double precision, y double precision,
      "sectorCode" text, "areaCode" text)`.execute(tx.db)
}

/** Lets rows go that say the same as an earlier one, and counts them. */
export async function dropRepeated(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`delete from arriving a using (
      select line, row_number() over (partition by nis_code, postal_code, street, number, box, x, y order by line) as nth
      from arriving) r
    where r.line = a.line and r.nth > 1`.execute(tx.db)
  return Number(numAffectedRows ?? 0)
}
