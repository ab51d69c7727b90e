import type { Shape } from '../../published-areas/index.ts'

/** Something a neighbourhood is made of, with name and code as they were then. The code of a street is its postal code. */
export type NamedPart = {
  readonly kind: 'sector' | 'neighbourhood' | 'district' | 'municipality' | 'street'
  readonly id: string
  readonly name: string
  readonly code: string | null
}

/** What a neighbourhood was made of from one change to the next. Numbered from 1. */
export type AreaVersion = {
  readonly areaId: string
  readonly number: number
  readonly name: string
  readonly edition: string
  readonly parts: readonly NamedPart[]
  /** The border of a drawn one, or of a published one that was published anew. */
  readonly border: Shape | null
  readonly why: string | null
  /** Account of who changed it; null for what came with a file. */
  readonly madeBy: string | null
  /** Null: since before versions were kept. */
  readonly validFrom: Date | null
  /** Null: as it is now. */
  readonly validUntil: Date | null
}

/** What decides whether a neighbourhood became another. */
export type MadeOf = Pick<AreaVersion, 'name' | 'edition' | 'parts' | 'border'>

/** Whether two are made of the same: the same name, edition, parts in whatever order, and border. */
export function isMadeOfSame(one: MadeOf, other: MadeOf): boolean {
  return JSON.stringify(compared(one)) === JSON.stringify(compared(other))
}

const compared = ({ name, edition, parts, border }: MadeOf) => [name, edition, parts.map(({ id }) => id).sort(), border]

/** What came and what went between two versions, by name. */
export function differenceOf(
  before: MadeOf,
  after: MadeOf,
): { readonly added: NamedPart[]; readonly left: NamedPart[] } {
  const lacks = (parts: readonly NamedPart[]) => (part: NamedPart) => !parts.some(({ id }) => id === part.id)
  return { added: after.parts.filter(lacks(before.parts)), left: before.parts.filter(lacks(after.parts)) }
}
