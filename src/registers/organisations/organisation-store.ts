import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Organisation, OrganisationInput } from './organisation.ts'
import { newValues, rowsAtOnce } from './rows-at-once.ts'

/** An organisation in a list, with how many services it has. */
export type OrganisationSummary = Organisation & { readonly services: number }

/** Adds organisations; one that is there already is left as it is. */
export async function createOrganisations(tx: Tx, organisations: readonly OrganisationInput[]): Promise<void> {
  if (organisations.length === 0) return
  await tx.db
    .insertInto('organisations.organisation')
    .values(organisations.map((one) => ({ municipality_id: tx.actor.municipalityId, id: one.id, ...columnsOf(one) })))
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .execute()
}

/** Changes an organisation; false when somebody else changed it since `version`. */
export async function changeOrganisation(tx: Tx, organisation: OrganisationInput, version: number): Promise<boolean> {
  const changed = await tx.db
    .updateTable('organisations.organisation')
    .set({ ...columnsOf(organisation), version: version + 1 })
    .where('id', '=', organisation.id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** One organisation of this municipality. */
export async function organisationById(tx: Tx, id: string): Promise<Organisation | undefined> {
  const row = await tx.db.selectFrom('organisations.organisation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && organisationFrom(row)
}

/** The organisations with these identifiers, in no order, ended ones too. */
export async function organisationsByIds(tx: Tx, ids: readonly string[]): Promise<readonly Organisation[]> {
  const rows = await tx.db
    .selectFrom('organisations.organisation')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(organisationFrom)
}

/** Adds organisations, or puts what they say now in place of what was there; set by set, for an import. */
export async function putOrganisations(tx: Tx, organisations: readonly OrganisationInput[]): Promise<void> {
  for (let start = 0; start < organisations.length; start += rowsAtOnce) {
    const rows = organisations
      .slice(start, start + rowsAtOnce)
      .map((one) => ({ municipality_id: tx.actor.municipalityId, id: one.id, ...columnsOf(one) }))
    await tx.db
      .insertInto('organisations.organisation')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['municipality_id', 'id']).doUpdateSet((eb) => ({
          ...newValues(Object.keys(rows[0] ?? {}).filter((column) => !['municipality_id', 'id'].includes(column))),
          version: eb('organisations.organisation.version', '+', 1),
        })),
      )
      .execute()
  }
}

/** Organisations that still work here, by name; those of one zone when given. */
export async function organisationsOf(tx: Tx, zoneId?: string): Promise<readonly OrganisationSummary[]> {
  let query = tx.db
    .selectFrom('organisations.organisation as o')
    .selectAll('o')
    .select(
      sql<number>`(select count(*)::int from organisations.service s
        where s.municipality_id = o.municipality_id and s.organisation_id = o.id and s.status <> 'ended')`.as(
        'services',
      ),
    )
    .where('o.ended_on', 'is', null)
    .orderBy('o.name')
  if (zoneId) query = query.where('o.zone_id', '=', zoneId)
  const rows = await query.execute()
  return rows.map((row) => ({ ...organisationFrom(row), services: row.services }))
}

type Row = {
  id: string
  zone_id: string | null
  name: string
  alternate_name: string | null
  legal_form: string | null
  enterprise_number: string | null
  description: string | null
  phone: string | null
  email: string | null
  website: string | null
  ended_on: string | null
  merged_into: string | null
  version: number
}

function organisationFrom(row: Row): Organisation {
  return {
    id: row.id,
    zoneId: row.zone_id,
    name: row.name,
    alternateName: row.alternate_name,
    legalForm: row.legal_form,
    enterpriseNumber: row.enterprise_number,
    description: row.description,
    phone: row.phone,
    email: row.email,
    website: row.website,
    endedOn: row.ended_on,
    mergedInto: row.merged_into,
    version: row.version,
  }
}

function columnsOf(one: OrganisationInput) {
  return {
    zone_id: one.zoneId,
    name: one.name,
    alternate_name: one.alternateName,
    legal_form: one.legalForm,
    enterprise_number: one.enterpriseNumber,
    description: one.description,
    phone: one.phone,
    email: one.email,
    website: one.website,
  }
}
