import { addDays } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { type NewAgreement, recordAgreements } from '../../../registers/agreements/index.ts'
import { zonesIn } from '../../../registers/municipalities/index.ts'
import type { CaseEvent, CasePlace } from '../cases/event-store.ts'
import { arrivalDueOn, type HandoverState, resultsDueOn } from '../handovers/handover.ts'
import { linkDays, tokenHash } from '../handovers/link.ts'
import { sealedTextOf } from '../sealed-text.ts'
import { addTasks, type NewTask } from '../tasks/task-store.ts'
import { type DemoCase, momentOf } from './demo-cases.ts'

type Placing = {
  readonly cases: readonly DemoCase[]
  /** Zones with accounts. */
  readonly receivers: readonly string[]
}

/** A handover of the demo: how far it came, how long ago it was accepted, and whether it waits or goes by link. */
type Plan = {
  readonly state: HandoverState
  readonly acceptedDaysAgo?: number
  readonly waitingWeeks?: number
  readonly byLink?: boolean
  readonly isAgreementWithdrawn?: boolean
}

const plans: readonly Plan[] = [
  { state: 'introduced' },
  { state: 'introduced', waitingWeeks: 8 },
  { state: 'agreed' },
  { state: 'introduced', byLink: true },
  { state: 'proposed' },
  { state: 'accepted', acceptedDaysAgo: 4, waitingWeeks: 6 },
  { state: 'accepted', acceptedDaysAgo: 20 },
  { state: 'refused', acceptedDaysAgo: 1 },
  { state: 'arrived', acceptedDaysAgo: 50, waitingWeeks: 3 },
  { state: 'noShow', acceptedDaysAgo: 18 },
  { state: 'outcome', acceptedDaysAgo: 70 },
  { state: 'withdrawn', isAgreementWithdrawn: true },
  { state: 'accepted', acceptedDaysAgo: 9, byLink: true },
]

const elsewhere = ['Huisartsenpraktijk De Linde', 'Vzw Warme Haard', 'Thuiszorg Noord']

type Made = { readonly plan: Plan; readonly care: DemoCase; readonly id: string; readonly agreementId: string }

/** Loads a handover in every state for cases under way, with its agreement, tasks and link. Gives its lines of the timeline. */
export async function demoHandovers(
  tx: Tx,
  world: DemoWorld,
  { cases, receivers }: Placing,
): Promise<readonly (CaseEvent & CasePlace)[]> {
  const made = cases
    .slice(0, plans.length)
    .map((care, place) => ({ plan: plans[place] as Plan, care, id: world.id(), agreementId: world.id() }))
  await insertAgreements(tx, world, made)
  await insertHandovers(tx, world, made, receivers)
  await insertDisclosures(tx, world, made)
  await insertLinks(tx, world, made)
  await addTasks(
    tx,
    made.flatMap((one) => tasksOf(world, one)),
  )
  return made.map(({ plan, care, id }) => ({
    caseId: care.id,
    zoneId: care.lead.zoneId,
    id: world.id(),
    kind: 'handover' as const,
    value: plan.state,
    aboutId: id,
    byUser: care.lead.userId,
    at: momentOf(world, -(plan.acceptedDaysAgo ?? 2)),
  }))
}

async function insertAgreements(tx: Tx, world: DemoWorld, made: readonly Made[]): Promise<void> {
  const agreement = ({ care, agreementId }: Made): NewAgreement => ({
    id: agreementId,
    zoneId: care.lead.zoneId,
    personId: care.person.id,
    mayTell: care.story.mayTell,
    toWhom: ['partner', 'socialWorker'],
    toOrganisation: null,
    purpose: 'handover',
    given: world.chance(0.8) ? 'spoken' : 'written',
    givenOn: world.day(-90),
    witnessedBy: care.lead.name,
    validUntil: world.chance(0.5) ? world.day(200) : null,
  })
  await recordAgreements(tx, made.map(agreement))
  const withdrawn = made.filter(({ plan }) => plan.isAgreementWithdrawn).map(({ agreementId }) => agreementId)
  if (withdrawn.length === 0) return
  await tx.db
    .updateTable('agreements.sharing_agreement')
    .set({ withdrawn_at: momentOf(world, -1), withdrawn_channel: 'phone' })
    .where('id', 'in', withdrawn)
    .execute()
}

