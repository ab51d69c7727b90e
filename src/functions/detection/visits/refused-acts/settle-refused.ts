import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { fileCards } from '../../cards/file-cards.ts'
import { applyActs, refusalOf } from '../acts/take-in-acts.ts'
import { type RefusalReason, type VisitAct, visitAct } from '../acts/visit-act.ts'
import { type RefusedAct, refusedActById, settleRefused } from './refused-act-store.ts'

type Needs = { readonly transact: Transact }

/** A refused act with what a coordinator may do about it. */
export type RefusedReading = {
  readonly refused: RefusedAct
  /** Undefined when it could not even be read. */
  readonly act: VisitAct | undefined
  readonly mayApply: boolean
}

/** What settling came to. */
export type Settling =
  | { readonly kind: 'settled' }
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'stillRefused'; readonly reason: RefusalReason }

/** Reads a refused act with its content; noted in the audit log. */
export function readRefused({ transact }: Needs, actor: StaffActor, id: string): Promise<RefusedReading | undefined> {
  return transact(actor, async (tx) => {
    const found = await refusedActById(tx, id)
    if (!found) return undefined
    tx.audit({ action: 'read refused act', subject: { type: 'refusedAct', id }, reason: 'to settle it' })
    const act = actIn(found.whole)
    return { refused: found.act, act, mayApply: act !== undefined && mayApply(act, found.act.reason) }
  })
}

/**
 * Does what a refused act meant, as the coordinator's decision: a card is filed whatever became of its visit; a visit is
 * noted although its day or round had passed. An address that wants no visit stays without a note.
 */
export function settle(
  { transact }: Needs,
  actor: StaffActor,
  {
    id,
    version,
    settlement,
  }: { readonly id: string; readonly version: number; readonly settlement: 'applied' | 'dropped' },
): Promise<Settling> {
  return transact(actor, async (tx): Promise<Settling> => {
    const found = await refusedActById(tx, id)
    if (!found || found.act.version !== version) return { kind: 'changedMeanwhile' }
    const act = actIn(found.whole)
    if (settlement === 'applied') {
      if (!act || !mayApply(act, found.act.reason)) return { kind: 'stillRefused', reason: found.act.reason }
      const reason = await applyAnyway(tx, act, found.act)
      if (reason) return { kind: 'stillRefused', reason }
    }
    await settleRefused(tx, { id, version }, settlement, actor.userId)
    tx.audit({ action: 'settle refused act', subject: { type: 'refusedAct', id }, reason: settlement })
    return { kind: 'settled' }
  })
}

/** Which refusals a coordinator may overrule; pure. */
export function mayApply(act: VisitAct, reason: RefusalReason): boolean {
  if (act.kind === 'fillCard') return true
  const overruled: readonly RefusalReason[] = [
    'campaignNotRunning',
    'notYourRound',
    'handedOver',
    'changedMeanwhile',
    'unexpected',
  ]
  return (act.kind === 'recordVisit' || act.kind === 'correctVisit') && overruled.includes(reason)
}

async function applyAnyway(
  tx: Tx,
  act: VisitAct,
  { zoneId, visitorId }: RefusedAct,
): Promise<RefusalReason | undefined> {
  if (act.kind === 'fillCard') {
    await fileCards(tx, [{ ...act.body.card, source: 'visitor', zoneId, senderUserId: visitorId }])
    return undefined
  }
  const whose = { visitorId, zoneId, isCoordinator: true }
  const again = afresh(act)
  const reason = await refusalOf(tx, again, whose)
  if (!reason) await applyActs(tx, [{ kind: 'read', id: again.id, act: again }], whose)
  return reason
}

/** The same act under an identifier of its own: under the old one it was answered for good. It overrules what came between. */
function afresh(act: VisitAct): VisitAct {
  if (act.kind !== 'correctVisit') return { ...act, id: uuidv7() }
  const { basedOn: _seen, ...correction } = act
  return { ...correction, id: uuidv7() }
}

function actIn(whole: unknown): VisitAct | undefined {
  const parsed = visitAct.safeParse(whole)
  return parsed.success ? parsed.data : undefined
}
