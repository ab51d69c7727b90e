import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Observation, Walk, WalkSummary } from './walk.ts'

export type NewWalk = Omit<Walk, 'neighbourhood' | 'version'>
export type NewObservation = Omit<Observation, 'version'> & { readonly walkId: string; readonly notedBy: string }

/** Keeps a walk; false when it is there already. */
export async function noteWalk(tx: Tx, walk: NewWalk): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('analysis.walk')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: walk.id,
      walked_on: walk.walkedOn,
      neighbourhood_id: walk.neighbourhoodId,
      route: walk.route,
      noted_by: walk.notedBy,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Walks, newest first; those of one neighbourhood or one identifier when given. */
export async function walksOf(
  tx: Tx,
  { id, neighbourhoodId }: { readonly id?: string | undefined; readonly neighbourhoodId?: string | undefined } = {},
): Promise<readonly WalkSummary[]> {
  const { rows } = await sql<WalkSummary>`
    select w.id, w.walked_on as "walkedOn", w.neighbourhood_id as "neighbourhoodId", a.name as neighbourhood, w.route,
      w.noted_by as "notedBy", w.version,
      (select count(*)::int from analysis.walk_observation o
        where o.municipality_id = w.municipality_id and o.walk_id = w.id) as observations,
      (select count(*)::int from analysis.walk_photo p
        where p.municipality_id = w.municipality_id and p.walk_id = w.id) as photos
    from analysis.walk w
      join places.area a on a.municipality_id = w.municipality_id and a.id = w.neighbourhood_id
    where (${id ?? null}::uuid is null or w.id = ${id ?? null}::uuid)
      and (${neighbourhoodId ?? null}::uuid is null or w.neighbourhood_id = ${neighbourhoodId ?? null}::uuid)
    order by w.walked_on desc, w.id desc`.execute(tx.db)
  return rows
}

/** One walk. */
export async function walkById(tx: Tx, id: string): Promise<Walk | undefined> {
  const [walk] = await walksOf(tx, { id })
  return walk
}

/** Changes day, neighbourhood or route; false when it changed since `version`. */
export async function changeWalk(
  tx: Tx,
  walk: Pick<Walk, 'id' | 'neighbourhoodId' | 'route' | 'version'> & { readonly walkedOn: IsoDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.walk')
    .set({
      walked_on: walk.walkedOn,
      neighbourhood_id: walk.neighbourhoodId,
      route: walk.route,
      version: walk.version + 1,
    })
    .where('id', '=', walk.id)
    .where('version', '=', walk.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes a walk away with all that was seen on it; false when it changed since `version`. */
export async function removeWalk(tx: Tx, id: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('analysis.walk')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** What was seen on a walk, in the order in which it was noted. */
export async function observationsOf(tx: Tx, walkId: string): Promise<readonly Observation[]> {
  const rows = await tx.db
    .selectFrom('analysis.walk_observation')
    .select(['id', 'kind', 'theme', 'spot', 'seen', 'version'])
    .where('walk_id', '=', walkId)
    .orderBy('id')
    .execute()
  // The check of the table is the closed list of the type.
  return rows.map((row) => ({ ...row, kind: row.kind as Observation['kind'] }))
}

/** One observation with its walk, both as the actor may see them. */
export async function walkWithObservation(
  tx: Tx,
  walkId: string,
  id: string,
): Promise<{ readonly walk: Walk; readonly observation: Observation } | undefined> {
  const walk = await walkById(tx, walkId)
  const observation = walk && (await observationsOf(tx, walkId)).find((one) => one.id === id)
  return walk && observation && { walk, observation }
}

/** Keeps observations; one that is there already is left as it is. */
export async function noteObservations(tx: Tx, observations: readonly NewObservation[]): Promise<void> {
  if (observations.length === 0) return
  await tx.db
    .insertInto('analysis.walk_observation')
    .values(
      observations.map(({ walkId, notedBy, ...observation }) => ({
        municipality_id: tx.actor.municipalityId,
        walk_id: walkId,
        noted_by: notedBy,
        ...observation,
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'walk_id', 'id']).doNothing())
    .execute()
}

/** Takes an observation away; false when it is not there in that version. */
export async function removeObservation(tx: Tx, walkId: string, id: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('analysis.walk_observation')
    .where('walk_id', '=', walkId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
