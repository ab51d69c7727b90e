import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { wordSimilarity, wordsOf } from '../../../platform/encryption/blind-index.ts'
import { tellColleague } from '../../../platform/identity/index.ts'
import { cardsById } from '../cards/card-store.ts'
import { mayBeSecond } from '../seconds/second.ts'
import { keepPairs, type LikelyPair, likelyPairs, takeNewCards } from './merging/duplicate-store.ts'
import { coordinatorsOf } from './signal-reading.ts'
import { type Signal, signalsById } from './signal-store.ts'

/** Looks at cards that just came in: the same person twice, and urgent ones, of which coordinators hear at once (P22: by an empty mail). */
export async function lookAtNewCards(transact: Transact, municipalityId: string): Promise<void> {
  const lookAtSome = () =>
    transact(systemActor(municipalityId, 'look at new cards'), async (tx) => {
      const ids = await takeNewCards(tx)
      await notePairs(tx, await likelyPairs(tx, ids))
      await tellOfUrgent(tx, await signalsById(tx, ids))
      return ids.length
    })
  // A phone may bring more at once than one transaction should hold.
  while ((await lookAtSome()) > 0);
}

async function notePairs(tx: Tx, pairs: readonly LikelyPair[]): Promise<void> {
  const cards = new Map(
    (await cardsById(tx, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))])).map((card) => [card.id, card]),
  )
  const certain = pairs.flatMap((pair) => {
    const one = cards.get(pair.one)
    const other = cards.get(pair.other)
    if (!one?.content || !other?.content) return []
    const isAlike =
      pair.because !== 'similarNameAndPlace' ||
      (looksAlike(one.content.name, other.content.name) && looksAlike(one.content.placeText, other.content.placeText))
    return isAlike ? [{ ...pair, zoneId: one.zoneId }] : []
  })
  await keepPairs(tx, certain)
}

/** Whether most of the words of one text are nearly in the other; never when either is absent. */
function looksAlike(one: string | undefined, other: string | undefined): boolean {
  const [fewer, more] = [wordsOf(one ?? ''), wordsOf(other ?? '')].sort((a, b) => a.length - b.length)
  if (!fewer || !more || fewer.length === 0) return false
  const fits = fewer.map((word) => Math.max(...more.map((candidate) => wordSimilarity(word, candidate))))
  return fits.reduce((sum, fit) => sum + fit, 0) / fits.length >= 0.6
}

async function tellOfUrgent(tx: Tx, signals: readonly Signal[]): Promise<void> {
  const urgent = signals.filter(({ urgency }) => urgency === 'urgent')
  for (const [zoneId, ofZone] of Map.groupBy(urgent, (signal) => signal.zoneId)) {
    const coordinators = await coordinatorsOf(tx, zoneId)
    const readers = coordinators.filter((colleague) => ofZone.some((signal) => mayBeSecond(colleague, signal)))
    for (const { userId } of readers) await tellColleague(tx, userId)
  }
}
