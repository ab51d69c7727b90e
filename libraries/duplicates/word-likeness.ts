/**
 * How alike two words are, 0–1: the better of edit likeness (typing errors: "oostende", "ostende") and shared trigrams (parts of
 * compounds: "missienaaikring", "missiekring"). A word that another one begins with counts for what it covers, at least 0.7.
 */
export function wordLikeness(one: string, other: string): number {
  if (one === other) return 1
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  // Numbers and very short words are the same or something else: "37" is not "38", "ksa" is not "klj".
  if (short.length < 4 || /^\d+$/.test(short)) return 0
  // Of lengths so different, less than half can be alike: no need to look.
  if (long.length > 2.5 * short.length && !long.startsWith(short)) return 0
  const beginning = long.startsWith(short) ? Math.max(0.7, short.length / long.length) : 0
  return Math.max(beginning, 1 - editsBetween(short, long) / long.length, trigramLikeness(one, other))
}

/** Shared trigrams of two texts, beginning and end included, as a share of all (Dice 1945): 0–1. */
export function trigramLikeness(one: string, other: string): number {
  const [first, second] = [trigramsOf(one), trigramsOf(other)]
  const shared = [...first].filter((trigram) => second.has(trigram)).length
  return (2 * shared) / (first.size + second.size)
}

/** Three letters in a row, with the space before and after the text. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const padded = ` ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, place) => padded.slice(place, place + 3)))
}

/** Letters left out, added or wrong, and neighbours swapped, each counted once (optimal string alignment). */
export function editsBetween(one: string, other: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line]
    for (let column = 1; column <= other.length; column += 1) {
      const change = at(row, column - 1) + (one[line - 1] === other[column - 1] ? 0 : 1)
      const isSwap = line > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1]
      const swap = isSwap ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(change, swap, at(row, column) + 1, at(next, column - 1) + 1))
    }
    before = row
    row = next
  }
  return at(row, other.length)
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
