import type { CountsOfAreas } from '../linked/placed-areas.ts'

/**
 * Counts of one period as they once stood, and which of them readers could see. Neighbourhoods change, so their sums have names that
 * say nothing (`sum 1`) and are what they were made of.
 */
export type ToldTable = CountsOfAreas & {
  /** By indicator the areas whose count was told. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>
}

/** The tables of each period that were ever told, in the order in which they were. */
export type ToldByPeriod = ReadonlyMap<string, readonly ToldTable[]>

/** Whether a count of this indicator and area is hidden. */
type IsHidden = (indicator: string, area: string) => boolean

/** Where in `tables` counts go on that were not revised since, though areas and indicators came; -1 when there is none such. */
export const placeOf = (tables: readonly ToldTable[], today: CountsOfAreas): number =>
  tables.findLastIndex((table) => isContinued(table, today))

/** A table of before as far as it was told, with the areas of today, whose counts are the same. */
export function broughtUpTo(today: CountsOfAreas, table: ToldTable): ToldTable {
  const { counts, within, sums } = together(today, table)
  return { counts, within, sums, told: table.told }
}

/** What is told once the counts of today go out: a table of its own, or more of the one that they go on with. */
export function toldAfter(table: ToldTable | undefined, today: CountsOfAreas, isHidden: IsHidden): ToldTable {
  const before = table ?? { counts: new Map(), within: new Map(), sums: new Set(), told: new Map() }
  const named = withNamesOf(before, today)
  const told = new Map<string, ReadonlySet<string>>()
  for (const indicator of new Set([...before.told.keys(), ...today.counts.keys()])) {
    const shown = [...(today.counts.get(indicator)?.keys() ?? [])].filter((area) => !isHidden(indicator, area))
    told.set(indicator, new Set([...(before.told.get(indicator) ?? []), ...shown.map(named.nameOf)]))
  }
  return { ...together(named.counts, before), told }
}

/** How much a table holds: it only grows, so two of the same table that hold as much are the same. */
export const sizeOf = ({ counts, told, sums }: ToldTable): string =>
  [sums.size, ...[counts, told].map((kept) => [...kept.values()].reduce((sum, areas) => sum + areas.size, 0))].join(' ')

function isContinued({ counts, sums }: ToldTable, today: CountsOfAreas): boolean {
  for (const [indicator, areas] of counts) {
    const now = today.counts.get(indicator)
    for (const [area, value] of areas) if (!sums.has(area) && now?.get(area) !== value) return false
  }
  return true
}

/** The published areas of today with the sums of then beside those of today. */
function together(today: CountsOfAreas, { counts, within, sums }: CountsOfAreas): CountsOfAreas {
  const all = new Map([...today.counts].map(([indicator, areas]) => [indicator, new Map(areas)]))
  for (const [indicator, areas] of counts)
    for (const [area, value] of areas)
      if (sums.has(area)) all.set(indicator, (all.get(indicator) ?? new Map()).set(area, value))
  const lying = [...new Set([...today.within.keys(), ...within.keys()])].map((area) => {
    const then = within.get(area)?.filter((wider) => sums.has(wider)) ?? []
    return [area, [...new Set([...(today.within.get(area) ?? []), ...then])]] as const
  })
  return { counts: all, within: new Map(lying), sums: new Set([...today.sums, ...sums]) }
}

/** Counts of today with the names that sums have in a table: that of one made of the same areas, or the next. */
function withNamesOf(table: CountsOfAreas, today: CountsOfAreas) {
  const known = new Map([...membersOf(table)].map(([sum, members]) => [members, sum]))
  const names = new Map<string, string>()
  for (const [sum, members] of membersOf(today)) {
    const name = known.get(members) ?? `sum ${known.size + 1}`
    known.set(members, name)
    names.set(sum, name)
  }
  const nameOf = (area: string) => names.get(area) ?? area
  const renamed = ([area, value]: readonly [string, number]) => [nameOf(area), value] as const
  const counts: CountsOfAreas = {
    counts: new Map([...today.counts].map(([indicator, areas]) => [indicator, new Map([...areas].map(renamed))])),
    within: new Map([...today.within].map(([area, wider]) => [nameOf(area), wider.map(nameOf)])),
    sums: new Set([...today.sums].map(nameOf)),
  }
  return { counts, nameOf }
}

/** The published areas that lie in each sum, as one text. */
function membersOf({ within, sums }: CountsOfAreas): ReadonlyMap<string, string> {
  const members = new Map<string, string[]>([...sums].map((sum) => [sum, []]))
  for (const [area, wider] of within) for (const sum of wider) members.get(sum)?.push(area)
  return new Map([...members].map(([sum, areas]) => [sum, areas.toSorted().join('\n')]))
}
