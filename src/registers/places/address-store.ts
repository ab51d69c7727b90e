import { sql } from 'kysely'
import { anyId } from '../../platform/database/rows-of.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type { Address, DoorChoice, Street } from './place.ts'

type StreetFilter = {
  readonly neighbourhoodIds?: readonly string[] | undefined
  readonly ids?: readonly string[] | undefined
}

/** Streets by name, with their living addresses; limited to neighbourhoods (imported or composed) and to `ids` when given. */
export async function streetsOf(tx: Tx, { neighbourhoodIds, ids }: StreetFilter = {}): Promise<readonly Street[]> {
  const { rows } = await sql<Street>`
    select s.id, s.name, s.postal_code as "postalCode", s.nis_code as "nisCode", count(*) as "addressCount",
      avg(a.x) as x, avg(a.y) as y
    from places.street s
    join places.address a on a.municipality_id = s.municipality_id and a.street_id = s.id
    where a.gone_on is null and ${inNeighbourhoods(neighbourhoodIds)} and ${ids ? sql`s.id = any(${[...ids]}::uuid[])` : sql`true`}
    group by s.municipality_id, s.id
    order by platform.folded(s.name), s.postal_code`.execute(tx.db)
  return rows
}

/** Living addresses on these streets, by street and number; limited to neighbourhoods when given. */
export async function addressesOn(
  tx: Tx,
  streetIds: readonly string[],
  { neighbourhoodIds }: Pick<StreetFilter, 'neighbourhoodIds'> = {},
): Promise<readonly Address[]> {
  const where = sql`a.gone_on is null and a.street_id = any(${[...streetIds]}::uuid[]) and ${inNeighbourhoods(neighbourhoodIds)}`
  return addresses(tx, where)
}

/** The living addresses of a choice, by street and number, those without a street last. */
export async function chosenAddresses(tx: Tx, choice: DoorChoice): Promise<readonly Address[]> {
  return addresses(tx, sql`a.id in (select address_id from ${chosenDoors(choice)})`)
}

/** Which of these addresses are living ones of a choice. */
export async function chosenAmong(tx: Tx, choice: DoorChoice, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select address_id as id from ${chosenDoors(choice)} where address_id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}

/** Living addresses without a street in these neighbourhoods that have this house number, in upper or lower case. */
export async function findStreetless(
  tx: Tx,
  neighbourhoodIds: readonly string[],
  number: string,
): Promise<readonly Address[]> {
  return addresses(
    tx,
    sql`a.gone_on is null and a.street_id is null and lower(a.number) = lower(${number}) and ${inNeighbourhoods(neighbourhoodIds)}`,
  )
}

/** Whether there is anything to compose or draw a neighbourhood of: a door, or an area as published. */
export async function hasParts(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from places.address where gone_on is null)
      or exists (select from places.area where gone_on is null and origin = 'imported') as has`.execute(tx.db)
  return rows[0]?.has ?? false
}

/** Codes of the sectors of that municipality, of whatever edition: those that are kept, and those in which its addresses were published. */
export async function sectorCodesIn(tx: Tx, nisCode: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select sector_code as code from places.address where nis_code = ${nisCode} and sector_code is not null
    union select code from places.area where nis_code = ${nisCode} and level = 'sector' and code is not null`.execute(
    tx.db,
  )
  return rows.map(({ code }) => code)
}

/** All living addresses in these neighbourhoods, those published without a street last. */
export async function addressesIn(tx: Tx, neighbourhoodIds: readonly string[]): Promise<readonly Address[]> {
  return addresses(tx, sql`a.gone_on is null and ${inNeighbourhoods(neighbourhoodIds)}`)
}

/** One address, living or gone; undefined when the municipality has none of this identifier. */
export async function addressById(tx: Tx, id: string): Promise<Address | undefined> {
  const [found] = await addressesById(tx, [id])
  return found
}

/** Addresses by identifier, living or gone. */
export async function addressesById(tx: Tx, ids: readonly string[]): Promise<readonly Address[]> {
  return addresses(tx, sql`a.id = any(${[...ids]}::uuid[])`)
}

/** What tells a door from another, and where it is. */
export type Doorplate = Pick<
  Address,
  'id' | 'street' | 'streetNearby' | 'number' | 'box' | 'neighbourhoodId' | 'x' | 'y'
>

