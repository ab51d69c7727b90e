import type { IsoDate } from '@meernet/calendar'

/** From deciding to looking back. */
export const campaignStates = ['planned', 'announced', 'running', 'ended'] as const
export type CampaignState = (typeof campaignStates)[number]

/** Grounds of the GDPR; kept apart from any agreement of a person (rule P2). */
export const legalGrounds = ['publicTask', 'legalObligation', 'contract', 'vitalInterest', 'consent'] as const
export type LegalGround = (typeof legalGrounds)[number]

/** What came of ringing at a door. No scores. */
export const outcomes = ['notHome', 'notNow', 'noWish', 'pleasantTalk', 'cardFilled', 'alarm'] as const
export type Outcome = (typeof outcomes)[number]

/** Whether a door with this outcome is settled; at the others the pair may ring again. */
export const settlesDoor = (outcome: Outcome): boolean => outcome !== 'notHome' && outcome !== 'notNow'

/** A whole-street campaign: streets and addresses, never a list of people. */
export type Campaign = {
  readonly id: string
  readonly zoneId: string
  readonly name: string
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: IsoDate
  readonly legalGroundType: LegalGround
  readonly legalGround: string
  /** Languages the visits are offered in, first the one of the letter. */
  readonly languages: readonly string[]
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Account of the coordinator whom visitors call. */
  readonly onCallUserId: string
  readonly state: CampaignState
  readonly announcedOn: IsoDate | null
  readonly startedOn: IsoDate | null
  readonly endedOn: IsoDate | null
  /** Since then only counts are left. */
  readonly listsErasedOn: IsoDate | null
  readonly neighbourhoodIds: readonly string[]
  readonly streetIds: readonly string[]
  /** Of these neighbourhoods the doors that are published without a street go along too. */
  readonly streetlessIn: readonly string[]
  readonly version: number
}

/** What stands for the street of doors without one, in a form or an address. */
export const withoutStreet = 'none'

/** Whether it is chosen where a campaign goes: any street, or any doors without one. */
export const hasPlaces = ({ streetIds, streetlessIn }: Pick<Campaign, 'streetIds' | 'streetlessIn'>): boolean =>
  streetIds.length + streetlessIn.length > 0
