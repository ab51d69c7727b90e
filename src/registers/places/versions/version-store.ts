import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type AreaVersion, isMadeOfSame, type MadeOf, type NamedPart } from './area-version.ts'

/** Notes what a neighbourhood is made of now: as a new version when that is not what it was, closing the one before. */
export async function keepVersion(tx: Tx, areaId: string, why: string | null): Promise<void> {
  const now = await madeOfNow(tx, areaId)
  const [present] = await versionsOf(tx, areaId)
  if (present && isMadeOfSame(present, now)) return
  await tx.db
    .updateTable('places.area_version')
    .set({ valid_until: sql<Date>`greatest(${tx.now}::timestamptz, valid_from)` })
    .where('area_id', '=', areaId)
    .where('valid_until', 'is', null)
    .execute()
  await tx.db
    .insertInto('places.area_version')
    .values({
      municipality_id: tx.actor.municipalityId,
      area_id: areaId,
      number: (present?.number ?? 0) + 1,
      ...{ name: now.name, edition: now.edition, why },
      parts: JSON.stringify(now.parts),
      geometry: now.border && JSON.stringify(now.border),
      made_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
      valid_from: tx.now,
    })
    .execute()
}

/** The versions of a neighbourhood, newest first; none for a published one that never changed. */
export async function versionsOf(tx: Tx, areaId: string): Promise<readonly AreaVersion[]> {
  const rows = await tx.db
    .selectFrom('places.area_version')
    .selectAll()
    .where('area_id', '=', areaId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    areaId: row.area_id,
    number: row.number,
    name: row.name,
    edition: row.edition,
    parts: row.parts as readonly NamedPart[],
    border: row.geometry as AreaVersion['border'],
    why: row.why,
    madeBy: row.made_by,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }))
}

/** Number of the version each of these neighbourhoods is in, to name in what is made with it. A published one begins at 1. */
export async function versionOf(tx: Tx, areaIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; number: number }>`
    select a.id, coalesce(max(v.number), 1) as number from places.area a
    left join places.area_version v on v.municipality_id = a.municipality_id and v.area_id = a.id
    where a.id = any(${[...areaIds]}::uuid[]) group by a.id`.execute(tx.db)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** What each of these neighbourhoods is made of: areas by code, then streets by name. */
export async function namedParts(
  tx: Tx,
  areaIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedPart[]>> {
  const { rows } = await sql<NamedPart & { areaId: string }>`
    select c.area_id as "areaId", p.level as kind, p.id, p.name, p.code from places.composed_of_area c
    join places.area p on p.municipality_id = c.municipality_id and p.id = c.part_id
    where c.area_id = any(${[...areaIds]}::uuid[])
    union all
    select c.area_id, 'street', s.id, s.name, s.postal_code from places.composed_of_street c
    join places.street s on s.municipality_id = c.municipality_id and s.id = c.street_id
    where c.area_id = any(${[...areaIds]}::uuid[])
    order by kind, name, id`.execute(tx.db)
  const parts = Map.groupBy(rows, ({ areaId }) => areaId)
  return new Map([...parts].map(([id, of]) => [id, of.map(({ areaId: _, ...part }) => part)]))
}

/** What a neighbourhood is made of at this moment; throws when there is none of this identifier. */
export async function madeOfNow(tx: Tx, areaId: string): Promise<MadeOf> {
  const area = await tx.db
    .selectFrom('places.area')
    .select(['name', 'edition', 'geometry'])
    .where('id', '=', areaId)
    .executeTakeFirstOrThrow()
  return {
    name: area.name,
    edition: area.edition,
    parts: (await namedParts(tx, [areaId])).get(areaId) ?? [],
    border: area.geometry as MadeOf['border'],
  }
}
