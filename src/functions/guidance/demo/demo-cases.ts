import { daysBetween, type IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { DemoPeople, DemoPerson } from '../../../registers/people/index.ts'
import type { CaseState } from '../cases/case.ts'
import type { ClosingOutcome } from '../cases/closing.ts'
import type { RightsCheck } from '../cases/rights-check.ts'
import { type Story, stories } from './stories.ts'

/** A case of the demo on its way to the tables. */
export type DemoCase = {
  readonly id: string
  readonly lead: Lead
  readonly person: DemoPerson
  readonly story: Story
  readonly state: CaseState
  readonly signalId: string | null
  readonly openedDaysAgo: number
  /** Its place in the row, by which what is invented differs. */
  readonly turn: number
}

/** A case that the demo of detection opened from a card: there already, in its first state. */
export type DemoOpened = {
  readonly signalId: string
  readonly caseId: string
  readonly personId: string
  readonly openedOn: IsoDate
}
export type Lead = Pick<StaffActor, 'userId' | 'zoneId' | 'name'>

export type Placing = {
  readonly people: DemoPeople
  /** The first leads the cases that did not begin with a card. */
  readonly coordinators: readonly [Lead, ...Lead[]]
  readonly socialWorker: Lead
  /** A partner with accounts, for handovers that are answered in the program. */
  readonly partnerZoneId: string
  /** Cases that began with a card, made when their signal became one; here they go on. */
  readonly opened?: readonly DemoOpened[]
}

/** Cases opened from cards first, then some of the municipality, then those of the public centre for social welfare. */
export function casesOf(
  world: DemoWorld,
  { people, coordinators, socialWorker, opened = [] }: Placing,
  leads: ReadonlyMap<string, string>,
): readonly DemoCase[] {
  const [coordinator] = coordinators
  const byId = new Map(people.municipality.map((person) => [person.id, person]))
  const fromCards = opened.flatMap(({ caseId, signalId, personId, openedOn }) => {
    const person = byId.get(personId)
    const lead = coordinators.find(({ userId }) => userId === leads.get(caseId))
    const openedDaysAgo = daysBetween(openedOn, world.today)
    return person && lead ? [{ id: caseId, signalId, person, lead, openedDaysAgo }] : []
  })
  const taken = new Set(fromCards.map(({ person }) => person.id))
  const others = people.adults.municipality
    .filter(({ id }) => !taken.has(id))
    .slice(0, Math.max(0, ofCoordinator - fromCards.length))
  const own = others.map((person) => ({ id: world.id(), signalId: null, person, lead: coordinator }))
  const ofOcmw = people.adults.ocmw
    .slice(0, ofSocialWorker)
    .map((person) => ({ id: world.id(), signalId: null, person, lead: socialWorker }))
  return [...fromCards, ...own, ...ofOcmw].map((care, place) => ({
    openedDaysAgo: 12 + ((place * 17) % 160),
    ...care,
    story: stories[place % stories.length] as Story,
    state: states[place % states.length] as CaseState,
    turn: place,
  }))
}

const ofCoordinator = 18
const ofSocialWorker = 8

const states: readonly CaseState[] = [
  'open',
  'exploring',
  'inProgress',
  'closed',
  'planned',
  'resultCheck',
  'inProgress',
  'exploring',
  'closed',
  'inProgress',
  'open',
  'planned',
  'closed',
  'inProgress',
  'exploring',
  'resultCheck',
  'closed',
  'inProgress',
  'planned',
  'closed',
  'inProgress',
  'exploring',
  'resultCheck',
  'inProgress',
  'closed',
  'inProgress',
]

/** Where a handover makes sense. */
export const isUnderWay = (state: CaseState) => state === 'planned' || state === 'inProgress' || state === 'resultCheck'
/** The case and its zone, as stores want them. */
export const placeOf = ({ id, lead }: DemoCase) => ({ caseId: id, zoneId: lead.zoneId })
/** Half past nine in the morning, `days` from today. */
export const momentOf = (world: DemoWorld, days: number) => new Date(`${world.day(days)}T09:30:00Z`)

/** How far the rights check is at that state. */
export function rightsCheckOf({ state, turn }: Pick<DemoCase, 'state' | 'turn'>): RightsCheck {
  const unexplained = (check: RightsCheck['state']) => ({ state: check, reason: null })
  if (state === 'open' || state === 'exploring') return unexplained('notOffered')
  if (state !== 'planned') return unexplained('done')
  const wayOff = 'Het ziekenfonds ging vorige maand al alles na.'
  return turn % 3 === 0
    ? { state: 'notApplicable', reason: wayOff }
    : unexplained(turn % 3 === 1 ? 'offered' : 'declined')
}

/** How a closed case ended. */
export function outcomeOf({ story }: DemoCase): ClosingOutcome {
  return story.result[1] === 'nothingYet' ? 'personStopped' : 'resultReached'
}
