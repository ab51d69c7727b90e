import type { Tx } from '../../../../platform/database/transact.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { fellowsByIds, frozenFiles } from '../../../../registers/volunteers/index.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { roundLines } from './progress-store.ts'

/**
 * Names of the volunteers in the pairs and rounds of a campaign, by identifier; of pairs that ended too. Whose file is frozen has
 * no name here (P16), but the words for it.
 */
export async function namesOfPairs(tx: Tx, t: Texts, campaignId: string): Promise<ReadonlyMap<string, string>> {
  const lines = [...(await pairsOf(tx, campaignId)), ...(await roundLines(tx, campaignId))]
  const fellows = await fellowsByIds(
    tx,
    lines.flatMap(({ firstVolunteerId, secondVolunteerId }) => [firstVolunteerId, secondVolunteerId]),
  )
  return new Map([
    ...(await frozenFiles(tx)).map(({ id }) => [id, t('volunteers.frozen.somebody')] as const),
    ...[...fellows].map(([id, { name }]) => [id, name] as const),
  ])
}
