import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { notFound } from '../../../platform/http/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { cardById, eraseContent, withdrawCardAgreement } from '../cards/card-store.ts'
import { covers } from './access.ts'
import { dueOn } from './promises/deadline.ts'
import { isOpen, type Move, type MoveRefusal, moveSignal } from './signal.ts'
import type { NewSignalEvent, SignalEventKind } from './signal-event.ts'
import { addEvents, lockSignal, mergedInto, type Signal, type SignalChange, saveSignal } from './signal-store.ts'
import { channelOf, tellBackAfter, tellBackBy } from './telling-back/feedback.ts'
import { dropTellBacks, planTellBack } from './telling-back/tell-back-store.ts'

type Needs = { readonly transact: Transact }

/** What came of an act: done, refused by a rule, or `stale` because somebody changed the signal since the page was read. */
export type ActResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: MoveRefusal }
  | { readonly kind: 'stale' }

/** A move with what the form gave besides: the version it was read at, a note, a day to offer again. */
export type SignalAct = {
  readonly signalId: string
  readonly version: number
  readonly move: Move
  readonly note?: string | undefined
  readonly reofferOn?: IsoDate | undefined
}

/** Moves a signal and does what follows from it: history, promise, erasing after a decline, what the person must hear back. */
export const actOnSignal = ({ transact }: Needs, actor: StaffActor, act: SignalAct): Promise<ActResult> =>
  transact(actor, async (tx) => {
    const signal = await lockOwnSignal(tx, actor, act.signalId)
    if (signal.version !== act.version) return { kind: 'stale' }
    const result = moveSignal({ ...signal, isMerged: signal.mergedInto !== null }, act.move)
    if (result.kind === 'refused') return result
    const received = [signal, ...(await mergedInto(tx, [signal.id]))].map(({ receivedAt }) => receivedAt)
    const change = changeOf(signal, act, result.state, {
      today: isoDateIn(municipalTimeZone, tx.now),
      receivedOn: isoDateIn(municipalTimeZone, new Date(Math.min(...received.map(Number)))),
    })
    await changeSignal(tx, signal, change, [eventOf(act, result.state)])
    if (change.closedBecause === 'withdrawn') await withdrawWithMerged(tx, signal, 'staff')
    if (result.state === 'declined' || change.closedBecause === 'withdrawn') await eraseWithMerged(tx, signal)
    return { kind: 'done' }
  })

/** The signal, held for this transaction; not found when the actor's neighbourhoods do not cover it. */
export async function lockOwnSignal(tx: Tx, actor: StaffActor, id: string): Promise<Signal> {
  const signal = await lockSignal(tx, id)
  return signal && covers(actor, signal.neighbourhoodId) ? signal : notFound('signal', id)
}

/** Keeps a change with its history and audit line, and plans what the person must hear. */
export async function changeSignal(
  tx: Tx,
  signal: Signal,
  change: SignalChange,
  events: readonly NewSignalEvent[],
): Promise<void> {
  await saveSignal(tx, signal, change)
  await addEvents(tx, signal, events)
  for (const { kind } of events)
    tx.audit({
      action: `note ${kind}`,
      subject: { type: 'signal', id: signal.id },
      personId: change.personId ?? signal.personId ?? undefined,
      zoneId: signal.zoneId,
    })
  const after = { ...signal, ...change }
  if (hasEnded(signal) && !hasEnded(after)) await dropTellBacks(tx, signal.id, ['result'])
  const about = tellBackAfter(after)
  if (!about || (after.state === signal.state && after.caseProgress === signal.caseProgress)) return
  const card = await cardById(tx, signal.id)
  const dueBy = tellBackBy(isoDateIn(municipalTimeZone, tx.now))
  await planTellBack(tx, signal, { about, channel: channelOf(card?.content), dueOn: dueBy })
}

const hasEnded = ({ state, caseProgress }: Pick<Signal, 'state' | 'caseProgress'>) =>
  caseProgress === 'closed' || !(isOpen(state) || state === 'case')

/** Erases what the cards of a signal say, those merged into it too. */
export async function eraseWithMerged(tx: Tx, signal: Pick<Signal, 'id'>): Promise<void> {
  const merged = await mergedInto(tx, [signal.id])
  await eraseContent(tx, [signal.id, ...merged.map(({ id }) => id)])
}

/** Notes that the person took the agreement back, on the cards merged into it too: they are about the same ask. Gives the cards. */
export async function withdrawWithMerged(
  tx: Tx,
  { id }: Pick<Signal, 'id'>,
  by: 'codeHolder' | 'staff',
): Promise<readonly string[]> {
  const merged = await mergedInto(tx, [id])
  for (const double of merged) await changeSignal(tx, double, {}, [{ kind: 'agreementWithdrawn', by, otherId: id }])
  const cardIds = [id, ...merged.map((double) => double.id)]
  for (const cardId of cardIds) await withdrawCardAgreement(tx, cardId, by, isoDateIn(municipalTimeZone, tx.now))
  return cardIds
}

/** What a move changes; `receivedOn` is the day of the oldest card: that promise holds for those merged into each other. */
function changeOf(
  signal: Signal,
  { move, reofferOn }: SignalAct,
  state: Signal['state'],
  { today, receivedOn }: { readonly today: IsoDate; readonly receivedOn: IsoDate },
): SignalChange {
  const triage = move.kind === 'triage' ? move.as : signal.triage
  const isSame = state === signal.state && triage === signal.triage
  return {
    state,
    triage,
    dueOn: isSame ? signal.dueOn : dueOn({ ...signal, state, triage, receivedOn, on: today }),
    closedBecause: move.kind === 'close' ? move.because : null,
    reofferOn: move.kind === 'decline' ? (reofferOn ?? null) : signal.reofferOn,
    ...(isSame ? {} : { escalated: 'nobody', escalatedTo: null }),
  }
}

const kindOfMove = {
  acknowledge: 'acknowledged',
  triage: 'triaged',
  attempt: 'attempted',
  agree: 'agreed',
  decline: 'declined',
  openCase: 'caseOpened',
  close: 'closed',
  reopen: 'reopened',
} as const satisfies Record<Move['kind'], SignalEventKind>

function eventOf({ move, note }: SignalAct, state: Signal['state']): NewSignalEvent {
  if (move.kind === 'attempt')
    return { kind: move.reached && state !== 'triaged' ? 'contacted' : 'attempted', detail: move.way, note }
  const detail = move.kind === 'triage' ? move.as : move.kind === 'close' ? move.because : undefined
  return { kind: kindOfMove[move.kind], detail, note }
}
