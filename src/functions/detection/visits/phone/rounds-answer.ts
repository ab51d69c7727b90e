import type { IsoDate } from '@meernet/calendar'
import type { VisitOutcome } from '../visit.ts'

/** A door of a round, as the phone may keep it during the campaign. No names. */
export type RoundDoor = {
  readonly id: string
  readonly addressId: string
  /** null: published without one; `streetNearby` helps to find it. */
  readonly street: string | null
  readonly streetNearby: string | null
  readonly number: string
  readonly box: string | null
  readonly state: 'open' | 'done'
  readonly outcome: VisitOutcome | null
  /** The day the people asked somebody to come back. */
  readonly returnOn: IsoDate | null
}

/** A round of today or later, doors in walking order. */
export type VisitorRound = {
  readonly id: string
  readonly day: IsoDate
  readonly campaign: string
  /** Last day of the campaign: the phone forgets the addresses after it. */
  readonly until: IsoDate
  readonly partner: string | null
  readonly onCall: { readonly name: string; readonly phone: string } | null
  readonly isCheckedIn: boolean
  readonly doors: readonly RoundDoor[]
}

/** A visit of the last day, which its visitor may still read and correct (rule P8). */
export type RecentVisit = {
  readonly id: string
  readonly roundAddressId: string
  readonly outcome: VisitOutcome
  readonly sentence: string | null
  readonly version: number
  readonly forgetAt: string
}

/** What became of a card: status only. */
const sentCardStatuses = ['received', 'takenUp', 'followed', 'closed'] as const
export type SentCardStatus = (typeof sentCardStatuses)[number]
export type SentCard = { readonly id: string; readonly status: SentCardStatus; readonly sentOn: IsoDate }

/** All the phone may keep. `visitor` is whose it is. */
export type RoundsAnswer = {
  readonly visitor: {
    readonly id: string
    readonly name: string
    /** Since when the own file is frozen, and there are no rounds; absent in what an earlier version kept. */
    readonly frozenSince?: IsoDate | null
  }
  readonly municipality: {
    readonly name: string
    readonly slug: string
    readonly phone: string
    /** Says which emergency numbers hold. */
    readonly jurisdiction: 'flanders' | 'brussels'
  }
  readonly today: IsoDate
  /** The moment it is, by which the phone puts its clock right. */
  readonly now: string
  readonly rounds: readonly VisitorRound[]
  readonly visits: readonly RecentVisit[]
  readonly cards: readonly SentCard[]
}
