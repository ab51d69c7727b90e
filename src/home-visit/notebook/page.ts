import type { Told } from '@meernet/rights-engine'
import type {
  RefusalReason,
  RoundDoor,
  RoundsAnswer,
  SentCard,
  VisitAct,
  VisitOutcome,
  VisitorRound,
} from '../../functions/detection/contract.ts'
import type { CheckAtDoor } from '../../functions/guidance/contract.ts'
import type { ClockState } from '../device/phone-clock.ts'

/** A visit as this phone remembers it, for a day after it was handed over. */
export type NotedVisit = {
  readonly id: string
  readonly roundAddressId: string
  readonly outcome: VisitOutcome
  readonly sentence: string | null
  readonly wantsReturnOn: string | null
  readonly version: number | null
  /** A card was filled in; its content is in the outbox only, until it is sent. */
  readonly hasCard: boolean
}

/** What was typed on a card and not yet confirmed. */
export type CardDraft = {
  readonly roundAddressId: string
  readonly values: Readonly<Record<string, string | string[]>>
}

/** A check of rights that somebody at this door began and did not end. */
export type BegunCheck = { readonly roundAddressId: string; readonly told: Told }

/** Who this phone belongs to, and what it holds for every round. */
export type Self = Pick<RoundsAnswer, 'visitor' | 'municipality' | 'today'> & { readonly fetchedAt: string }

/** An act that has not been applied by the server (yet). */
export type OpenAct = {
  readonly sequence: number
  readonly act: VisitAct
  readonly state: 'waiting' | 'refused'
  readonly reason: RefusalReason | null
}

/** How sending goes. */
export type SyncState =
  | { readonly kind: 'resting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'noNetwork' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'otherVisitor' }
  /** Sent or asked, but the phone had no room to keep what was answered. */
  | { readonly kind: 'phoneFull' }

/** All that the screens show. */
export type Page = {
  readonly self: Self | undefined
  readonly rounds: readonly VisitorRound[]
  readonly visits: readonly NotedVisit[]
  readonly drafts: readonly CardDraft[]
  readonly checks: readonly BegunCheck[]
  readonly rightsPlace: CheckAtDoor | undefined
  readonly cards: readonly SentCard[]
  readonly acts: readonly OpenAct[]
  readonly sync: SyncState
  readonly clock: ClockState
}

/** Where a visit stands on its way to the server. */
export type Handing = 'waiting' | 'refused' | 'synced'

/** A door with what this phone knows of it. */
export type DoorView = RoundDoor & {
  readonly visit: NotedVisit | undefined
  readonly handing: Handing | undefined
}

/** The doors of a round in walking order, with own visits and what still waits laid over what the server said. */
export function doorsOf(page: Page, round: VisitorRound): readonly DoorView[] {
  return round.doors.map((door) => {
    const visit = page.visits.findLast(({ roundAddressId }) => roundAddressId === door.id)
    const outcome = visit?.outcome ?? door.outcome
    return {
      ...door,
      outcome,
      state: outcome && outcome !== 'notHome' && outcome !== 'notNow' ? 'done' : visit ? 'open' : door.state,
      visit,
      handing: handingOf(page, visit?.id) ?? (door.outcome ? 'synced' : undefined),
    }
  })
}

/** The next door to ring at: the first nobody rang at yet, after `afterId` when given. */
export function nextDoor(doors: readonly DoorView[], afterId?: string): DoorView | undefined {
  const start = doors.findIndex(({ id }) => id === afterId) + 1
  const isToDo = (door: DoorView) => door.outcome === null
  return doors.slice(start).find(isToDo) ?? doors.find(isToDo)
}

/** Whether the visitor is out on `round`, also when that has not been sent yet. */
export function isOut(page: Page, round: VisitorRound): boolean {
  const last = page.acts.findLast(
    ({ act }) => (act.kind === 'checkIn' || act.kind === 'checkOut') && act.body.roundId === round.id,
  )
  return last && last.state === 'waiting' ? last.act.kind === 'checkIn' : round.isCheckedIn
}

/** Acts that are still to be sent, and those that the server did not apply. */
export const waitingActs = (page: Page) => page.acts.filter(({ state }) => state === 'waiting')
export const refusedActs = (page: Page) => page.acts.filter(({ state }) => state === 'refused')

function handingOf(page: Page, visitId: string | undefined): Handing | undefined {
  if (!visitId) return undefined
  const own = page.acts.filter(({ act }) => 'visitId' in act && act.visitId === visitId)
  if (own.some(({ state }) => state === 'refused')) return 'refused'
  return own.length > 0 ? 'waiting' : 'synced'
}
