import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { OccasionKind, RawTally, WayOfCounting } from './heard.ts'

/** An occasion at which people were heard, with how many per group. */
export type NewOccasion = {
  readonly id: string
  readonly kind: OccasionKind
  readonly title: string
  readonly onDay: IsoDate
  readonly neighbourhoodId: string | null
  readonly walkId: string | null
  readonly counted: WayOfCounting
  readonly people: number
  readonly groups: readonly { readonly group: string; readonly people: number }[]
  readonly notedBy: string
}

/** An occasion as it is listed: how many were there is not told. */
export type Occasion = Pick<
  NewOccasion,
  'id' | 'kind' | 'title' | 'onDay' | 'neighbourhoodId' | 'walkId' | 'counted' | 'notedBy'
> & { readonly neighbourhood: string | null; readonly version: number }

type Span = { readonly year: number; readonly neighbourhoodId?: string | undefined }

/** Keeps occasions with their counts; one that is there already is left as it is. */
export async function countOccasions(tx: Tx, occasions: readonly NewOccasion[]): Promise<void> {
  if (occasions.length === 0) return
  const municipality_id = tx.actor.municipalityId
  const made = await tx.db
    .insertInto('analysis.heard_occasion')
    .values(
      occasions.map((occasion) => ({
        municipality_id,
        id: occasion.id,
        kind: occasion.kind,
        title: occasion.title,
        on_day: occasion.onDay,
        neighbourhood_id: occasion.neighbourhoodId,
        walk_id: occasion.walkId,
        counted: occasion.counted,
        people: occasion.people,
        noted_by: occasion.notedBy,
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .execute()
  const isNew = new Set(made.map(({ id }) => id))
  const tallies = occasions
    .filter(({ id }) => isNew.has(id))
    .flatMap(({ id, groups }) =>
      groups.map(({ group, people }) => ({ municipality_id, occasion_id: id, group_code: group, people })),
    )
  if (tallies.length > 0) await tx.db.insertInto('analysis.heard_tally').values(tallies).execute()
}

/** The occasions of a year, newest first. */
export async function occasionsOf(tx: Tx, { year, neighbourhoodId }: Span): Promise<readonly Occasion[]> {
  const { rows } = await sql<Occasion>`
    select o.id, o.kind, o.title, o.on_day as "onDay", o.neighbourhood_id as "neighbourhoodId", o.walk_id as "walkId",
      o.counted, o.noted_by as "notedBy", o.version, a.name as neighbourhood
    from analysis.heard_occasion o
      left join places.area a on a.municipality_id = o.municipality_id and a.id = o.neighbourhood_id
    where ${within(year)} and (${neighbourhoodId ?? null}::uuid is null or o.neighbourhood_id = ${neighbourhoodId ?? null}::uuid)
    order by o.on_day desc, o.id desc`.execute(tx.db)
  return rows
}

/** One occasion. */
export async function occasionById(tx: Tx, id: string): Promise<Occasion | undefined> {
  const { rows } = await sql<Occasion>`
    select o.id, o.kind, o.title, o.on_day as "onDay", o.neighbourhood_id as "neighbourhoodId", o.walk_id as "walkId",
      o.counted, o.noted_by as "notedBy", o.version, null as neighbourhood
    from analysis.heard_occasion o where o.id = ${id}::uuid`.execute(tx.db)
  return rows[0]
}

/** Lets the count of a walk follow when its day, neighbourhood or route is put right. */
export async function moveOccasionOfWalk(
  tx: Tx,
  walkId: string,
  { title, onDay, neighbourhoodId }: Pick<NewOccasion, 'title' | 'onDay' | 'neighbourhoodId'>,
): Promise<void> {
  await tx.db
    .updateTable('analysis.heard_occasion')
    .set({ title, on_day: onDay, neighbourhood_id: neighbourhoodId })
    .where('walk_id', '=', walkId)
    .execute()
}

/** Takes an occasion away with its counts; false when it is not there in that version, or not the actor's to take away. */
export async function removeOccasion(tx: Tx, id: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('analysis.heard_occasion')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Counts of a year per neighbourhood and group. NOTE show them through `groupsHeard` only (P13). */
export async function talliesOf(tx: Tx, year: number): Promise<readonly RawTally[]> {
  const { rows } = await sql<RawTally>`
    select o.neighbourhood_id as "neighbourhoodId", t.group_code as "group", sum(t.people)::int as people
    from analysis.heard_tally t
      join analysis.heard_occasion o on o.municipality_id = t.municipality_id and o.id = t.occasion_id
    where ${within(year)} group by 1, 2`.execute(tx.db)
  return rows
}

/** How many people were heard in a year, in one neighbourhood or in all. NOTE never shown as it is (P13). */
export async function peopleHeard(tx: Tx, { year, neighbourhoodId }: Span): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select coalesce(sum(o.people), 0)::int as people from analysis.heard_occasion o
    where ${within(year)} and (${neighbourhoodId ?? null}::uuid is null or o.neighbourhood_id = ${neighbourhoodId ?? null}::uuid)`.execute(
    tx.db,
  )
  return rows[0]?.people ?? 0
}

/** The years of which there are occasions, newest first. */
export async function yearsHeard(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from on_day)::int as year from analysis.heard_occasion order by 1 desc`.execute(tx.db)
  return rows.map(({ year }) => year)
}

const within = (year: number) => sql`o.on_day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`