async function insertHandovers(
  tx: Tx,
  world: DemoWorld,
  made: readonly Made[],
  receivers: Placing['receivers'],
): Promise<void> {
  const zones = new Map((await zonesIn(tx)).map(({ id, name }) => [id, name]))
  const rows = await Promise.all(
    made.map(async ({ plan, care, id, agreementId }, place) => {
      const possible = receivers.filter((zoneId) => zoneId !== care.lead.zoneId)
      const receiverZoneId = plan.byLink ? undefined : possible[place % Math.max(1, possible.length)]
      const sealed = await sealedTextOf(tx, care.lead.zoneId)
      const { givenName, familyName, phone, placeText, needsInterpreter = false } = care.person
      const shared = {
        personName: `${givenName} ${familyName}`,
        reachBy: phone ?? placeText ?? 'via de coördinator',
        language: '',
        needsInterpreter,
        text: care.story.shared,
      }
      return {
        municipality_id: tx.actor.municipalityId,
        id,
        zone_id: care.lead.zoneId,
        receiver_zone_id: receiverZoneId ?? null,
        case_id: care.id,
        person_id: care.person.id,
        organisation_name: receiverZoneId
          ? (zones.get(receiverZoneId) ?? '')
          : (elsewhere[place % elsewhere.length] ?? ''),
        receiver_email: plan.byLink ? 'onthaal@ontvanger.example' : null,
        shared: sealed.seal('handover.shared', id, JSON.stringify(shared)),
        returns_to: care.lead.userId,
        proposed_by: care.lead.userId,
        proposed_at: momentOf(world, -(plan.acceptedDaysAgo ?? 2) - 3),
        ...progressOf(world, plan, agreementId, (column, text) => sealed.seal(column, id, text)),
      }
    }),
  )
  await tx.db.insertInto('guidance.handover').values(rows).execute()
}

/** The columns that say how far it came. */
function progressOf(world: DemoWorld, plan: Plan, agreementId: string, seal: (column: string, text: string) => Buffer) {
  const { state, acceptedDaysAgo = 0, waitingWeeks = null } = plan
  const isShared = state !== 'proposed'
  const isIntroduced = isShared && state !== 'agreed' && state !== 'withdrawn'
  const isAnswered = ['accepted', 'refused', 'arrived', 'noShow', 'outcome'].includes(state)
  const isAccepted = isAnswered && state !== 'refused'
  const hasEnded = ['refused', 'noShow', 'withdrawn'].includes(state)
  const hasArrived = state === 'arrived' || state === 'outcome'
  const acceptedOn = world.day(-acceptedDaysAgo)
  const arrivedOn = addDays(acceptedOn, 7)
  return {
    state,
    agreement_id: isShared ? agreementId : null,
    is_readable_by_receiver: isShared && !hasEnded,
    introduced_how: isIntroduced ? 'together' : null,
    introduced_on: isIntroduced ? addDays(acceptedOn, -1) : null,
    answered_at: isAnswered ? momentOf(world, -acceptedDaysAgo) : null,
    answered_by: isAnswered ? seal('handover.answered_by', 'Onthaalmedewerker') : null,
    refusal_reason: state === 'refused' ? 'full' : null,
    refusal_words: state === 'refused' ? seal('handover.refusal_words', 'Over twee maanden is er weer plaats.') : null,
    waiting_weeks: waitingWeeks,
    arrival_due_on: isAccepted ? arrivalDueOn(acceptedOn) : null,
    arrived_on: hasArrived ? arrivedOn : null,
    bridging_since: isAccepted && waitingWeeks !== null ? acceptedOn : null,
    bridging_until: hasArrived && waitingWeeks !== null ? arrivedOn : null,
    outcome: state === 'outcome' ? 'helpStarted' : null,
    outcome_words: state === 'outcome' ? seal('handover.outcome_words', '“Nu kan ik het zelf weer aan.”') : null,
    ended_at: hasEnded ? momentOf(world, -1) : null,
  }
}

