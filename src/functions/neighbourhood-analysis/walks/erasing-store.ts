import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { frontDoorZone } from '../../../registers/municipalities/index.ts'

/** Photos added before a moment. No zone has them: whose front door it is decides. */
export async function photosAddedBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  if (zoneId !== (await frontDoorZone(tx))) return []
  return tx.db
    .selectFrom('analysis.walk_photo')
    .select(['id', 'added_on as closedOn'])
    .where('added_on', '<', isoDateIn(municipalTimeZone, before))
    .orderBy('added_on')
    .orderBy('id')
    .execute()
}

/** Deletes photos; what was seen on the walk stays. Gives how many rows of which table. As the program. */
export async function erasePhotos(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  if (ids.length === 0) return {}
  const { numDeletedRows } = await tx.db
    .deleteFrom('analysis.walk_photo')
    .where('id', 'in', [...ids])
    .executeTakeFirst()
  return { 'analysis.walk_photo': Number(numDeletedRows) }
}
