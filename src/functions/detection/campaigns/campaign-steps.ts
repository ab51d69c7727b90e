import type { IsoDate } from '@meernet/calendar'
import { type Campaign, hasPlaces } from './campaign.ts'

/** Why a step cannot be done. */
export type StepRefusal =
  | 'notPlanned'
  | 'noStreets'
  | 'noLetters'
  | 'lettersMissing'
  | 'noListRule'
  | 'announcedInFuture'
  | 'notAnnounced'
  | 'notYet'
  | 'over'
  | 'alreadyEnded'

/** What announcing depends on. */
type Announcing = {
  readonly deliveredOn: IsoDate
  readonly today: IsoDate
  readonly letters: number
  /** Addresses to be visited that have no letter. */
  readonly withoutLetter: number
  readonly hasListRule: boolean
}

export type StepTaken = { readonly kind: 'done'; readonly campaign: Campaign } | Refused
/** `addresses`: how many stand in the way; 0 when none do. */
export type Refused = { readonly kind: 'refused'; readonly reason: StepRefusal; readonly addresses: number }

const refused = (reason: StepRefusal, addresses = 0): Refused => ({ kind: 'refused', reason, addresses })

/**
 * Announces: all letters were delivered by `deliveredOn`. Needs streets or a list, and a letter for every address that did not say no: no door is
 * rung without one. A list also needs a rule by which it will be destroyed (P15a), because the letter promises that.
 */
export function announce(campaign: Campaign, facts: Announcing): StepTaken {
  const { deliveredOn, today, letters, withoutLetter, hasListRule } = facts
  if (campaign.state !== 'planned') return refused('notPlanned')
  if (!hasPlaces(campaign)) return refused('noStreets')
  if (letters === 0) return refused('noLetters')
  if (withoutLetter > 0) return refused('lettersMissing', withoutLetter)
  if (campaign.kind === 'selected' && !hasListRule) return refused('noListRule')
  if (deliveredOn > today) return refused('announcedInFuture')
  return { kind: 'done', campaign: { ...campaign, state: 'announced', announcedOn: deliveredOn } }
}

/** Starts an announced campaign, from its first day to its last. */
export function start(campaign: Campaign, today: IsoDate): StepTaken {
  if (campaign.state !== 'announced') return refused('notAnnounced')
  if (today < campaign.startsOn) return refused('notYet')
  if (today > campaign.endsOn) return refused('over')
  return { kind: 'done', campaign: { ...campaign, state: 'running', startedOn: today } }
}

/** Ends a campaign, also one that never ran. From then on visitors see no addresses. */
export function end(campaign: Campaign, today: IsoDate): StepTaken {
  if (campaign.state === 'ended') return refused('alreadyEnded')
  return { kind: 'done', campaign: { ...campaign, state: 'ended', endedOn: today } }
}

/** What the calendar does by itself: an announced campaign starts on its day, any campaign ends after its last. */
export function dueStep(campaign: Campaign, today: IsoDate): StepTaken | undefined {
  if (campaign.state !== 'ended' && today > campaign.endsOn) return end(campaign, campaign.endsOn)
  if (campaign.state === 'announced' && today >= campaign.startsOn) return start(campaign, today)
  return undefined
}
