import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { volunteersIn } from '../../../../registers/volunteers/index.ts'
import type { Campaign } from '../campaign.ts'
import { lockCampaign } from '../campaign-store.ts'
import { type Pair, type PairFacts, type PairProblem, pairProblems } from './pair.ts'
import { addPair, endPair, pairsOf } from './pair-store.ts'

type Needs = { readonly transact: Transact }

export type Paired =
  | { readonly kind: 'paired' }
  | { readonly kind: 'refused'; readonly problems: readonly PairProblem[] }
  | { readonly kind: 'unknown' }

/** Makes a pair, when nothing speaks against it today. */
export const makePair = ({ transact }: Needs, actor: StaffActor, pair: Pair, today: IsoDate): Promise<Paired> =>
  transact(actor, async (tx) => {
    // Held: of two who pair the same volunteer at once, the second sees what the first did.
    const campaign = await lockCampaign(tx, pair.campaignId)
    const ids = [pair.firstVolunteerId, pair.secondVolunteerId]
    const people = new Map((await volunteersIn(tx, { ids })).map((volunteer) => [volunteer.id, volunteer]))
    const first = people.get(pair.firstVolunteerId)
    const second = people.get(pair.secondVolunteerId)
    if (!campaign || !first || !second) return { kind: 'unknown' }
    const pairs = await pairsOf(tx, campaign.id)
    if (pairs.some(({ id }) => id === pair.id)) return { kind: 'paired' }
    const problems = pairProblems(first, second, { ...(await pairFacts(tx, campaign, today)), pairs })
    if (problems.length > 0) return { kind: 'refused', problems }
    await addPair(tx, pair)
    tx.audit({ action: 'make visitor pair', subject: { type: 'campaign', id: campaign.id } })
    return { kind: 'paired' }
  })

/** What the pair rule needs to know of a campaign on a day. */
export async function pairFacts(tx: Tx, campaign: Campaign, today: IsoDate): Promise<PairFacts> {
  return {
    day: today < campaign.startsOn ? campaign.startsOn : today,
    campaignLanguages: campaign.languages,
    pairs: await pairsOf(tx, campaign.id),
  }
}

/** Ends a pair today; doors of its rounds to come wait for another. */
export const dissolvePair = (
  { transact }: Needs,
  actor: StaffActor,
  campaignId: string,
  pairId: string,
  today: IsoDate,
) =>
  transact(actor, async (tx) => {
    await endPair(tx, pairId, today)
    tx.audit({ action: 'end visitor pair', subject: { type: 'campaign', id: campaignId } })
  })
