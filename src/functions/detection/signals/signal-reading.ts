import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { notFound, restricted } from '../../../platform/http/index.ts'
import { type Colleague, colleagues, namesOf } from '../../../platform/identity/index.ts'
import { isOwnName, tellOfficers } from '../../../registers/people/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { type Card, cardById, cardsById } from '../cards/card-store.ts'
import { mayBeSecond, type SecondRequest } from '../seconds/second.ts'
import { lastRequests } from '../seconds/second-store.ts'
import { covers, inboxScope } from './access.ts'
import { type InboxFilter, type InboxScope, pageSize } from './inbox/inbox-filter.ts'
import { countInbox, type InboxCounts, inboxCounts, inboxSignals, mostCounted } from './inbox/inbox-store.ts'
import { signalsWithWords } from './inbox/searching.ts'
import { type DuplicateReason, duplicateCounts, duplicatesOf } from './merging/duplicate-store.ts'
import type { SignalEvent } from './signal-event.ts'
import { cardFrozenSince, eventsOf, mergedInto, type Signal, signalById, signalsById } from './signal-store.ts'
import { type TellBack, tellBacksOf } from './telling-back/tell-back-store.ts'

/** One line of the inbox. */
export type InboxRow = { readonly signal: Signal; readonly card: Card | undefined; readonly duplicates: number }

/** The inbox as one page shows it. */
export type Inbox = {
  readonly rows: readonly InboxRow[]
  /** How many there are; with `isMore` only how many were counted or found. */
  readonly total: number
  readonly isMore: boolean
  readonly hasNext: boolean
  readonly counts: InboxCounts
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly coordinators: readonly Colleague[]
}

/** One page of the inbox for `actor`; `words` are searched in the cards. Names are shown, so an audit line is written. */
export async function readInbox(
  tx: Tx,
  actor: StaffActor,
  filter: InboxFilter,
  words: string | undefined,
  today: IsoDate,
): Promise<Inbox> {
  const scope = inboxScope(actor, today)
  const { signals, total, isMore, hasNext } = words
    ? await foundSignals(tx, words, filter, scope)
    : await listedSignals(tx, filter, scope)
  const ids = signals.map(({ id }) => id)
  const cards = new Map((await cardsById(tx, ids)).map((card) => [card.id, card]))
  const duplicates = await duplicateCounts(tx, ids)
  tx.audit({
    action: 'list signals',
    subject: { type: 'zone', id: actor.zoneId },
    details: { count: ids.length, searched: words !== undefined },
  })
  return {
    rows: signals.map((signal) => ({
      signal,
      card: cards.get(signal.id),
      duplicates: duplicates.get(signal.id) ?? 0,
    })),
    total,
    isMore,
    hasNext,
    counts: await inboxCounts(tx, scope),
    neighbourhoods: await neighbourhoodsOf(tx),
    coordinators: await coordinatorsOf(tx, actor.zoneId),
  }
}

async function listedSignals(tx: Tx, filter: InboxFilter, scope: InboxScope) {
  const count = await countInbox(tx, filter, scope)
  const signals = await inboxSignals(tx, filter, scope, { limit: pageSize + 1 })
  return {
    signals: signals.slice(0, pageSize),
    total: Math.min(count, mostCounted),
    isMore: count > mostCounted,
    hasNext: signals.length > pageSize,
  }
}

async function foundSignals(tx: Tx, words: string, filter: InboxFilter, scope: InboxScope) {
  const { signals, isMore } = await signalsWithWords(tx, words, filter, scope)
  const until = filter.page * pageSize
  return {
    signals: signals.slice(until - pageSize, until),
    total: signals.length,
    isMore,
    hasNext: until < signals.length,
  }
}

/** Longest list that is exported at once. */
const mostExported = 5000

/** What the filter lets through, whole, for an export; an audit line says how many. */
export async function readForExport(
  tx: Tx,
  actor: StaffActor,
  filter: InboxFilter,
  words: string | undefined,
  today: IsoDate,
): Promise<Pick<Inbox, 'neighbourhoods' | 'coordinators'> & { readonly rows: readonly { readonly signal: Signal }[] }> {
  const scope = inboxScope(actor, today)
  const whole = { ...filter, page: 1 }
  const signals = words
    ? (await signalsWithWords(tx, words, whole, scope)).signals
    : await inboxSignals(tx, whole, scope, { limit: mostExported })
  tx.audit({
    action: 'export signals',
    subject: { type: 'zone', id: actor.zoneId },
    reason: 'work in the inbox',
    details: { count: signals.length },
  })
  return {
    rows: signals.map((signal) => ({ signal })),
    neighbourhoods: await neighbourhoodsOf(tx),
    coordinators: await coordinatorsOf(tx, actor.zoneId),
  }
}

