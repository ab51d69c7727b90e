import type { Tx } from '../../../platform/database/transact.ts'
import type { Neighbourhood } from '../place.ts'

/** What is said of a neighbourhood beside its name and place. */
export type Description = Pick<Neighbourhood, 'areaType' | 'knownAs' | 'description'>

/** Keeps what is said of a neighbourhood whose version is still `version`; false when it is not. An import leaves it alone. */
export async function describe(tx: Tx, id: string, said: Description, version: number): Promise<boolean> {
  const changed = await tx.db
    .updateTable('places.area')
    .set({ area_type: said.areaType, known_as: said.knownAs, description: said.description, version: version + 1 })
    .where('id', '=', id)
    .where('level', '=', 'neighbourhood')
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
