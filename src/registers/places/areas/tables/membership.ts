import type { KeptLevel } from '../kept-area.ts'

/** That an area lies in another, or became another in a newer edition. */
export type AreaMembership = {
  readonly kind: 'partOf' | 'becomes'
  readonly fromLevel: KeptLevel
  readonly fromEdition: string
  readonly fromCode: string
  readonly toLevel: KeptLevel
  readonly toEdition: string
  readonly toCode: string
  /** How much of the one lies in the other, 0 to 1; null when the table does not say. */
  readonly share: number | null
  readonly quality: 'exact' | 'approximate'
  /** The municipality for which it is kept. */
  readonly nisCode: string
}

/** Two columns of a table of which the one lies in, or became, the other. */
export type Pair<Column> = { readonly kind: AreaMembership['kind']; readonly from: Column; readonly to: Column }

type Coded = { readonly level: KeptLevel; readonly edition: string }

const bySize: readonly KeptLevel[] = ['sector', 'neighbourhood', 'district', 'municipality']

/**
 * What columns of codes say together: an area lies in larger ones of the same edition, or in the only column there is of a larger
 * level; and it became the one of the next edition.
 */
export function pairsOf<Column extends Coded>(columns: readonly Column[]): readonly Pair<Column>[] {
  return columns.flatMap((from) => [...wholesOf(from, columns), ...laterOf(from, columns)])
}

function wholesOf<Column extends Coded>(from: Column, columns: readonly Column[]): readonly Pair<Column>[] {
  // A neighbourhood and a district may cut each other: only sectors are in both.
  const larger = bySize.slice(bySize.indexOf(from.level) + 1)
  const levels = from.level === 'neighbourhood' || from.level === 'district' ? (['municipality'] as const) : larger
  return levels.flatMap((level) => {
    const candidates = columns.filter((column) => column.level === level)
    const [only] = candidates.length === 1 ? candidates : candidates.filter(({ edition }) => edition === from.edition)
    return only ? [{ kind: 'partOf' as const, from, to: only }] : []
  })
}

function laterOf<Column extends Coded>(from: Column, columns: readonly Column[]): readonly Pair<Column>[] {
  const [next] = columns
    .filter(({ level, edition }) => level === from.level && edition > from.edition)
    .toSorted((one, other) => (one.edition < other.edition ? -1 : 1))
  return next ? [{ kind: 'becomes', from, to: next }] : []
}

/**
 * Adds how much of each area lies in the other. One that stands with a single other lies in it whole; one that stands with
 * several, be it in rows of other municipalities (`isDivided`), is divided among them, and the table does not say how.
 */
export function withShares(
  memberships: readonly Omit<AreaMembership, 'share' | 'quality'>[],
  isDivided: (key: string) => boolean = () => false,
): readonly AreaMembership[] {
  return [...Map.groupBy(memberships, relationOf)].flatMap(([key, group]) => {
    const distinct = [...new Map(group.map((one) => [one.toCode, one])).values()]
    const isWhole = distinct.length === 1 && !isDivided(key)
    return distinct.map(
      (one): AreaMembership => ({ ...one, share: isWhole ? 1 : null, quality: isWhole ? 'exact' : 'approximate' }),
    )
  })
}

/** An area and the level and edition of what it lies in or became: whole when there is one such thing. */
export const relationOf = (one: Omit<AreaMembership, 'share' | 'quality' | 'toCode' | 'nisCode'>): string =>
  [one.kind, one.fromLevel, one.fromEdition, one.fromCode, one.toLevel, one.toEdition].join(' ')
