/**
 * Of which published areas a neighbourhood is made, and for how much of each. An area that is a part by choice is in it whole. Of
 * any other area, doors tell: the share of its living doors that lie in the neighbourhood, for people live behind doors and not
 * in meadows.
 */
export type AreaPart = {
  /** Code as published. */
  readonly code: string
  /** Share of the part's living doors that lie in the neighbourhood, above 0 and at most 1. */
  readonly share: number
  /** Approximate: the border of the neighbourhood cuts the part, or doors are in it of which no part is known. */
  readonly quality: 'exact' | 'approximate'
}

/** What is known of one neighbourhood, before it is weighed. */
export type PartsFound = {
  /** Codes of parts that are in it whole, whatever their doors. */
  readonly whole: readonly string[]
  /** Its other doors by the part in which they lie; null where that is not known. `total` counts the doors of that part everywhere. */
  readonly doors: readonly { readonly code: string | null; readonly inside: number; readonly total: number }[]
}

/** The parts of a neighbourhood, by code. One door of which the part is unknown makes all of them approximate. */
export function partsFrom({ whole, doors }: PartsFound): readonly AreaPart[] {
  const isComplete = !doors.some(({ code, inside }) => code === null && inside > 0)
  const shares = new Map(whole.map((code) => [code, 1]))
  for (const { code, inside, total } of doors)
    if (code !== null && inside > 0 && !shares.has(code)) shares.set(code, Math.min(1, inside / total))
  return [...shares]
    .map(([code, share]) => ({ code, share, quality: qualityOf(share, isComplete) }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
}

const qualityOf = (share: number, isComplete: boolean) => (share === 1 && isComplete ? 'exact' : 'approximate')
