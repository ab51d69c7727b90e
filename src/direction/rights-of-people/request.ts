import { addMonths, type IsoDate } from '@meernet/calendar'

/** What somebody may ask about the own data (P16). */
export const requestKinds = ['view', 'copy', 'correct', 'restrict', 'object', 'withdraw', 'complain'] as const
export type RequestKind = (typeof requestKinds)[number]

/** How it came in; `cardCode`: by the holder of a card code, on the public site. */
const requestChannels = ['desk', 'phone', 'letter', 'email', 'cardCode'] as const
export type RequestChannel = (typeof requestChannels)[number]

/** How it was seen that it is this person. A document is shown, never copied. */
const identityChecks = ['known', 'calledBack', 'askedWhatOnlyTheyKnow', 'documentShown', 'cardCode'] as const
export type IdentityCheck = (typeof identityChecks)[number]

export const requestOutcomes = ['done', 'partly', 'refused', 'nothingHeld'] as const
export type RequestOutcome = (typeof requestOutcomes)[number]

/** Why data are let go that were frozen: what was contested is settled, or the ground for it ended (GDPR art. 18.1). */
export const freeingReasons = ['settled', 'objectionDecided', 'claimOver', 'askedBack'] as const
export type FreeingReason = (typeof freeingReasons)[number]

/** A request of somebody about the own data. */
export type RightsRequest = {
  readonly id: string
  readonly zoneId: string
  readonly kind: RequestKind
  readonly channel: RequestChannel
  readonly receivedOn: IsoDate
  readonly identityChecked: IdentityCheck
  readonly personId: string | null
  readonly cardId: string | null
  readonly volunteerId: string | null
  /** Who asks, when not in the register. */
  readonly asker: string | null
  readonly ask: string | null
  readonly extendedOn: IsoDate | null
  readonly extension: string | null
  readonly answeredOn: IsoDate | null
  readonly outcome: RequestOutcome | null
  readonly answer: string | null
  /** When data that it froze were let go, and why. */
  readonly freedOn: IsoDate | null
  readonly freedBecause: FreeingReason | null
  readonly version: number
}

/** By when it must be answered: a month after it came, three when that was extended with a reason (GDPR art. 12.3). */
export function answerBy({ receivedOn, extendedOn }: Pick<RightsRequest, 'receivedOn' | 'extendedOn'>): IsoDate {
  return addMonths(receivedOn, extendedOn === null ? 1 : 3)
}

/** Whether the term may still be made longer: once, while it is open, and within the first month. */
export function mayExtend(request: RightsRequest, today: IsoDate): boolean {
  return request.answeredOn === null && request.extendedOn === null && today <= answerBy(request)
}

/** Whether a card that the request bears ends: who objects or takes an agreement back no longer wants it followed. */
export const endsCard = ({ kind }: Pick<RightsRequest, 'kind'>): boolean => kind === 'object' || kind === 'withdraw'

/** Whether a further card of somebody in the register matters to what is asked: a correction or a complaint is of the person. */
export const reachesCard = ({ kind }: Pick<RightsRequest, 'kind'>): boolean => kind !== 'correct' && kind !== 'complain'

/** Whether all that is held may be put together for it: an open request to see or to have a copy, of somebody that is known here. */
export function opensCopy(request: RightsRequest): boolean {
  const { kind, answeredOn } = request
  return (kind === 'view' || kind === 'copy') && answeredOn === null && hasSubject(request)
}

/** Whether it is of somebody that is known here: a person in the register, a volunteer, or whoever a card is of. */
export const hasSubject = ({ personId, cardId, volunteerId }: RightsRequest): boolean =>
  personId !== null || cardId !== null || volunteerId !== null
