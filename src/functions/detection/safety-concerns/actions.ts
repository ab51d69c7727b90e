import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { notFound } from '../../../platform/http/index.ts'
import { colleagues, tellColleague } from '../../../platform/identity/index.ts'
import { changeSignal, lockOwnSignal } from '../signals/actions.ts'
import { moveSignal } from '../signals/signal.ts'
import {
  type ConcernDecision,
  insertConcern,
  lockConcern,
  ownConcerns,
  type SafetyConcern,
  saveDecision,
  saveShown,
} from './concern-store.ts'

type Needs = { readonly transact: Transact }

export type Concern = {
  readonly id: string
  readonly signalId: string
  readonly firstUserId: string
  readonly secondUserId: string
  readonly isAboutChild: boolean
  readonly content: string
}
export type ConcernResult =
  | { readonly kind: 'noted' }
  | { readonly kind: 'refused'; readonly reason: 'hasEnded' | 'notNamed' }

/**
 * Takes a danger out of the inbox into a record that only two named professionals under secrecy can read. Nothing is passed on
 * by itself: they hear by an empty mail, and decide together (chapter 6).
 */
export const noteConcern = ({ transact }: Needs, actor: StaffActor, concern: Concern): Promise<ConcernResult> =>
  transact(actor, async (tx) => {
    const signal = await lockOwnSignal(tx, actor, concern.signalId)
    if (signal.closedBecause === 'safetyConcern') return { kind: 'noted' }
    const move = moveSignal(
      { ...signal, isMerged: signal.mergedInto !== null },
      { kind: 'close', because: 'safetyConcern' },
    )
    if (move.kind === 'refused') return { kind: 'refused', reason: 'hasEnded' }
    const named = await professionals(tx, signal.zoneId)
    const isPossible = (id: string) => named.some(({ userId }) => userId === id)
    if (!isPossible(concern.firstUserId) || !isPossible(concern.secondUserId))
      return { kind: 'refused', reason: 'notNamed' }
    await insertConcern(tx, { ...concern, zoneId: signal.zoneId, notedBy: actor.userId })
    await changeSignal(tx, signal, { state: 'closed', closedBecause: 'safetyConcern', dueOn: null }, [
      { kind: 'movedToSafety' },
    ])
    tx.audit({
      action: 'note safety concern',
      subject: { type: 'safety concern', id: concern.id },
      reason: concern.isAboutChild ? 'child' : 'adult',
    })
    for (const userId of [concern.firstUserId, concern.secondUserId])
      if (userId !== actor.userId) await tellColleague(tx, userId)
    return { kind: 'noted' }
  })

/** A concern in which the actor is named; reading it writes an audit line. */
export const readConcern = ({ transact }: Needs, actor: StaffActor, id: string): Promise<SafetyConcern> =>
  transact(actor, async (tx) => {
    const [concern = notFound('safety concern', id)] = await ownConcerns(tx, id)
    tx.audit({ action: 'read safety concern', subject: { type: 'safety concern', id }, reason: 'named in it' })
    return concern
  })

/** Notes what one of the two decides; it stands when both say the same. Gives false when it changed meanwhile. */
export const decideConcern = (
  { transact }: Needs,
  actor: StaffActor,
  { id, version, decision }: { readonly id: string; readonly version: number; readonly decision: ConcernDecision },
): Promise<boolean> =>
  transact(actor, async (tx) => {
    const concern = (await lockConcern(tx, id)) ?? notFound('safety concern', id)
    if (concern.version !== version) return false
    await saveDecision(tx, concern, decision, actor.userId)
    tx.audit({ action: 'decide safety concern', subject: { type: 'safety concern', id } })
    return true
  })

/** Notes what one of the two says about giving it to the person; it is in a copy only when both agree. False when it changed meanwhile. */
export const showConcern = (
  { transact }: Needs,
  actor: StaffActor,
  { id, version, shown }: { readonly id: string; readonly version: number; readonly shown: 'yes' | 'no' },
): Promise<boolean> =>
  transact(actor, async (tx) => {
    const concern = (await lockConcern(tx, id)) ?? notFound('safety concern', id)
    if (concern.version !== version) return false
    await saveShown(tx, concern, shown === 'yes', actor.userId)
    tx.audit({ action: 'decide on copy of safety concern', subject: { type: 'safety concern', id }, reason: shown })
    return true
  })

/** Those who can be named: coordinators and social workers under professional secrecy of the zone. */
export async function professionals(tx: Parameters<typeof colleagues>[0], zoneId: string) {
  const all = await colleagues(tx, { roles: ['coordinator', 'socialWorker'], zoneId })
  return all.filter(({ secrecy }) => secrecy === 'professionalSecrecy')
}
