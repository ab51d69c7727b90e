import type { IsoDate } from '@meernet/calendar'

/** From deciding to looking back. */
const campaignStates = ['planned', 'announced', 'running', 'ended'] as const
export type CampaignState = (typeof campaignStates)[number]

/** Whole streets: nobody is picked, to be preferred. Selected: addresses by criteria a body decided on. */
export const campaignKinds = ['wholeStreet', 'selected'] as const
export type CampaignKind = (typeof campaignKinds)[number]

/** Grounds of the GDPR; kept apart from any agreement of a person (rule P2). */
export const legalGrounds = ['publicTask', 'legalObligation', 'contract', 'vitalInterest', 'consent'] as const
export type LegalGround = (typeof legalGrounds)[number]

/** What came of ringing at a door. No scores. */
export const outcomes = ['notHome', 'notNow', 'noWish', 'pleasantTalk', 'cardFilled', 'alarm'] as const
export type Outcome = (typeof outcomes)[number]

/** Whether a door with this outcome is settled; at the others the pair may ring again. */
export const settlesDoor = (outcome: Outcome): boolean => outcome !== 'notHome' && outcome !== 'notNow'

/** A campaign: streets or a list of addresses, never a list of people. */
export type Campaign = {
  readonly id: string
  readonly zoneId: string
  readonly kind: CampaignKind
  readonly name: string
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: IsoDate
  readonly legalGroundType: LegalGround
  readonly legalGround: string
  /** Only of a selected campaign: by what addresses were chosen, as decided; never kept per address. */
  readonly criteria: string | null
  /** The same as the letter says it. */
  readonly letterWords: string | null
  /** By this day at the latest the list is destroyed. */
  readonly destroyOn: IsoDate | null
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
  /** How many addresses the list of a selected campaign has, for who leads visits; others see 0. */
  readonly listed: number
  readonly version: number
}

/** What stands for the street of doors without one, in a form or an address. */
export const withoutStreet = 'none'

/** Whether it is chosen where a campaign goes: any street, any doors without one, or any address of a list. */
export const hasPlaces = ({
  streetIds,
  streetlessIn,
  listed = 0,
}: Pick<Campaign, 'streetIds' | 'streetlessIn'> & Partial<Pick<Campaign, 'listed'>>): boolean =>
  streetIds.length + streetlessIn.length + listed > 0
