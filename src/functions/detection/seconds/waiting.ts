import { isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { isSecrecyCoordinator, isStaff } from '../../../platform/access/rule.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { colleagues } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { isOpen } from '../signals/signal.ts'
import { followSignals } from './access.ts'
import { gapsIn } from './holders.ts'
import { lastRequests, requestsOf } from './second-store.ts'
import { placesWithCards, standings } from './standing-store.ts'

/** What waits between a coordinator without secrecy and a second, and a warning where nobody may read the cards. */
export const waitingInSeconds: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!isStaff(actor)) return []
  if (actor.role === 'administrator') return gapsFor(tx, actor)
  if (isSecrecyCoordinator(actor)) return [...(await gapsFor(tx, actor)), ...(await askedOfMe(tx, actor))]
  return followSignals.allows(actor) ? [...(await gapsFor(tx, actor)), ...(await mineToAsk(tx, actor))] : []
}

async function askedOfMe(tx: Tx, { userId }: StaffActor): Promise<readonly Waiting[]> {
  const asked = (await requestsOf(tx, userId)).filter(({ state }) => state === 'asked')
  return asked.map(({ id, askedAt }) => ({
    message: 'detection.waiting.second',
    href: `/seconds/${id}`,
    dueOn: isoDateIn(municipalTimeZone, askedAt),
  }))
}

/** For a coordinator without secrecy: signals for which nobody was asked yet or somebody could not, and answers that came. */
async function mineToAsk(tx: Tx, actor: StaffActor): Promise<readonly Waiting[]> {
  const open = (await standings(tx, actor)).filter(({ state, assigneeId }) => isOpen(state) && assigneeId === null)
  const last = await lastRequests(
    tx,
    open.map(({ id }) => id),
  )
  const toAsk = open.filter(({ id }) => !last.has(id)).length
  const declined = open.filter(({ id }) => last.get(id)?.state === 'declined')
  return [
    ...(toAsk > 0
      ? [{ message: 'detection.waiting.askSecond', values: { count: toAsk }, href: '/signals', dueOn: undefined }]
      : []),
    ...declined.map(({ id, dueOn }) => ({
      message: 'detection.waiting.secondCannot',
      href: `/signals/${id}`,
      dueOn: dueOn ?? undefined,
    })),
  ]
}

/** The warning of chapter 16: cards that nobody under secrecy may read, or in the name of somebody who may not. */
async function gapsFor(tx: Tx, actor: StaffActor): Promise<readonly Waiting[]> {
  const coordinators = await colleagues(tx, { roles: ['coordinator'] })
  const gaps = gapsIn(await placesWithCards(tx), coordinators)
  const today = isoDateIn(municipalTimeZone, tx.now)
  const href =
    actor.role === 'administrator' ? '/admin/memberships' : isSecrecyCoordinator(actor) ? '/inbox' : '/signals'
  return [...new Set(gaps.map(({ because }) => because))].map((because) => ({
    message: `detection.waiting.gap.${because}`,
    href,
    dueOn: today,
  }))
}
