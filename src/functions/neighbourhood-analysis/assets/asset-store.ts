import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Asset } from './asset.ts'
import type { FilePlace } from './points-file.ts'

/** Which assets to list; everything that is given must fit. Gone ones never. */
export type AssetFilter = {
  readonly id?: string | undefined
  readonly kinds?: readonly string[] | undefined
  /** Places of these types; other kinds are not asked for their type. */
  readonly placeTypes?: readonly string[] | undefined
  readonly words?: string | undefined
}

export type NewAsset = Omit<Asset, 'version' | 'origin' | 'retrievedOn'> & {
  readonly notedBy: string
  readonly notedOn: IsoDate
}

/** Assets by kind and name; what organisations and services are called comes from their register. */
export async function assetsIn(tx: Tx, { id, kinds, placeTypes, words }: AssetFilter = {}): Promise<readonly Asset[]> {
  const name = sql`coalesce(a.name, s.name, o.name)`
  const { rows } = await sql<Asset>`
    select a.id, a.kind, ${name} as name, a.place_type as "placeType", a.organisation_id as "organisationId",
      a.service_id as "serviceId", a.neighbourhood_id as "neighbourhoodId",
      case when a.x is null then null else jsonb_build_array(a.x, a.y) end as "at", a.address, a.is_free as "isFree",
      a.is_accessible as "isAccessible", a.opening_hours as "openingHours", a.languages, a.note, a.origin,
      a.retrieved_on as "retrievedOn", a.version
    from analysis.asset a
      left join organisations.organisation o on o.municipality_id = a.municipality_id and o.id = a.organisation_id
      left join organisations.service s on s.municipality_id = a.municipality_id and s.id = a.service_id
    where a.gone_on is null
      and (${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid)
      and (${kinds ?? null}::text[] is null or a.kind = any(${kinds ?? null}::text[]))
      and (a.kind <> 'place' or ${placeTypes ?? null}::text[] is null or a.place_type = any(${placeTypes ?? null}::text[]))
      and (${words ?? null}::text is null
        or platform.folded(${name}) like '%' || platform.folded(${likeText(words ?? '')}) || '%')
    order by array_position(array['place', 'keyPerson', 'antennaPoint', 'organisation', 'service'], a.kind),
      a.name is null, platform.folded(${name}), a.place_type, a.id`.execute(tx.db)
  return rows
}

/** Keeps assets; one that is there already is left as it is. */
export async function noteAssets(tx: Tx, assets: readonly NewAsset[]): Promise<void> {
  if (assets.length === 0) return
  await tx.db
    .insertInto('analysis.asset')
    .values(
      assets.map(({ notedBy, notedOn, ...asset }) => ({
        municipality_id: tx.actor.municipalityId,
        id: asset.id,
        kind: asset.kind,
        noted_by: notedBy,
        noted_on: notedOn,
        ...columnsOf(asset),
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .execute()
}

/** Changes an asset; false when it changed since `version`. */
export async function changeAsset(
  tx: Tx,
  asset: Omit<NewAsset, 'notedBy' | 'notedOn'> & { readonly version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.asset')
    .set({ ...columnsOf(asset), version: asset.version + 1 })
    .where('id', '=', asset.id)
    .where('version', '=', asset.version)
    .where('gone_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes an asset off the map from `day` on, or puts it back with null; false when it changed since `version`. */
export async function setAssetGone(tx: Tx, id: string, version: number, day: IsoDate | null): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.asset')
    .set({ gone_on: day, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Imported = {
  readonly places: readonly (FilePlace & { readonly id: string })[]
  /** Types that were chosen: of these, what the file does not have any more is gone. */
  readonly types: readonly string[]
  readonly retrievedOn: IsoDate
  readonly notedBy: string
  readonly notedOn: IsoDate
}

/** The places of a file become these: doing it again changes nothing, what people added beside it stays. */
export async function putPlaces(
  tx: Tx,
  { places, types, retrievedOn, notedBy, notedOn }: Imported,
): Promise<{ readonly kept: number; readonly gone: number }> {
  await sql`
    insert into analysis.asset as kept (municipality_id, id, kind, name, place_type, x, y, origin, origin_id, retrieved_on,
      noted_by, noted_on)
    select ${tx.actor.municipalityId}::uuid, id, 'place', name, type, x, y, 'openStreetMap', "originId", ${retrievedOn}::date,
      ${notedBy}::uuid, ${notedOn}::date
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place (id uuid, "originId" text, type text, name text,
      x double precision, y double precision)
    on conflict (municipality_id, origin, origin_id) do update
      set name = coalesce(excluded.name, kept.name), place_type = excluded.place_type, x = excluded.x, y = excluded.y,
        retrieved_on = excluded.retrieved_on, gone_on = null, version = kept.version + 1
      where (kept.name, kept.place_type, kept.x, kept.y, kept.retrieved_on, kept.gone_on) is distinct from
        (coalesce(excluded.name, kept.name), excluded.place_type, excluded.x, excluded.y, excluded.retrieved_on, null::date)`.execute(
    tx.db,
  )
  const gone = await sql`
    update analysis.asset set gone_on = ${notedOn}::date, version = version + 1
    where origin = 'openStreetMap' and gone_on is null and place_type = any(${[...types]}::text[])
      and not (origin_id = any(${places.map(({ originId }) => originId)}::text[]))`.execute(tx.db)
  return { kept: places.length, gone: Number(gone.numAffectedRows ?? 0) }
}

const likeText = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

function columnsOf(asset: Omit<NewAsset, 'notedBy' | 'notedOn'>) {
  return {
    // What organisations and services are called is kept in their register alone.
    name: asset.organisationId || asset.serviceId ? null : asset.name,
    place_type: asset.placeType,
    organisation_id: asset.organisationId,
    service_id: asset.serviceId,
    neighbourhood_id: asset.neighbourhoodId,
    x: asset.at?.[0] ?? null,
    y: asset.at?.[1] ?? null,
    address: asset.address,
    is_free: asset.isFree,
    is_accessible: asset.isAccessible,
    opening_hours: asset.openingHours,
    languages: [...asset.languages],
    note: asset.note,
  }
}
