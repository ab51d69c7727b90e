import type { Tx } from '../../../platform/database/transact.ts'
import { numbersOf } from '../../../platform/encryption/word-forms.ts'
import { searchedText } from '../cards/card-content.ts'
import { cardsById } from '../cards/card-store.ts'
import type { InboxFilter, InboxScope } from './inbox-filter.ts'
import { cardsWithWords, inboxAmong, inboxSignals } from './inbox-store.ts'
import { type AskedNumbers, askedNumbers, bestFirst } from './search.ts'
import type { Signal } from './signal-store.ts'

/** What a search gives: `isMore` when there is more than is found at once, so that one word more would help. */
export type Found = { readonly signals: readonly Signal[]; readonly isMore: boolean }

/** Most that a search finds. */
const mostFound = 100
/** Cards up to which the index is asked for all that have the words; with more, the inbox is looked through in its order. */
const mostCandidates = 1000
const lookedThroughAtOnce = 500
const mostLookedThrough = 2000

/**
 * Signals the filter lets through in whose cards all words are, best fit first. A typing error is forgiven as long as there is
 * room: with a hundred cards that have the words as typed, those are all there is, in the order of the inbox, and none of them
 * is opened.
 */
export async function signalsWithWords(tx: Tx, words: string, filter: InboxFilter, scope: InboxScope): Promise<Found> {
  const key = await tx.vault.zone(tx.actor.municipalityId, scope.zoneId)
  const asked = askedNumbers(words, (forms) => numbersOf(key, forms))
  if (asked.asTyped.length === 0) return { signals: [], isMore: false }
  const asTyped = await withNumbers(tx, asked.asTyped, filter, scope)
  if (asTyped.isMore) return asTyped
  const nearly = await withNumbers(tx, asked.nearly, filter, scope)
  const known = new Set(asTyped.signals.map(({ id }) => id))
  const others = nearly.signals.filter(({ id }) => !known.has(id))
  const candidates = [...asTyped.signals, ...others].slice(0, mostFound)
  return { signals: await ranked(tx, words, candidates), isMore: nearly.isMore }
}

/** Signals with one of the numbers of every word, in the order of the inbox. */
async function withNumbers(tx: Tx, asked: AskedNumbers, filter: InboxFilter, scope: InboxScope): Promise<Found> {
  const ids = await cardsWithWords(tx, asked, { most: mostCandidates + 1 })
  if (ids.length > mostCandidates) return lookThrough(tx, asked, filter, scope)
  const signals = await inboxAmong(tx, ids, filter, scope, mostFound + 1)
  return { signals: signals.slice(0, mostFound), isMore: signals.length > mostFound }
}

/** For words that many cards have: the inbox in its order, until enough is found. */
async function lookThrough(tx: Tx, asked: AskedNumbers, filter: InboxFilter, scope: InboxScope): Promise<Found> {
  const found: Signal[] = []
  for (let skip = 0; skip < mostLookedThrough; skip += lookedThroughAtOnce) {
    const next = await inboxSignals(tx, filter, scope, { limit: lookedThroughAtOnce, skip })
    const among = next.map(({ id }) => id)
    const having = new Set(await cardsWithWords(tx, asked, { among, most: lookedThroughAtOnce }))
    found.push(...next.filter(({ id }) => having.has(id)))
    if (found.length > mostFound) return { signals: found.slice(0, mostFound), isMore: true }
    if (next.length < lookedThroughAtOnce) return { signals: found, isMore: false }
  }
  return { signals: found, isMore: true }
}

async function ranked(tx: Tx, words: string, signals: readonly Signal[]): Promise<readonly Signal[]> {
  const cards = await cardsById(
    tx,
    signals.map(({ id }) => id),
  )
  const contents = new Map(cards.map(({ id, content }) => [id, content]))
  return bestFirst(words, signals, ({ id }) => {
    const content = contents.get(id)
    return content ? searchedText(content) : { naming: '', rest: '' }
  })
}
