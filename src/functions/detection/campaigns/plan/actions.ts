import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { streetlessPoints, streetsOf } from '../../../../registers/places/index.ts'
import { type Campaign, hasPlaces } from '../campaign.ts'
import { announce, dueStep, end, type StepTaken, start } from '../campaign-steps.ts'
import {
  addCampaign,
  type ChosenPlaces,
  campaignById,
  changeCampaign,
  lockCampaign,
  openCampaigns,
  raiseVersion,
  savePlaces,
  saveStep,
} from '../campaign-store.ts'
import { countLetters, countWithoutLetter } from '../letters/letter-store.ts'
import { visitListRule } from '../retention/visit-list-rule-store.ts'
import { dropOtherDoors } from '../rounds/plan-store.ts'
import type { CampaignInput } from './forms.ts'
import { choiceAfter } from './place-choice.ts'

type Needs = { readonly transact: Transact }

/** Makes or changes a campaign; `false` when somebody else changed it since the form was made. */
export const saveCampaign = ({ transact }: Needs, actor: StaffActor, input: CampaignInput): Promise<boolean> =>
  transact(actor, async (tx) => {
    const { id, version, ...details } = input
    if (version === undefined) await addCampaign(tx, { id, zoneId: actor.zoneId, createdBy: actor.userId }, details)
    else if (!(await changeCampaign(tx, id, version, details))) return false
    else await dropDoorsElsewhere(tx, id)
    audit(tx, version === undefined ? 'plan campaign' : 'change campaign', id)
    return true
  })

/** What a form gives about the streets of some neighbourhoods of a campaign; `everything` takes all that it showed. */
export type StreetsGiven = ChosenPlaces & {
  readonly version: number
  readonly shownIn: readonly string[]
  readonly everything: boolean
}

/** Chooses streets and doors without one; only while the campaign is planned, because letters follow from them. */
export const chooseStreets = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  { version, shownIn, everything, ...given }: StreetsGiven,
): Promise<'saved' | 'nothingChosen' | 'notPlanned' | 'stale' | undefined> =>
  transact(actor, async (tx) => {
    const campaign = await campaignById(tx, id)
    if (!campaign) return undefined
    if (campaign.state !== 'planned' || campaign.kind !== 'wholeStreet') return 'notPlanned'
    const shown = await choosable(tx, shownIn)
    const choice = choiceAfter(campaign, shown, everything ? shown : given)
    if (!hasPlaces(choice)) return 'nothingChosen'
    if (!(await raiseVersion(tx, id, version))) return 'stale'
    await savePlaces(tx, id, choice)
    await dropDoorsElsewhere(tx, id)
    audit(tx, 'choose streets of campaign', id)
    return 'saved'
  })

/** While a campaign is planned its rounds follow where it goes: a door that got no letter is on none when it is announced. */
async function dropDoorsElsewhere(tx: Tx, id: string): Promise<void> {
  const campaign = await campaignById(tx, id)
  if (campaign?.state === 'planned') await dropOtherDoors(tx, campaign)
}

async function choosable(tx: Tx, neighbourhoodIds: readonly string[]): Promise<ChosenPlaces> {
  const streets = await streetsOf(tx, { neighbourhoodIds })
  return {
    streetIds: streets.map(({ id }) => id),
    streetlessIn: [...(await streetlessPoints(tx, neighbourhoodIds)).keys()],
  }
}

/** Takes a step with a campaign; undefined when there is no such campaign. */
export const takeStep = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  step: Step,
  today: IsoDate,
): Promise<StepTaken | undefined> =>
  transact(actor, async (tx) => {
    const campaign = await lockCampaign(tx, id)
    if (!campaign) return undefined
    const taken = await decide(tx, campaign, step, today)
    if (taken.kind === 'refused') return taken
    if (step.kind === 'announce') await dropOtherDoors(tx, campaign)
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
      return announce(campaign, {
        deliveredOn: step.deliveredOn,
        today,
        letters: await countLetters(tx, campaign.id),
        withoutLetter: await countWithoutLetter(tx, campaign),
        hasListRule: (await visitListRule(tx))?.isOn ?? false,
      })
  }
}

/** Does what the calendar says: starts announced campaigns on their day, ends those whose last day has been. */
export async function takeDueSteps(tx: Tx, today: IsoDate): Promise<void> {
  const due = (await openCampaigns(tx)).filter((campaign) => dueStep(campaign, today)?.kind === 'done')
  for (const { id } of due) {
    const campaign = await lockCampaign(tx, id)
    const step = campaign && dueStep(campaign, today)
    if (step?.kind !== 'done') continue
    await saveStep(tx, step.campaign)
    tx.audit({
      action: step.campaign.state === 'ended' ? 'end campaign' : 'start campaign',
      subject: { type: 'campaign', id },
      zoneId: step.campaign.zoneId,
    })
  }
}

const audit = (tx: Tx, action: string, id: string) => tx.audit({ action, subject: { type: 'campaign', id } })
