import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf } from '../../places/index.ts'
import { organisationsByIds } from '../organisation-store.ts'
import { servicesByIds } from '../service-store.ts'
import type { PublishedOrganisation, PublishedService } from './write.ts'

/** What part of the offer is asked; `page` counts from 1. */
export type OfferQuery = {
  readonly page: number
  readonly perPage: number
  readonly organisationId?: string | undefined
  /** Changed or looked at on this day or later. */
  readonly verifiedFrom?: string | undefined
  /** Ended ones are for an archive of one's own, never for others. */
  readonly withEnded?: boolean
  /** Only what is done at an address. */
  readonly atAddress?: boolean
}

/** A page of published services in the order of their identifiers, which does not change under somebody who turns pages. */
export async function publishedServices(
  tx: Tx,
  query: OfferQuery,
): Promise<{ readonly items: readonly PublishedService[]; readonly total: number }> {
  let matching = tx.db.selectFrom('organisations.service')
  if (!query.withEnded) matching = matching.where('status', '<>', 'ended')
  if (query.organisationId !== undefined) matching = matching.where('organisation_id', '=', query.organisationId)
  if (query.verifiedFrom !== undefined) matching = matching.where('verified_on', '>=', query.verifiedFrom)
  if (query.atAddress) matching = matching.where(sql<boolean>`coalesce(street_address, postal_code, city) is not null`)
  const { total } = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const ids = await matching
    .select('id')
    .orderBy('id')
    .limit(query.perPage)
    .offset((query.page - 1) * query.perPage)
    .execute()
  const items = await publishedByIds(
    tx,
    ids.map(({ id }) => id),
  )
  return { items, total }
}

/** These services with what stands around them, in the order asked; unknown ones are left out. */
export async function publishedByIds(tx: Tx, ids: readonly string[]): Promise<readonly PublishedService[]> {
  const services = new Map((await servicesByIds(tx, ids)).map((service) => [service.id, service]))
  const owners = [...new Set([...services.values()].map(({ organisationId }) => organisationId))]
  const organisations = new Map((await organisationsByIds(tx, owners)).map((one) => [one.id, one]))
  const areas = [...new Set([...services.values()].flatMap(({ neighbourhoodIds }) => neighbourhoodIds))]
  const neighbourhoods = areas.length > 0 ? await neighbourhoodsOf(tx, { ids: areas }) : []
  return ids.flatMap((id) => {
    const service = services.get(id)
    const organisation = service && organisations.get(service.organisationId)
    if (!service || !organisation) return []
    const own = new Set(service.neighbourhoodIds)
    return [{ service, organisation, neighbourhoods: neighbourhoods.filter((one) => own.has(one.id)) }]
  })
}

/** A page of the organisations that still work here, in the order of their identifiers. */
export async function publishedOrganisations(
  tx: Tx,
  { page, perPage, withoutServices }: Pick<OfferQuery, 'page' | 'perPage'> & { readonly withoutServices?: boolean },
): Promise<{ readonly items: readonly PublishedOrganisation[]; readonly total: number }> {
  let matching = tx.db.selectFrom('organisations.organisation as o').where('o.ended_on', 'is', null)
  if (withoutServices)
    matching = matching.where(
      sql<boolean>`not exists (select from organisations.service s
        where s.municipality_id = o.municipality_id and s.organisation_id = o.id)`,
    )
  const { total } = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const ids = await matching
    .select('o.id')
    .orderBy('o.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const found = new Map(
    (
      await organisationsByIds(
        tx,
        ids.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  return { items: ids.flatMap(({ id }) => found.get(id) ?? []), total }
}
