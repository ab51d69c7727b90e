import type { Tx } from '../../../../platform/database/transact.ts'
import { fellowsByIds } from '../../../../registers/volunteers/index.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { roundLines } from './progress-store.ts'

/** Names of the volunteers in the pairs and rounds of a campaign, by identifier; of pairs that ended too. */
export async function namesOfPairs(tx: Tx, campaignId: string): Promise<ReadonlyMap<string, string>> {
  const lines = [...(await pairsOf(tx, campaignId)), ...(await roundLines(tx, campaignId))]
  const fellows = await fellowsByIds(
    tx,
    lines.flatMap(({ firstVolunteerId, secondVolunteerId }) => [firstVolunteerId, secondVolunteerId]),
  )
  return new Map([...fellows].map(([id, { name }]) => [id, name]))
}
