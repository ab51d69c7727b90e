export type DuplicateReason = 'samePhone' | 'sameEmail' | 'similarNameAndPlace'

/** A card as far as it is compared: digests of how to reach somebody, keyed numbers of name and place. Nothing is opened. */
export type ComparedCard = {
  readonly id: string
  readonly zoneId: string
  readonly filedAt: Date
  readonly phone: string | null
  readonly email: string | null
  readonly nameNumbers: readonly number[]
}

/** A pair that looks alike by its keyed numbers; names and places still have to be opened and compared. */
export type LikelyPair = { readonly one: string; readonly other: string; readonly because: DuplicateReason }

/** Days back in which two cards are compared. */
export const comparedDays = 180
/** Share of the keyed numbers of name and place of the shorter card that the other has too. */
const leastShare = 0.6
/** Fewest keyed numbers of a card that is sought by its name: a shorter one is like many. */
const fewestNumbers = 12

/**
 * Pairs of the new cards with others of their zone: the same telephone or e-mail, or much of name and place in common. Through
 * lists of the cards that have each number, so that cards which share nothing are never met.
 */
export function pairsAlike(cards: readonly ComparedCard[], newIds: ReadonlySet<string>): readonly LikelyPair[] {
  const byZone = Map.groupBy(cards, ({ zoneId }) => zoneId)
  return [...byZone.values()].flatMap((ofZone) => pairsInZone(ofZone, newIds))
}

function pairsInZone(cards: readonly ComparedCard[], newIds: ReadonlySet<string>): readonly LikelyPair[] {
  const byPhone = Map.groupBy(cards.keys(), (nth) => cards[nth]?.phone)
  const byEmail = Map.groupBy(cards.keys(), (nth) => cards[nth]?.email)
  const byNumber = placesOfNumbers(cards)
  const pairs = new Map<string, LikelyPair>()
  for (const card of cards) {
    if (!newIds.has(card.id)) continue
    const keep = (because: DuplicateReason) => (nth: number) => {
      const other = cards[nth]
      if (!other || other.id === card.id || isTooOld(other, card)) return
      const [first, second] = card.id < other.id ? [card.id, other.id] : [other.id, card.id]
      const pair = `${first} ${second}`
      if (!pairs.has(pair)) pairs.set(pair, { one: first, other: second, because })
    }
    // The surest reason first: it stays.
    if (card.phone) byPhone.get(card.phone)?.forEach(keep('samePhone'))
    if (card.email) byEmail.get(card.email)?.forEach(keep('sameEmail'))
    alikeByName(card, cards, byNumber).forEach(keep('similarNameAndPlace'))
  }
  return [...pairs.values()]
}

function placesOfNumbers(cards: readonly ComparedCard[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (const [nth, { nameNumbers }] of cards.entries())
    for (const number of nameNumbers) {
      const list = places.get(number)
      if (list) list.push(nth)
      else places.set(number, [nth])
    }
  return places
}

/** Places in `cards` of those that share enough numbers with `card`. */
function alikeByName(
  { nameNumbers }: ComparedCard,
  cards: readonly ComparedCard[],
  byNumber: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  if (nameNumbers.length < fewestNumbers) return []
  const shared = new Uint16Array(cards.length)
  for (const number of nameNumbers) for (const nth of byNumber.get(number) ?? []) shared[nth] = (shared[nth] ?? 0) + 1
  return [...cards.keys()].filter((nth) => {
    const numbers = cards[nth]?.nameNumbers.length ?? 0
    return numbers > 0 && (shared[nth] ?? 0) >= leastShare * Math.min(nameNumbers.length, numbers)
  })
}

function isTooOld(other: ComparedCard, card: ComparedCard): boolean {
  return other.filedAt.getTime() <= card.filedAt.getTime() - comparedDays * 86_400_000
}
