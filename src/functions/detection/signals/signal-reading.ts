import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { notFound } from '../../../platform/http/index.ts'
import { type Colleague, colleagues, namesOf } from '../../../platform/identity/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { namingText, searchableText } from '../cards/card-content.ts'
import { type Card, cardById, cardsById } from '../cards/card-store.ts'
import { covers, limitedTo } from './access.ts'
import { type DuplicateReason, duplicateCounts, duplicatesOf } from './duplicate-store.ts'
import { type InboxFilter, pageSize } from './inbox-filter.ts'
import { cardsWithWords, countInbox, type InboxCounts, inboxAmong, inboxCounts, inboxSignals } from './inbox-store.ts'
import { bestFirst, searchWays } from './search.ts'
import type { SignalEvent } from './signal-event.ts'
import { eventsOf, mergedInto, type Signal, signalById, signalsById } from './signal-store.ts'
import { type TellBack, tellBacksOf } from './tell-back-store.ts'

/** One line of the inbox. */
export type InboxRow = { readonly signal: Signal; readonly card: Card | undefined; readonly duplicates: number }

/** The inbox as one page shows it. */
export type Inbox = {
  readonly rows: readonly InboxRow[]
  readonly total: number
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
  today: string,
): Promise<Inbox> {
  const scope = { userId: actor.userId, today, neighbourhoodIds: limitedTo(actor) }
  const { signals, total } = words
    ? await foundSignals(tx, actor, filter, words, today)
    : { signals: await inboxSignals(tx, filter, scope), total: await countInbox(tx, filter, scope) }
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
    counts: await inboxCounts(tx, scope),
    neighbourhoods: await neighbourhoodsOf(tx),
    coordinators: await coordinatorsOf(tx, actor.zoneId),
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
  today: string,
): Promise<Pick<Inbox, 'neighbourhoods' | 'coordinators'> & { readonly rows: readonly { readonly signal: Signal }[] }> {
  const scope = { userId: actor.userId, today, neighbourhoodIds: limitedTo(actor) }
  const whole = { ...filter, page: 1 }
  const signals = words
    ? await fittingSignals(tx, actor, whole, words, today)
    : await inboxSignals(tx, whole, scope, mostExported)
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

async function foundSignals(tx: Tx, actor: StaffActor, filter: InboxFilter, words: string, today: string) {
  const fitting = await fittingSignals(tx, actor, filter, words, today)
  return {
    signals: fitting.slice((filter.page - 1) * pageSize, filter.page * pageSize),
    total: fitting.length,
  }
}

/** Signals the filter lets through in whose cards all words are, best fit first. */
async function fittingSignals(
  tx: Tx,
  actor: StaffActor,
  filter: InboxFilter,
  words: string,
  today: string,
): Promise<readonly Signal[]> {
  const key = await tx.vault.zone(actor.municipalityId, actor.zoneId)
  const scope = { userId: actor.userId, today, neighbourhoodIds: limitedTo(actor) }
  const among = await inboxAmong(tx, await cardsWithWords(tx, searchWays(words, key.tokens)), filter, scope)
  const cards = new Map(
    (
      await cardsById(
        tx,
        among.map(({ id }) => id),
      )
    ).map((card) => [card.id, card]),
  )
  return bestFirst(words, among, ({ id }) => {
    const content = cards.get(id)?.content
    return content ? { naming: namingText(content), rest: searchableText(content) } : { naming: '', rest: '' }
  })
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
}

/** One signal with its card; reading what a card says writes an audit line (P17). Not found when the actor may not see it. */
export async function readSignal(tx: Tx, actor: StaffActor, id: string): Promise<SignalView> {
  const signal = await signalById(tx, id)
  if (!signal || signal.zoneId !== actor.zoneId || !covers(actor, signal.neighbourhoodId)) notFound('signal', id)
  const card = await cardById(tx, id)
  tx.audit({
    action: 'read card',
    subject: { type: 'card', id },
    personId: signal.personId ?? undefined,
    reason: 'work in the inbox',
  })
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
  return {
    signal,
    card,
    events,
    names: await namesOf(tx, usersIn(signal, events)),
    neighbourhood: neighbourhoods[0]?.name,
    duplicates: await duplicateViews(tx, id),
    merged: merged.map((one) => ({ signal: one, card: mergedCards.get(one.id) })),
    tellBacks: await tellBacksOf(tx, id),
    coordinators: await coordinatorsOf(tx, signal.zoneId),
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