/** The doorplates of addresses by their identifier, living or gone; in no order, for whoever has thousands in an order of their own. */
export async function doorplatesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Doorplate>> {
  const { rows } = await sql<Doorplate>`
    select a.id, s.name as street, near.name as "streetNearby", a.number, a.box, a.neighbourhood_id as "neighbourhoodId", a.x, a.y
    from places.address a left join places.street s on s.municipality_id = a.municipality_id and s.id = a.street_id
    left join ${nearestStreet} near on true
    where a.id = ${anyId(ids)}`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The neighbourhood of each of these addresses, living or gone; null without one, nothing when there is no such address. */
export async function neighbourhoodIdsOf(
  tx: Tx,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (addressIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('places.address')
    .select(['id', 'neighbourhood_id'])
    .where('id', '=', sql<string>`any(${[...new Set(addressIds)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.neighbourhood_id]))
}

/**
 * Living addresses that fit what somebody typed, best first: `molenstr 12`, `Lindel 5 3900`. Words without a digit are sought in
 * street names, typing errors forgiven; a number of four digits is a postal code, the first other one the house number.
 */
export async function findAddresses(tx: Tx, typed: string, limit = 10): Promise<readonly Address[]> {
  const { street, number, postalCode } = readAddress(typed)
  if (street === '') return []
  const likeness = (column: string) =>
    sql`public.word_similarity(platform.folded(${street}), platform.folded(${sql.ref(column)}))`
  return addresses(
    tx,
    sql`a.gone_on is null
      and s.id in (select id from places.street where ${likeness('name')} >= ${fewestAlike})
      and ${number ? sql`lower(a.number) like ${`${number}%`}` : sql`true`}
      and ${postalCode ? sql`a.postal_code = ${postalCode}` : sql`true`}`,
    sql`${likeness('s.name')} desc, length(s.name), length(a.number),`,
    limit,
  )
}

/** All neighbourhoods an address lies in: imported of every edition, composed and drawn; not the sectors and districts. */
export async function neighbourhoodsAt(tx: Tx, addressId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('places.neighbourhood_address as at')
    .innerJoin('places.area as area', (join) =>
      join
        .onRef('area.municipality_id', '=', 'at.municipality_id')
        .onRef('area.id', '=', 'at.neighbourhood_id')
        .on('area.level', '=', 'neighbourhood'),
    )
    .select('area.id')
    .where('at.address_id', '=', addressId)
    .execute()
  return rows.map(({ id }) => id)
}

/** What of a typed line is street, house number and postal code. House numbers in lower case. */
function readAddress(typed: string): { street: string; number: string; postalCode: string } {
  const words = typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  const postalCode = words.find((word) => /^[1-9][0-9]{3}$/.test(word)) ?? ''
  const number = words.find((word) => /^[0-9]/.test(word) && word !== postalCode) ?? ''
  const street = words.filter((word) => !/[0-9]/.test(word)).join(' ')
  return { street, number: number.replace(/[%_\\]/g, ''), postalCode }
}

/** Share of alike trigrams from which a street may be meant: lets one or two wrong letters through. */
const fewestAlike = 0.4

type Fragment = ReturnType<typeof sql>

function inNeighbourhoods(ids: readonly string[] | undefined): Fragment {
  if (!ids) return sql`true`
  return sql`a.id in (select address_id from places.neighbourhood_address where neighbourhood_id = any(${[...ids]}::uuid[]))`
}

/** The choice as a table of `address_id` and `street_id`; the function is what other modules count with. */
const chosenDoors = ({ streetIds, neighbourhoodIds, streetlessIn }: DoorChoice): Fragment =>
  sql`places.chosen_doors(${[...streetIds]}::uuid[], ${[...neighbourhoodIds]}::uuid[], ${[...streetlessIn]}::uuid[])`

/** Within how many metres a door of a street still tells where an address without one is. */
const nearbyMetres = 300

/** The street of the door nearest to an address `a` that has none. */
const nearestStreet = sql`lateral (
  select t.name from (
    select b.municipality_id, b.street_id, point(b.x, b.y) <-> point(a.x, a.y) as metres from places.address b
    where a.street_id is null and b.municipality_id = a.municipality_id and b.gone_on is null and b.street_id is not null
    order by point(b.x, b.y) <-> point(a.x, a.y) limit 1
  ) nearest
  join places.street t on t.municipality_id = nearest.municipality_id and t.id = nearest.street_id
  where nearest.metres <= ${sql.lit(nearbyMetres)})`

async function addresses(
  tx: Tx,
  where: Fragment,
  first: Fragment = sql``,
  limit?: number,
): Promise<readonly Address[]> {
  const { rows } = await sql<Address>`
    select a.id, a.street_id as "streetId", s.name as street, near.name as "streetNearby", a.number, a.box, a.postal_code as "postalCode",
      a.nis_code as "nisCode", a.x, a.y, a.sector_code as "sectorCode", a.neighbourhood_id as "neighbourhoodId",
      a.gone_on as "goneOn"
    from places.address a left join places.street s on s.municipality_id = a.municipality_id and s.id = a.street_id
    left join ${nearestStreet} near on true
    where ${where}
    order by ${first} platform.folded(s.name) nulls last, a.postal_code, a.number_order, a.number, a.box, a.id
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(tx.db)
  return rows
}
