import { isoDateIn } from '@meernet/calendar'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { notFound } from '../../../platform/http/index.ts'
import { colleagues, tellColleague } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { type Telling, type Told, tell } from '../cards/following/telling.ts'
import { stillAgreed, type ToldWord, toldOf } from '../cards/following/told-word-store.ts'
import { covers } from '../signals/access.ts'
import { changeSignal, lockOwnSignal } from '../signals/actions.ts'
import { isOpen } from '../signals/signal.ts'
import { canAsk, mayBeSecond, type SecondRequest } from './second.ts'
import { answerRequest, insertRequest, lastRequests, requestById } from './second-store.ts'
import { type Standing, standingOf } from './standing-store.ts'

type Needs = { readonly transact: Transact }
export type Asked =
  | { readonly kind: 'asked' }
  | { readonly kind: 'refused'; readonly reason: 'notASecond' | 'hasSecond' | 'hasEnded' }

/** Asks a colleague under secrecy to take a signal up. Asking another takes the first request back while it was not answered. */
export const askSecond = (
  { transact }: Needs,
  actor: StaffActor,
  { id, signalId, of }: { readonly id: string; readonly signalId: string; readonly of: string },
): Promise<Asked> =>
  transact(actor, async (tx) => {
    const standing = await standingFor(tx, actor, signalId)
    if (!isOpen(standing.state)) return { kind: 'refused', reason: 'hasEnded' }
    const asked = (await secondsFor(tx, actor, standing)).find(({ userId }) => userId === of)
    if (!asked) return { kind: 'refused', reason: 'notASecond' }
    const last = (await lastRequests(tx, [signalId])).get(signalId)
    if (last?.id === id) return { kind: 'asked' }
    if (!canAsk(last)) return { kind: 'refused', reason: 'hasSecond' }
    if (last?.state === 'asked') await answerRequest(tx, last, 'declined')
    const request = { id, signalId, zoneId: actor.zoneId, askedBy: actor.userId, askedOf: of }
    if (!(await insertRequest(tx, request))) return { kind: 'refused', reason: 'hasSecond' }
    tx.audit({ action: 'ask second', subject: { type: 'signal', id: signalId } })
    await tellColleague(tx, of)
    return { kind: 'asked' }
  })

/** The signal as a coordinator without secrecy of its zone may see it; not found outside the neighbourhoods of the actor. */
export async function standingFor(tx: Tx, actor: StaffActor, signalId: string): Promise<Standing> {
  const standing = await standingOf(tx, signalId)
  return standing && covers(actor, standing.neighbourhoodId) ? standing : notFound('signal', signalId)
}

/** Who can be asked for a signal, by name. */
export async function secondsFor(tx: Tx, { zoneId, userId }: StaffActor, { neighbourhoodId }: Standing) {
  const all = await colleagues(tx, { roles: ['coordinator'], zoneId })
  return all.filter((one) => one.userId !== userId && mayBeSecond(one, { zoneId, neighbourhoodId }))
}

/** The answer of who was asked: a yes puts their name on the signal, a no lets the coordinator ask somebody else. */
export const answerAsSecond = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  answer: 'taken' | 'declined',
): Promise<boolean> =>
  transact(actor, async (tx) => {
    const request = await requestFor(tx, actor, id)
    if (!(await answerRequest(tx, request, answer))) return false
    const signal = await lockOwnSignal(tx, actor, request.signalId)
    if (answer === 'taken')
      await changeSignal(tx, signal, { assigneeUserId: actor.userId }, [{ kind: 'assigned', otherId: actor.userId }])
    tx.audit({
      action: answer === 'taken' ? 'take up as second' : 'decline as second',
      subject: { type: 'signal', id: request.signalId },
      personId: signal.personId ?? undefined,
    })
    await tellColleague(tx, request.askedBy)
    return true
  })

/** A request that was asked of `actor`. */
export async function requestFor(tx: Tx, actor: StaffActor, id: string): Promise<SecondRequest> {
  const request = await requestById(tx, id)
  return request?.askedOf === actor.userId ? request : notFound('second request', id)
}

/** The second tells the coordinator what the person agreed they may know; refused as telling a sender is. */
export const tellCoordinator = (
  { transact }: Needs,
  actor: StaffActor,
  requestId: string,
  telling: Pick<Telling, 'id' | 'words' | 'isChecked'>,
): Promise<Told | { readonly kind: 'refused'; readonly reason: 'notTaken' }> =>
  transact(actor, async (tx) => {
    const request = await requestFor(tx, actor, requestId)
    if (request.state !== 'taken') return { kind: 'refused', reason: 'notTaken' }
    const { signalId: cardId, askedBy } = request
    return tell(tx, actor, { ...telling, cardId, audience: 'coordinator' }, askedBy)
  })

/**
 * What the coordinator was told of a signal for which they asked a second; nothing once the agreement was taken back. By the
 * program, for who asked only: nobody else without secrecy reads it.
 */
export const toldToCoordinator = (
  transact: Transact,
  { municipalityId, userId }: StaffActor,
  request: SecondRequest | undefined,
): Promise<readonly ToldWord[]> => {
  if (request?.askedBy !== userId) return Promise.resolve([])
  return transact(systemActor(municipalityId, 'words for a coordinator'), async (tx) => {
    const today = isoDateIn(municipalTimeZone, tx.now)
    return toldOf(tx, await stillAgreed(tx, [request.signalId], 'coordinator', today), 'coordinator')
  })
}
