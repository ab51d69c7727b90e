import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../../platform/database/transact.ts'
import { type Language, residentLanguages } from '../../platform/messages/index.ts'
import { newValues, rowsAtOnce } from './rows-at-once.ts'
import { reindexServices } from './search/service-document-store.ts'
import type { Reach, Service, ServiceInput, ServiceStatus, WayIn } from './service.ts'

/** Adds services, verified on `verifiedOn`, and makes them findable; one that is there already is left as it is. */
export async function createServices(
  tx: Tx,
  services: readonly (ServiceInput & { readonly verifiedOn: IsoDate })[],
): Promise<void> {
  if (services.length === 0) return
  const added = await tx.db
    .insertInto('organisations.service')
    .values(
      services.map((service) => ({
        municipality_id: tx.actor.municipalityId,
        id: service.id,
        ...columnsOf(service),
        verified_on: service.verifiedOn,
        verified_by: userOf(tx),
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .execute()
  const isAdded = new Set(added.map(({ id }) => id))
  await replaceParts(
    tx,
    services.filter(({ id }) => isAdded.has(id)),
  )
}

/** Changes a service; saving counts as having looked whether it is right. False when somebody changed it since `version`. */
export async function changeService(tx: Tx, service: ServiceInput, version: number, today: IsoDate): Promise<boolean> {
  const changed = await tx.db
    .updateTable('organisations.service')
    .set({ ...columnsOf(service), verified_on: today, verified_by: userOf(tx), version: version + 1 })
    .where('id', '=', service.id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (changed.length > 0) await replaceParts(tx, [service])
  return changed.length > 0
}

/**
 * Adds services, or puts what they say now in place of what was there; set by set, for an import. Nobody looked in person, so
 * `verified_by` stays empty.
 */
export async function putServices(
  tx: Tx,
  services: readonly (ServiceInput & { readonly verifiedOn: IsoDate })[],
): Promise<void> {
  for (let start = 0; start < services.length; start += rowsAtOnce) {
    const some = services.slice(start, start + rowsAtOnce)
    await tx.db
      .insertInto('organisations.service')
      .values(
        some.map((service) => ({
          municipality_id: tx.actor.municipalityId,
          id: service.id,
          ...columnsOf(service),
          verified_on: service.verifiedOn,
          verified_by: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['municipality_id', 'id']).doUpdateSet((eb) => ({
          ...newValues(Object.keys(some[0] ? columnsOf(some[0]) : {})),
          verified_on: eb.ref('excluded.verified_on'),
          verified_by: null,
          version: eb('organisations.service.version', '+', 1),
        })),
      )
      .execute()
    await replaceParts(tx, some)
  }
}

/** Notes that what the map says of this service is still right. */
export async function verifyService(tx: Tx, id: string, today: IsoDate): Promise<void> {
  await tx.db
    .updateTable('organisations.service')
    .set((eb) => ({ verified_on: today, verified_by: userOf(tx), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** One service of this municipality with its texts in all languages. */
export async function serviceById(tx: Tx, id: string): Promise<Service | undefined> {
  const [service] = await servicesByIds(tx, [id])
  return service
}

/** The services of this municipality with these identifiers, in no order, with their texts in all languages. */
export async function servicesByIds(tx: Tx, ids: readonly string[]): Promise<readonly Service[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('organisations.service as s')
    .innerJoin('organisations.organisation as o', (join) =>
      join.onRef('o.municipality_id', '=', 's.municipality_id').onRef('o.id', '=', 's.organisation_id'),
    )
    .selectAll('s')
    .select(['o.name as organisation_name', 'o.zone_id'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('organisations.service_text as x')
          .select(['x.language', 'x.description', 'x.application_process', 'x.eligibility_description'])
          .whereRef('x.municipality_id', '=', 's.municipality_id')
          .whereRef('x.service_id', '=', 's.id')
          .orderBy(sql`array_position(${sql.val([...residentLanguages])}::text[], x.language)`),
      ).as('texts'),
      jsonArrayFrom(
        eb
          .selectFrom('organisations.service_area as a')
          .select('a.neighbourhood_id')
          .whereRef('a.municipality_id', '=', 's.municipality_id')
          .whereRef('a.service_id', '=', 's.id')
          .orderBy('a.neighbourhood_id'),
      ).as('areas'),
    ])
    .where(sql<boolean>`s.id = any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(serviceFrom)
}

/** Names of the services of these organisations, by organisation; ended ones are left out. */
export async function servicesByOrganisation(
  tx: Tx,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.db
    .selectFrom('organisations.service')
    .select(['organisation_id', 'name'])
    .where(sql<boolean>`organisation_id = any(${[...organisationIds]}::uuid[])`)
    .where('status', '<>', 'ended')
    .orderBy('name')
    .execute()
  const groups = Map.groupBy(rows, ({ organisation_id }) => organisation_id)
  return new Map([...groups].map(([id, own]) => [id, own.map(({ name }) => name)]))
}

type Row = NonNullable<Awaited<ReturnType<typeof selectRow>>>
const selectRow = (tx: Tx) => tx.db.selectFrom('organisations.service').selectAll().executeTakeFirst()
type TextRow = {
  language: string
  description: string
  application_process: string | null
  eligibility_description: string | null
}
type FullRow = Row & {
  organisation_name: string
  zone_id: string | null
  texts: TextRow[]
  areas: { neighbourhood_id: string }[]
}

function serviceFrom(row: FullRow): Service {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    zoneId: row.zone_id,
    name: row.name,
    alternateName: row.alternate_name,
    // The checks of the table are the closed lists of the types.
    status: row.status as ServiceStatus,
    reach: row.reach as Reach,
    accessibility: row.accessibility as WayIn[],
    tags: row.tags,
    groups: row.groups,
    neighbourhoodIds: row.areas.map(({ neighbourhood_id }) => neighbourhood_id),
    languages: row.languages,
    isFree: row.is_free,
    feesDescription: row.fees_description,
    phone: row.phone,
    email: row.email,
    website: row.website,
    streetAddress: row.street_address,
    postalCode: row.postal_code,
    city: row.city,
    openingHours: row.opening_hours,
    waitingWeeks: row.waiting_weeks,
    waitingMeasuredOn: row.waiting_measured_on,
    verifiedOn: row.verified_on,
    version: row.version,
    texts: row.texts.map((text) => ({
      language: text.language as Language,
      description: text.description,
      howToReach: text.application_process,
      conditions: text.eligibility_description,
    })),
  }
}

function columnsOf(service: ServiceInput) {
  return {
    organisation_id: service.organisationId,
    name: service.name,
    alternate_name: service.alternateName,
    status: service.status,
    tags: [...service.tags],
    groups: [...service.groups],
    reach: service.reach,
    languages: [...service.languages],
    is_free: service.isFree,
    fees_description: service.feesDescription,
    accessibility: [...service.accessibility],
    phone: service.phone,
    email: service.email,
    website: service.website,
    street_address: service.streetAddress,
    postal_code: service.postalCode,
    city: service.city,
    opening_hours: service.openingHours,
    waiting_weeks: service.waitingWeeks,
    waiting_measured_on: service.waitingMeasuredOn,
  }
}

/** Texts, neighbourhoods and search words of these services, in place of what was there. */
async function replaceParts(tx: Tx, services: readonly ServiceInput[]): Promise<void> {
  const ids = services.map(({ id }) => id)
  if (ids.length === 0) return
  const municipality_id = tx.actor.municipalityId
  await tx.db.deleteFrom('organisations.service_text').where('service_id', 'in', ids).execute()
  await tx.db.deleteFrom('organisations.service_area').where('service_id', 'in', ids).execute()
  const texts = services.flatMap(({ id, texts: own }) =>
    own.map((text) => ({
      municipality_id,
      service_id: id,
      language: text.language,
      description: text.description,
      application_process: text.howToReach,
      eligibility_description: text.conditions,
    })),
  )
  if (texts.length > 0) await tx.db.insertInto('organisations.service_text').values(texts).execute()
  const areas = services.flatMap(({ id, reach, neighbourhoodIds }) =>
    reach === 'neighbourhoods'
      ? [...new Set(neighbourhoodIds)].map((neighbourhood_id) => ({
          municipality_id,
          service_id: id,
          neighbourhood_id,
        }))
      : [],
  )
  if (areas.length > 0) await tx.db.insertInto('organisations.service_area').values(areas).execute()
  await reindexServices(tx, ids)
}

const userOf = (tx: Tx) => (tx.actor.kind === 'staff' ? tx.actor.userId : null)
