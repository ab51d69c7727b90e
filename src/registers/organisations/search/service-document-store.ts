import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { groupContent } from '../../frameworks/index.ts'
import { addToIndex, forgetUnusedWords, removeFromIndex } from './search-index-store.ts'

type Row = {
  id: string
  name: string
  alternate_name: string | null
  tags: string[]
  groups: string[]
  organisation: string
  places: (string | null)[]
  texts: (string | null)[]
}

/** Makes these services findable by what the map says of them now, ended ones not any more; by default all of the municipality. */
export async function reindexServices(tx: Tx, ids?: readonly string[]): Promise<void> {
  const { rows } = await sql<Row>`
    select s.id, s.name, s.alternate_name, s.tags, s.groups,
      concat_ws(' ', o.name, o.alternate_name) as organisation,
      array[s.street_address, s.postal_code, s.city] || coalesce((
        select array_agg(area.name) from organisations.service_area a
        join places.area area on area.municipality_id = a.municipality_id and area.id = a.neighbourhood_id
        where a.municipality_id = s.municipality_id and a.service_id = s.id), '{}') as places,
      coalesce((
        select array_agg(concat_ws(' ', x.description, x.application_process, x.eligibility_description))
        from organisations.service_text x where x.municipality_id = s.municipality_id and x.service_id = s.id), '{}') as texts
    from organisations.service s
    join organisations.organisation o on o.municipality_id = s.municipality_id and o.id = s.organisation_id
    where s.municipality_id = ${tx.actor.municipalityId}::uuid and s.status <> 'ended' and ${ids ? sql`s.id = any(${[...ids]}::uuid[])` : sql`true`}`.execute(
    tx.db,
  )
  await removeFromIndex(tx, ids)
  await addToIndex(
    tx,
    rows.map((row) => ({
      serviceId: row.id,
      name: row.name,
      alternateName: row.alternate_name,
      organisation: row.organisation,
      tags: row.tags,
      groups: groupWords(row.groups),
      places: row.places.filter((place) => place !== null),
      texts: row.texts.filter((text) => text !== null),
    })),
  )
  if (!ids) await forgetUnusedWords(tx)
}

/** Makes the services of one organisation findable by its present name. */
export const reindexServicesOf = (tx: Tx, organisationId: string): Promise<void> =>
  reindexServicesOfAll(tx, [organisationId])

/** Makes the services of these organisations findable by their present names. */
export async function reindexServicesOfAll(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  if (organisationIds.length === 0) return
  const services = await tx.db
    .selectFrom('organisations.service')
    .select('id')
    .where(sql<boolean>`organisation_id = any(${[...organisationIds]}::uuid[])`)
    .execute()
  if (services.length > 0)
    await reindexServices(
      tx,
      services.map(({ id }) => id),
    )
}

function groupWords(codes: readonly string[]): readonly string[] {
  return groupContent.entries
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ labels, words }) => [...Object.values(labels), ...words].filter((text) => text !== undefined))
}
