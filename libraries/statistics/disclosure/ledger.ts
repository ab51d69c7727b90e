import { type Grid, gridOf, placesIn } from './grid.ts'
import { type Category, type Dimension, membersOf, type Table } from './table.ts'

/**
 * Everything that was ever published over the same people. Whoever kept the earlier tables puts them beside the new one: the
 * figure of a drawn area less that of its sectors, this month's less last month's. A ledger is plain data, to be kept as JSON.
 */
export type Ledger = readonly Publication[]

/** What a category held when it was published, by leaf, so that it stays known when areas are redrawn. */
export type PublishedDimension = {
  readonly id: string
  readonly leavesOf: { readonly [category: string]: readonly string[] }
}

/** One table as readers saw it. */
export type Publication = {
  readonly id: string
  readonly dimensions: readonly PublishedDimension[]
  readonly cells: readonly { readonly at: readonly string[]; readonly shown: number | 'hidden' }[]
}

/** A table laid out together with what is known of it already. `before`: what readers were shown of a cell, by position. */
export type LaidOut = { readonly grid: Grid; readonly before: ReadonlyMap<number, number | 'hidden'> }

/** What a table comes to as an entry of the ledger: cells as `shownCells` gives them. */
export function publicationOf(id: string, dimensions: readonly Dimension[], cells: Publication['cells']): Publication {
  const published = dimensions.map((dimension) => {
    const { categories, leavesOf } = membersOf(dimension)
    const named = categories.map((category, k) => [
      category,
      Array.from(leavesOf[k] ?? [], (leaf) => categories[leaf] ?? ''),
    ])
    return { id: dimension.id, leavesOf: Object.fromEntries(named) }
  })
  return { id, dimensions: published, cells }
}

/**
 * Lays a table out with every category that was ever published over its dimensions. What a publication did not divide by, it told as
 * a total. Throws a `RangeError` when the ledger divides by something the table does not: such a table must be handed in with its
 * counts by that as well, and a view that leaves it out.
 */
export function laidOutWith(table: Table, ledger: Ledger): LaidOut {
  const groups = table.dimensions.map((dimension) => groupsOf(dimension, ledger))
  const views = table.views ?? [
    Object.fromEntries(table.dimensions.map((one) => [one.id, one.categories.map(({ id }) => id)])),
  ]
  const dimensions = table.dimensions.map((dimension, d) => withGroups(dimension, groups[d]))
  const grid = gridOf({ ...table, dimensions, views })
  const placeOf = placesIn(grid)
  const before = new Map<number, number | 'hidden'>()
  for (const publication of ledger) {
    const stray = strayIn(table, publication)
    if (stray !== null) throw new RangeError(`${publication.id} was divided by ${stray}, which this table is not.`)
    for (const { at, shown } of publication.cells) {
      const names = table.dimensions.map((dimension, d) => {
        const place = publication.dimensions.findIndex((one) => one.id === dimension.id)
        return groups[d]?.nameOf(publication, place < 0 ? null : (at[place] ?? '')) ?? ''
      })
      const cell = placeOf(names)
      // NOTE a number that went out stays known, though later tables hid it.
      if (shown !== 'hidden' || !before.has(cell)) before.set(cell, shown)
    }
  }
  return { grid, before }
}

/** A dimension or leaf that a publication was made of and the table does not know; null when it can be held against the table. */
export function strayIn(table: Table, publication: Publication): string | null {
  for (const { id, leavesOf } of publication.dimensions) {
    const known = new Set(table.dimensions.find((one) => one.id === id)?.categories.map((one) => one.id))
    if (known.size === 0) return id
    const leaf = Object.values(leavesOf)
      .flat()
      .find((one) => !known.has(one))
    if (leaf !== undefined) return `${leaf} of ${id}`
  }
  return null
}

/** Names for sets of leaves: that of a category of the table which holds just these, or one of its own. */
type Groups = {
  readonly added: ReadonlyMap<string, readonly string[]>
  readonly nameOf: (publication: Publication, category: string | null) => string
}

function groupsOf(dimension: Dimension, ledger: Ledger): Groups {
  const { id, categories, leavesOf, leafCount } = membersOf(dimension)
  const names = new Map<string, string>()
  const added = new Map<string, readonly string[]>()
  const idOf = (leaves: readonly number[]) => leaves.join(' ')
  // NOTE from the last to the first, so that a leaf goes before a sum of it alone.
  for (const [k, leaves] of [...leavesOf.entries()].reverse()) names.set(idOf([...leaves]), categories[k] ?? '')
  const nameFor = (leaves: readonly number[]) => {
    const known = names.get(idOf(leaves))
    if (known !== undefined) return known
    const name = `published ${added.size + 1}`
    names.set(idOf(leaves), name)
    added.set(
      name,
      leaves.map((leaf) => categories[leaf] ?? ''),
    )
    return name
  }
  const positions = new Map(categories.map((category, position) => [category, position]))
  const leavesNow = (publication: Publication, category: string | null): readonly number[] => {
    if (category === null) return Array.from({ length: leafCount }, (_, leaf) => leaf)
    const held = publication.dimensions.find((one) => one.id === id)?.leavesOf[category] ?? []
    const now = held.flatMap((leaf) => Array.from(leavesOf[positions.get(leaf) ?? -1] ?? []))
    return [...new Set(now)].sort((a, b) => a - b)
  }
  const found = new Map<Publication, Map<string | null, string>>()
  const nameOf = (publication: Publication, category: string | null) => {
    const own = found.get(publication) ?? new Map<string | null, string>()
    const name = own.get(category) ?? nameFor(leavesNow(publication, category))
    found.set(publication, own.set(category, name))
    return name
  }
  for (const publication of ledger) {
    const place = publication.dimensions.findIndex((one) => one.id === id)
    if (place < 0) nameOf(publication, null)
    else
      for (const category of new Set(publication.cells.map(({ at }) => at[place] ?? ''))) nameOf(publication, category)
  }
  return { added, nameOf }
}

function withGroups(dimension: Dimension, groups: Groups | undefined): Dimension {
  const added = [...(groups?.added ?? [])]
  if (added.length === 0) return dimension
  const holding = new Map<string, string[]>()
  for (const [name, leaves] of added) for (const leaf of leaves) holding.set(leaf, [...(holding.get(leaf) ?? []), name])
  const own = dimension.categories.map(
    (category): Category => ({
      ...category,
      within: [...(category.within ?? []), ...(holding.get(category.id) ?? [])],
    }),
  )
  return { id: dimension.id, categories: [...own, ...added.map(([id]) => ({ id }))] }
}