async function insertDisclosures(tx: Tx, world: DemoWorld, made: readonly Made[]): Promise<void> {
  const shared = made.filter(({ plan }) => plan.state !== 'proposed')
  if (shared.length === 0) return
  const grounds = await tx.db
    .selectFrom('agreements.legal_ground')
    .select(['id', 'person_id'])
    .where('purpose', '=', 'guidance')
    .execute()
  const groundOf = new Map(grounds.map(({ id, person_id }) => [person_id, id]))
  await tx.db
    .insertInto('guidance.disclosure')
    .values(
      shared.map(({ care, id, agreementId }) => ({
        municipality_id: tx.actor.municipalityId,
        id: world.id(),
        zone_id: care.lead.zoneId,
        handover_id: id,
        case_id: care.id,
        person_id: care.person.id,
        agreement_id: agreementId,
        legal_ground_id: groundOf.get(care.person.id) ?? '',
        receiver_bound_by_secrecy: true,
        same_helping_aim: true,
        person_informed: true,
        person_agrees: true,
        only_what_is_needed: true,
        by_user: care.lead.userId,
        at: momentOf(world, -3),
      })),
    )
    .execute()
}

/** A link that still waits, so that its code can be tried. */
async function insertLinks(tx: Tx, world: DemoWorld, made: readonly Made[]): Promise<void> {
  const waiting = made.filter(({ plan }) => plan.byLink && plan.state === 'introduced')
  if (waiting.length === 0) return
  const rows = await Promise.all(
    waiting.map(async ({ care, id: handoverId }) => {
      const id = world.id()
      const token = Buffer.from(Array.from({ length: 32 }, () => world.whole(256))).toString('base64url')
      const code = String(world.whole(100_000_000)).padStart(8, '0')
      const sealed = await sealedTextOf(tx, care.lead.zoneId)
      return {
        municipality_id: tx.actor.municipalityId,
        id,
        zone_id: care.lead.zoneId,
        case_id: care.id,
        handover_id: handoverId,
        token_hash: tokenHash(token),
        secret: sealed.seal('handover_link.secret', id, JSON.stringify({ token, code })),
        expires_at: momentOf(world, linkDays),
        made_by: care.lead.userId,
        made_at: momentOf(world, -1),
      }
    }),
  )
  await tx.db.insertInto('guidance.handover_link').values(rows).execute()
}

function tasksOf(world: DemoWorld, { plan, care, id }: Made): readonly NewTask[] {
  const { state, acceptedDaysAgo = 0 } = plan
  const task = (kind: NewTask['kind'], dueOn: string): NewTask => ({
    id: world.id(),
    caseId: care.id,
    zoneId: care.lead.zoneId,
    handoverId: id,
    assigneeId: care.lead.userId,
    kind,
    dueOn,
  })
  const acceptedOn = world.day(-acceptedDaysAgo)
  const results = resultsDueOn(addDays(acceptedOn, 7))
  switch (state) {
    case 'accepted':
      return [task('arrivalCheck', arrivalDueOn(acceptedOn))]
    case 'refused':
      return [task('handoverRefused', world.day(0))]
    case 'noShow':
      return [task('handoverNoShow', world.day(1))]
    case 'withdrawn':
      return [task('agreementWithdrawn', world.day(0))]
    case 'arrived':
      return [task('resultAfterSixWeeks', results.sixWeeks), task('resultAfterSixMonths', results.sixMonths)]
    case 'outcome':
      return [task('resultAfterSixMonths', results.sixMonths)]
    default:
      return []
  }
}
