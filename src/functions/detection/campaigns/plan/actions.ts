import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import type { Campaign } from '../campaign.ts'
import { announce, dueStep, end, type StepTaken, start } from '../campaign-steps.ts'
import { addCampaign, campaignById, changeCampaign, openCampaigns, saveStep, saveStreets } from '../campaign-store.ts'
import { countLetters } from '../letters/letter-store.ts'
import type { CampaignInput } from './forms.ts'

type Needs = { readonly transact: Transact }

/** Makes or changes a campaign; `false` when somebody else changed it since the form was made. */
export const saveCampaign = ({ transact }: Needs, actor: StaffActor, input: CampaignInput): Promise<boolean> =>
  transact(actor, async (tx) => {
    const { id, version, ...details } = input
    if (version === undefined) await addCampaign(tx, { id, zoneId: actor.zoneId, createdBy: actor.userId }, details)
    else if (!(await changeCampaign(tx, id, version, details))) return false
    audit(tx, version === undefined ? 'plan campaign' : 'change campaign', id)
    return true
  })

/** Chooses the streets; only while the campaign is planned, because letters follow from them. */
export const chooseStreets = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  streetIds: readonly string[],
): Promise<'saved' | 'notPlanned' | undefined> =>
  transact(actor, async (tx) => {
    const campaign = await campaignById(tx, id)
    if (!campaign) return undefined
    if (campaign.state !== 'planned') return 'notPlanned'
    await saveStreets(tx, campaign, streetIds)
    audit(tx, 'choose streets of campaign', id)
    return 'saved'
  })

/** Takes a step with a campaign; undefined when there is no such campaign. */
export const takeStep = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  step: Step,
  today: IsoDate,
): Promise<StepTaken | undefined> =>
  transact(actor, async (tx) => {
    const campaign = await campaignById(tx, id)
    if (!campaign) return undefined
    const taken = await decide(tx, campaign, step, today)
    if (taken.kind === 'refused') return taken
    await saveStep(tx, taken.campaign)
    audit(tx, `${step.kind} campaign`, id)
    return taken
  })

type Step =
  | { readonly kind: 'announce'; readonly deliveredOn: IsoDate }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }

async function decide(tx: Tx, campaign: Campaign, step: Step, today: IsoDate): Promise<StepTaken> {
  switch (step.kind) {
    case 'start':
      return start(campaign, today)
    case 'end':
      return end(campaign, today)
    case 'announce':
      return announce(campaign, { deliveredOn: step.deliveredOn, today, letters: await countLetters(tx, campaign.id) })
  }
}

/** Does what the calendar says: starts announced campaigns on their day, ends those whose last day has been. */
export async function takeDueSteps(tx: Tx, today: IsoDate): Promise<void> {
  for (const campaign of await openCampaigns(tx)) {
    const step = dueStep(campaign, today)
    if (step?.kind !== 'done') continue
    await saveStep(tx, step.campaign)
    tx.audit({
      action: step.campaign.state === 'ended' ? 'end campaign' : 'start campaign',
      subject: { type: 'campaign', id: campaign.id },
      zoneId: campaign.zoneId,
    })
  }
}

const audit = (tx: Tx, action: string, id: string) => tx.audit({ action, subject: { type: 'campaign', id } })
