import { addDays, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { leadCampaigns } from './access.ts'
import type { Campaign } from './campaign.ts'
import { campaignsWithDueLists, openCampaigns } from './campaign-store.ts'
import { visitListRule } from './retention/visit-list-rule-store.ts'
import { countWaitingFor } from './rounds/plan-store.ts'
import { type DoubtfulRound, roundsInDoubt } from './rounds/rounds-in-doubt.ts'

/** Days before a campaign begins by which its letters should be in the boxes. */
const announceDaysBefore = 14

/** For who leads campaigns: letters to deliver, rounds that cannot go as planned, doors without a letter or a round, lists that wait for a rule. */
export const waitingInCampaigns: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!leadCampaigns.allows(actor)) return []
  const today = isoDateIn(municipalTimeZone, tx.now)
  const waiting: Waiting[] = []
  for (const campaign of await openCampaigns(tx)) waiting.push(...(await stepsWaiting(tx, campaign, today)))
  return [...waiting, ...(await listsWaiting(tx, today))]
}

async function stepsWaiting(tx: Tx, campaign: Campaign, today: string): Promise<readonly Waiting[]> {
  const base = `/campaigns/${campaign.id}`
  const values = { name: campaign.name }
  const announceBy = addDays(campaign.startsOn, -announceDaysBefore)
  if (campaign.state === 'planned')
    return today < addDays(announceBy, -announceDaysBefore)
      ? []
      : [{ message: 'detection.waiting.announce', values, href: base, dueOn: announceBy }]
  const { letters, rounds } = await countWaitingFor(tx, campaign, today)
  const waiting = [
    { message: 'detection.waiting.letters', href: `${base}/letters`, doors: letters },
    { message: 'detection.waiting.doors', href: `${base}/rounds`, doors: rounds },
  ]
  const doubtful = await roundsInDoubt(tx, campaign, today)
  return [
    ...doubtsWaiting(doubtful, { values, href: `${base}/rounds` }),
    ...waiting
      .filter(({ doors }) => doors > 0)
      .map(({ message, href, doors }) => ({ message, values: { ...values, doors }, href, dueOn: undefined })),
  ]
}

/** One line for all of them, by the day of the first. */
function doubtsWaiting(
  rounds: readonly DoubtfulRound[],
  { values, href }: { readonly values: { readonly name: string }; readonly href: string },
): readonly Waiting[] {
  const [first] = rounds
  if (!first) return []
  return [{ message: 'detection.waiting.rounds', values: { ...values, rounds: rounds.length }, href, dueOn: first.day }]
}

async function listsWaiting(tx: Tx, today: string): Promise<readonly Waiting[]> {
  const rule = await visitListRule(tx)
  if (rule?.isOn) return []
  const waiting = await campaignsWithDueLists(tx, today, rule?.days ?? 30)
  return waiting.map(({ name }) => ({
    message: 'detection.waiting.lists',
    values: { name },
    href: '/visit-list-rule',
    dueOn: undefined,
  }))
}