/** Those who may take up a signal of this zone. */
export async function coordinatorsOf(tx: Tx, zoneId: string): Promise<readonly Colleague[]> {
  const all = await colleagues(tx, { roles: ['coordinator'], zoneId })
  return all.filter(({ secrecy }) => secrecy === 'professionalSecrecy')
}

/** Those of them whose neighbourhoods cover a signal (P6). */
export async function readersOf(
  tx: Tx,
  signal: Pick<Signal, 'zoneId' | 'neighbourhoodId'>,
): Promise<readonly Colleague[]> {
  return (await coordinatorsOf(tx, signal.zoneId)).filter((colleague) => mayBeSecond(colleague, signal))
}

/** A signal that may be about the same person, as the page shows it. */
export type DuplicateView = {
  readonly signal: Signal
  readonly because: DuplicateReason
  readonly name: string | undefined
  readonly placeText: string | undefined
}

/** Everything the page of one signal shows. */
export type SignalView = {
  readonly signal: Signal
  readonly card: Card | undefined
  readonly events: readonly SignalEvent[]
  /** Names of colleagues by account. */
  readonly names: ReadonlyMap<string, string>
  readonly neighbourhood: string | undefined
  readonly duplicates: readonly DuplicateView[]
  readonly merged: readonly { readonly signal: Signal; readonly card: Card | undefined }[]
  readonly tellBacks: readonly TellBack[]
  readonly coordinators: readonly Colleague[]
  /** What a coordinator who may not read the card asked of whoever reads this page; undefined when nothing stands. */
  readonly askedOfMe: SecondRequest | undefined
}

/** One signal with its card; reading what a card says writes an audit line (P17). Not found when the actor may not see it. */
export async function readSignal(tx: Tx, actor: StaffActor, id: string): Promise<SignalView> {
  const signal = await signalById(tx, id)
  if (!signal) await sayFrozen(tx, actor, id)
  if (!signal || signal.zoneId !== actor.zoneId || !covers(actor, signal.neighbourhoodId)) notFound('signal', id)
  const card = await cardById(tx, id)
  const isOwn = isOwnName(card?.content?.name ?? '', actor.name)
  tx.audit({
    action: 'read card',
    subject: { type: 'card', id },
    personId: signal.personId ?? undefined,
    reason: 'work in the inbox',
    ...(isOwn && { details: { odd: 'ownName' } }),
  })
  if (isOwn) await tellOfficers(tx)
  const events = await eventsOf(tx, signal)
  const merged = await mergedInto(tx, [id])
  const neighbourhoods = signal.neighbourhoodId ? await neighbourhoodsOf(tx, { ids: [signal.neighbourhoodId] }) : []
  const mergedCards = new Map(
    (
      await cardsById(
        tx,
        merged.map((one) => one.id),
      )
    ).map((one) => [one.id, one]),
  )
  const asked = (await lastRequests(tx, [id])).get(id)
  const askedOfMe = asked?.askedOf === actor.userId && asked.state !== 'declined' ? asked : undefined
  return {
    signal,
    card,
    events,
    askedOfMe,
    names: await namesOf(tx, [...usersIn(signal, events), ...(askedOfMe ? [askedOfMe.askedBy] : [])]),
    neighbourhood: neighbourhoods[0]?.name,
    duplicates: await duplicateViews(tx, id),
    merged: merged.map((one) => ({ signal: one, card: mergedCards.get(one.id) })),
    tellBacks: await tellBacksOf(tx, id),
    coordinators: await readersOf(tx, signal),
  }
}

async function duplicateViews(tx: Tx, id: string): Promise<readonly DuplicateView[]> {
  const pairs = await duplicatesOf(tx, id)
  const others = pairs.map(({ otherId }) => otherId)
  const signals = new Map((await signalsById(tx, others)).map((signal) => [signal.id, signal]))
  const cards = new Map((await cardsById(tx, others)).map((card) => [card.id, card]))
  return pairs.flatMap(({ otherId, because }) => {
    const signal = signals.get(otherId)
    const content = cards.get(otherId)?.content
    if (!signal || signal.mergedInto !== null) return []
    return [{ signal, because, name: content?.name, placeText: content?.placeText }]
  })
}

function usersIn(signal: Signal, events: readonly SignalEvent[]): readonly string[] {
  const users = [signal.assigneeUserId, signal.escalatedTo, signal.senderUserId]
  const ofEvents = events.flatMap(({ byUserId, kind, otherId }) => [
    byUserId,
    kind === 'assigned' || kind === 'escalated' ? otherId : null,
  ])
  return [...users, ...ofEvents].filter((user) => user != null)
}

/** Who would have seen the card is told that it is frozen; to everybody else it is not there. */
async function sayFrozen(tx: Tx, actor: StaffActor, id: string): Promise<void> {
  const frozen = await cardFrozenSince(tx, id)
  if (frozen && covers(actor, frozen.neighbourhoodId)) restricted('card', frozen.since)
}
