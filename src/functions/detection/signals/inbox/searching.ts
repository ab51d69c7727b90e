import type { Tx } from '../../../../platform/database/transact.ts'
import { numbersOf } from '../../../../platform/encryption/word-forms.ts'
import { searchedText } from '../../cards/card-content.ts'
import { cardsById } from '../../cards/card-store.ts'
import type { Signal } from '../signal-store.ts'
import type { InboxFilter, InboxScope } from './inbox-filter.ts'
import { cardsWithWords, inboxAmong, inboxWithWords } from './inbox-store.ts'
import { type AskedNumbers, askedNumbers, bestFirst } from './search.ts'

/** What a search gives: `isMore` when there is more than is found at once, so that one word more would help. */
export type Found = { readonly signals: readonly Signal[]; readonly isMore: boolean }

/** Most that a search finds: two pages. Whoever needs more is helped by one more word. */
const mostFound = 50
/** Cards up to which signals are looked up one by one; with more, the inbox is read in its order until enough have the words. */
const mostCandidates = 1000

/**
 * Signals the filter lets through in whose cards all words are, best fit first. A typing error is forgiven as long as there is
 * room: with fifty cards that have the words as typed, those are all there is, in the order of the inbox, and none of them
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
  const ids = await cardsWithWords(tx, asked, mostCandidates + 1)
  const signals =
    ids.length > mostCandidates
      ? await inboxWithWords(tx, asked, filter, scope, mostFound + 1)
      : await inboxAmong(tx, ids, filter, scope, mostFound + 1)
  return { signals: signals.slice(0, mostFound), isMore: signals.length > mostFound }
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
