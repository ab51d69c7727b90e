import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { type Held, type HeldShape, heldRecords } from '../../platform/fields/held.ts'
import { addressesById, streetsOf } from '../places/index.ts'

/** What the files of volunteers hold about somebody in one data zone, reimbursements and care included (P16). Of colleagues no name. */
export async function whatVolunteersHold(tx: Tx, volunteerId: string, zoneId: string): Promise<Held> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const records = []
  for (const { whose, order, ...shape } of shapes) {
    const { rows } = await sql<Row>`
      select * from ${sql.table(shape.table)} where ${sql.ref(whose)} = ${volunteerId}::uuid and zone_id = ${zoneId}::uuid
      order by ${sql.ref(order)}`.execute(tx.db)
    records.push(...heldRecords(zone, shape, await inWords(tx, shape.table, rows)))
  }
  return { records, leftOut: records.length > 0 ? ['colleagues'] : [] }
}

/** The tables that the copy of somebody's data has from here. */
export const heldInVolunteers = (): readonly string[] => shapes.map(({ table }) => table)

/** The files of an account here, open and ended. */
export async function volunteerFilesOf(
  tx: Tx,
  accountId: string,
): Promise<readonly { readonly id: string; readonly zoneId: string }[]> {
  const rows = await tx.db
    .selectFrom('volunteers.volunteer')
    .select(['id', 'zone_id'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, zone_id }) => ({ id, zoneId: zone_id }))
}

/** A refused address or street as a person writes it, instead of its identifier. */
async function inWords(tx: Tx, table: string, rows: readonly Row[]): Promise<readonly Row[]> {
  const ids = (column: string) => rows.map((row) => String(row[column]))
  if (table === 'volunteers.refused_address')
    return (await addressesById(tx, ids('address_id'))).map(({ street, number, box, postalCode }) => ({
      address_id: [street, number, box, postalCode].filter(Boolean).join(' '),
    }))
  if (table === 'volunteers.refused_street')
    return (await streetsOf(tx, { ids: ids('street_id') })).map(({ name }) => ({ street_id: name }))
  return rows
}
type Row = Record<string, unknown>

const shapes: readonly (HeldShape & { readonly whose: string; readonly order: string })[] = [
  {
    table: 'volunteers.volunteer',
    key: ['id'],
    whose: 'id',
    order: 'created_at',
    columns: [
      'name',
      'phone',
      'email',
      'birth_year',
      'parental_permission_on',
      'adulthood_checked_on',
      'languages',
      'times',
      'tasks',
      'visits_per_week',
      'visits_per_month',
      'paused_from',
      'paused_until',
      'created_at',
      'ended_on',
      'frozen_on',
    ],
  },
  part('volunteers.onboarding_proof', ['kind', 'given_on'], 'given_on'),
  part('volunteers.refused_address', ['address_id'], 'address_id'),
  part('volunteers.refused_street', ['street_id'], 'street_id'),
  part('volunteers.training', ['topic', 'followed_on'], 'followed_on'),
  part('volunteers.formality', ['handled_on'], 'handled_on'),
  part('volunteers.contact', ['contact_on'], 'contact_on'),
  part('volunteers.debrief', ['visited_on', 'held_on'], 'visited_on'),
  { ...part('volunteers.exit_talk', ['held_on'], 'held_on'), key: ['volunteer_id'], sealed: ['learned_sealed'] },
  part(
    'volunteers.reimbursement',
    ['day', 'kind', 'activity', 'amount_cents', 'travel_means', 'travel_hectometres', 'travel_cents', 'cancelled_at'],
    'day',
  ),
  part(
    'volunteers.reimbursement_declaration',
    ['year', 'elsewhere', 'lump_sum_cents', 'travel_hectometres', 'meets_raised_conditions', 'declared_on'],
    'year',
  ),
]

function part(table: string, columns: readonly string[], order: string) {
  return { table, key: [], whose: 'volunteer_id', order, columns }
}
