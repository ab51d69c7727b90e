import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type CleanPicture, type PictureType, pictureTypes } from '../../../platform/pictures/index.ts'
import type { Photo } from './walk.ts'

/** A photo on its way in: its picture was cleaned before. */
export type NewPhoto = {
  readonly id: string
  readonly walkId: string
  readonly description: string
  readonly picture: CleanPicture
  readonly addedBy: string
  readonly addedOn: IsoDate
}

/** Keeps photos; one that is there already is left as it is. */
export async function addPhotos(tx: Tx, photos: readonly NewPhoto[]): Promise<void> {
  if (photos.length === 0) return
  await tx.db
    .insertInto('analysis.walk_photo')
    .values(
      photos.map(({ id, walkId, description, picture, addedBy, addedOn }) => ({
        municipality_id: tx.actor.municipalityId,
        walk_id: walkId,
        id,
        description,
        picture_plain: Buffer.from(picture.bytes),
        media_type: picture.mediaType,
        width: picture.width,
        height: picture.height,
        added_by: addedBy,
        added_on: addedOn,
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'walk_id', 'id']).doNothing())
    .execute()
}

/** The photos of a walk that the actor may see, in the order in which they were added. */
export async function photosOf(tx: Tx, walkId: string): Promise<readonly Photo[]> {
  const { rows } = await sql<Photo>`
    select id, description, media_type as "mediaType", width, height, added_by as "addedBy", added_on as "addedOn",
      looked_on as "lookedOn", version
    from analysis.walk_photo where walk_id = ${walkId}::uuid order by id`.execute(tx.db)
  return rows
}

/** The picture itself, when the actor may see it. */
export async function pictureOf(
  tx: Tx,
  walkId: string,
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: PictureType } | undefined> {
  const row = await tx.db
    .selectFrom('analysis.walk_photo')
    .select(['picture_plain', 'media_type'])
    .where('walk_id', '=', walkId)
    .where('id', '=', id)
    .executeTakeFirst()
  const mediaType = pictureTypes.find((type) => type === row?.media_type)
  return row && mediaType && { bytes: row.picture_plain, mediaType }
}

/** Keeps who found nobody on it; false when it changed since `version`. */
export async function saveSecondLook(
  tx: Tx,
  look: {
    readonly walkId: string
    readonly id: string
    readonly version: number
    readonly by: string
    readonly on: IsoDate
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.walk_photo')
    .set({ looked_by: look.by, looked_on: look.on, version: look.version + 1 })
    .where('walk_id', '=', look.walkId)
    .where('id', '=', look.id)
    .where('version', '=', look.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many photos of others wait for a second look, and a walk on which one does. */
export async function photosWaiting(
  tx: Tx,
  userId: string,
): Promise<{ readonly count: number; readonly walkId: string | undefined }> {
  const { rows } = await sql<{ count: number; walkId: string | null }>`
    select count(*)::int as count, min(walk_id::text) as "walkId" from analysis.walk_photo
    where looked_on is null and added_by <> ${userId}::uuid`.execute(tx.db)
  return { count: rows[0]?.count ?? 0, walkId: rows[0]?.walkId ?? undefined }
}

/** Takes a photo away for good; false when it is not there in that version. */
export async function removePhoto(tx: Tx, walkId: string, id: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('analysis.walk_photo')
    .where('walk_id', '=', walkId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
