import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import { caseForAct } from '../cases/case-reading.ts'
import { insertEvents } from '../cases/event-store.ts'
import { followedRightsOf, insertFollowedRights } from './followed-right-store.ts'

type Wanted = {
  readonly caseId: string
  /** Ids in the catalogue of rights. */
  readonly rights: readonly string[]
  readonly by: string
  readonly at: Date
}

/**
 * Begins to follow rights of a case as worth asking, in the name of `by`. A right that is or was followed in that case is left as
 * it is: what became of it is not undone by a new check. Gives the ids of those begun.
 */
export async function beginToFollow(tx: Tx, { caseId, rights, by, at }: Wanted): Promise<readonly string[]> {
  const care = await caseForAct(tx, caseId, 'follow rights')
  const known = new Set((await followedRightsOf(tx, caseId)).map(({ rightId }) => rightId))
  const place = { caseId, zoneId: care.zoneId }
  const begun = await insertFollowedRights(
    tx,
    [...new Set(rights)]
      .filter((rightId) => !known.has(rightId))
      .map((rightId) => ({ ...place, id: uuidv7(), rightId, askBy: null, begunBy: by, begunAt: at })),
  )
  await insertEvents(
    tx,
    begun.map(({ id, rightId }) => ({
      ...place,
      id: uuidv7(),
      kind: 'rightWorthAsking' as const,
      value: rightId,
      aboutId: id,
      byUser: by,
      at,
    })),
  )
  return begun.map(({ rightId }) => rightId)
}
