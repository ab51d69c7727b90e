import { isoDateIn } from '@meernet/calendar'
import { isSecrecyCoordinator, isStaff } from '../../../platform/access/rule.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { ownConcerns } from '../safety-concerns/concern-store.ts'
import { sentSignals } from '../staff-cards/sent-store.ts'
import { handInCards, inboxScope } from './access.ts'
import { inboxFilter, inboxPath } from './inbox-filter.ts'
import { inboxCounts, inboxSignals } from './inbox-store.ts'
import { escalatedTo } from './overdue-store.ts'
import { openTellBacks } from './tell-back-store.ts'

/** What of cards and signals waits for whoever is signed in: promises of the coordinator, news for the sender. */
export const waitingInSignals: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!isStaff(actor)) return []
  const { userId } = actor
  const concerns = await undecidedConcerns(tx, userId)
  if (isSecrecyCoordinator(actor)) return [...concerns, ...(await waitingForCoordinator(tx))]
  return [...concerns, ...(handInCards.allows(actor) ? await newsForSender(tx, userId) : [])]
}

async function waitingForCoordinator(tx: Tx): Promise<readonly Waiting[]> {
  const { actor } = tx
  if (!isStaff(actor)) return []
  const today = isoDateIn(municipalTimeZone, tx.now)
  const scope = inboxScope(actor, today)
  const counts = await inboxCounts(tx, scope)
  const plain = inboxFilter({})
  const counted = (
    [
      ['detection.waiting.alarms', counts.alarm, { triage: 'alarm' }],
      ['detection.waiting.overdue', counts.overdue, { due: 'overdue' }],
      ['detection.waiting.today', counts.today, { due: 'today' }],
      ['detection.waiting.nobody', counts.nobody, { assignee: 'nobody' }],
    ] as const
  ).flatMap(([message, count, over]) =>
    count > 0 ? [{ message, values: { count }, href: inboxPath(plain, over), dueOn: today }] : [],
  )
  const mine = await inboxSignals(tx, { ...plain, assignee: 'me' }, scope, { limit: 20 })
  const passedOn = await escalatedTo(tx, actor.userId)
  const tellBacks = await openTellBacks(tx)
  return [
    ...counted,
    ...passedOn.map(({ id, dueOn }) => line('detection.waiting.escalated', id, dueOn)),
    ...mine.map(({ id, dueOn }) => line('detection.waiting.mine', id, dueOn)),
    ...tellBacks.slice(0, 20).map(({ signalId, dueOn }) => line('detection.waiting.tellBack', signalId, dueOn)),
  ]
}

const line = (message: string, signalId: string, dueOn: string | null): Waiting => ({
  message,
  href: `/inbox/${signalId}`,
  dueOn: dueOn ?? undefined,
})

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
    }))
}
