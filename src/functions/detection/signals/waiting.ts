import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { isSecrecyCoordinator, isStaff } from '../../../platform/access/rule.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Waiting, WaitingAbout, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { ownConcerns } from '../safety-concerns/concern-store.ts'
import { sentSignals } from '../staff-cards/sent-store.ts'
import { covers, handInCards, inboxScope } from './access.ts'
import { inboxFilter, inboxPath } from './inbox/inbox-filter.ts'
import { type InboxCounts, inboxCounts, inboxSignals } from './inbox/inbox-store.ts'
import { escalatedTo } from './promises/overdue-store.ts'
import { type Signal, signalsById } from './signal-store.ts'
import { openTellBacks } from './telling-back/tell-back-store.ts'

/** What of cards and signals waits for whoever is signed in: promises of the coordinator, news for the sender. */
export const waitingInSignals: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!isStaff(actor)) return []
  const { userId } = actor
  const concerns = await undecidedConcerns(tx, userId)
  if (isSecrecyCoordinator(actor)) return [...concerns, ...(await waitingForCoordinator(tx, actor))]
  return [...concerns, ...(handInCards.allows(actor) ? await newsForSender(tx, userId) : [])]
}

async function waitingForCoordinator(tx: Tx, actor: StaffActor): Promise<readonly Waiting[]> {
  const today = isoDateIn(municipalTimeZone, tx.now)
  const scope = inboxScope(actor, today)
  const mine = await inboxSignals(tx, { ...plain, assignee: 'me' }, scope, { limit: 20 })
  const passedOn = await escalatedTo(tx, actor.userId)
  const { tellBacks, told } = await tellBacksFor(tx, actor)
  const aboutOf = await aboutSignals(tx, [...mine, ...passedOn, ...told])
  const line = (message: string, signalId: string, dueOn: IsoDate | null): Waiting => ({
    message,
    href: `/inbox/${signalId}`,
    about: aboutOf.get(signalId),
    dueOn: dueOn ?? undefined,
  })
  return [
    ...countsOf(await inboxCounts(tx, scope), today),
    ...passedOn.map(({ id, dueOn }) => line('detection.waiting.escalated', id, dueOn)),
    ...mine.map(({ id, dueOn }) => line('detection.waiting.mine', id, dueOn)),
    ...tellBacks.map(({ signalId, about, dueOn }) => line(`detection.waiting.tellBack.${about}`, signalId, dueOn)),
  ]
}

/** What is first to be told back of signals that `actor` can open, with those signals. */
async function tellBacksFor(tx: Tx, actor: StaffActor) {
  const open = await openTellBacks(tx)
  const signals = await signalsById(
    tx,
    open.map(({ signalId }) => signalId),
  )
  const told = signals.filter(({ neighbourhoodId }) => covers(actor, neighbourhoodId))
  const ids = new Set(told.map(({ id }) => id))
  return { told, tellBacks: open.filter(({ signalId }) => ids.has(signalId)).slice(0, 20) }
}

/** The inbox as it is without any filter. */
const plain = inboxFilter({})

/** What the inbox holds, each under the day of its oldest promise; cards of nobody are promised by no day of their own. */
function countsOf(counts: InboxCounts, today: IsoDate): readonly Waiting[] {
  return (
    [
      ['detection.waiting.alarms', counts.alarm, { triage: 'alarm' }, counts.alarmDueOn],
      ['detection.waiting.overdue', counts.overdue, { due: 'overdue' }, counts.overdueDueOn],
      ['detection.waiting.today', counts.today, { due: 'today' }, today],
      ['detection.waiting.nobody', counts.nobody, { assignee: 'nobody' }, null],
    ] as const
  ).flatMap(([message, count, over, dueOn]) =>
    count > 0
      ? [
          {
            message,
            values: { count },
            href: inboxPath(plain, over),
            dueOn: dueOn ?? undefined,
            isAlarm: message === 'detection.waiting.alarms',
          },
        ]
      : [],
  )
}

/** Which card a line is about, without who: where it is from, when that is known, and the day it came in. */
async function aboutSignals(tx: Tx, signals: readonly Signal[]): Promise<ReadonlyMap<string, WaitingAbout>> {
  const ids = [...new Set(signals.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []))]
  const places = new Map((ids.length > 0 ? await neighbourhoodsOf(tx, { ids }) : []).map(({ id, name }) => [id, name]))
  return new Map(
    signals.map(({ id, neighbourhoodId, receivedAt }) => {
      const days = { day: isoDateIn(municipalTimeZone, receivedAt) }
      const place = places.get(neighbourhoodId ?? '')
      return [
        id,
        place
          ? { message: 'detection.waiting.aboutPlace', values: { place }, days }
          : { message: 'detection.waiting.aboutCard', days },
      ]
    }),
  )
}

/** Cards one handed in that moved on during the last week. */
async function newsForSender(tx: Tx, userId: string): Promise<readonly Waiting[]> {
  const weekAgo = tx.now.getTime() - 7 * 86_400_000
  const moved = (await sentSignals(tx, userId)).filter(
    ({ state, changedAt }) => state !== 'received' && changedAt.getTime() > weekAgo,
  )
  if (moved.length === 0) return []
  return [{ message: 'detection.waiting.moved', values: { count: moved.length }, href: '/cards', dueOn: undefined }]
}

async function undecidedConcerns(tx: Tx, userId: string): Promise<readonly Waiting[]> {
  const concerns = await ownConcerns(tx)
  return concerns
    .filter(
      (concern) => (concern.firstUserId === userId ? concern.decidedByFirstAt : concern.decidedBySecondAt) === null,
    )
    .map(({ id, notedAt }) => ({
      message: 'detection.waiting.concern',
      href: `/safety-concerns/${id}`,
      dueOn: isoDateIn(municipalTimeZone, notedAt),
      isAlarm: true,
    }))
}
