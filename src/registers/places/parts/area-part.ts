/**
 * Of which published areas a neighbourhood is made, and for how much of each. An area that is a part by choice, or that a
 * published table puts in one, is known. Of any other area, doors tell: the share of its living doors that lie in the
 * neighbourhood, for people live behind doors and not in meadows.
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
  /** Parts that are known, whatever their doors. One that stands twice counts for both, at most whole. */
  readonly known: readonly AreaPart[]
  /** Its other doors by the part in which they lie; null where that is not known. `total` counts the doors of that part everywhere. */
  readonly doors: readonly { readonly code: string | null; readonly inside: number; readonly total: number }[]
}

/** The parts of a neighbourhood, by code. One door of which the part is unknown makes all of them approximate. */
export function partsFrom({ known, doors }: PartsFound): readonly AreaPart[] {
  const isComplete = !doors.some(({ code, inside }) => code === null && inside > 0)
  const parts = new Map<string, AreaPart>()
  for (const part of known) parts.set(part.code, added(parts.get(part.code), part))
  for (const { code, inside, total } of doors)
    if (code !== null && inside > 0 && !parts.has(code)) parts.set(code, partOf(code, inside / total))
  return [...parts.values()]
    .map((part): AreaPart => (isComplete ? part : { ...part, quality: 'approximate' }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
}

const partOf = (code: string, share: number): AreaPart => ({
  code,
  share: Math.min(1, share),
  quality: share < 1 ? 'approximate' : 'exact',
})

/** A part that is in it whole is exact, however often it was put there. */
function added(before: AreaPart | undefined, part: AreaPart): AreaPart {
  if (!before || before.share === 1) return before ?? part
  return { ...part, share: Math.min(1, before.share + part.share) }
}
