/** An area as it is called somewhere, with its code and the municipality it lies in. */
export type NamedArea = {
  readonly name: string
  readonly level: NamedLevel
  readonly code: string
  readonly municipality: string
  /** Edition of the code; municipalities take that of the year. */
  readonly edition?: string | undefined
}

/** Levels of which the names tell the areas apart; sectors share theirs. */
export const namedLevels = ['municipality', 'neighbourhood'] as const
export type NamedLevel = (typeof namedLevels)[number]

/** What a name stands for: an area, nothing that is known here, or one of several. */
export type NameFound =
  | { readonly kind: 'known'; readonly area: NamedArea }
  | { readonly kind: 'unknown' | 'ambiguous' }

/**
 * Finds an area by its name, for tables that have no codes. The name must be the same, whatever its case, accents and spaces;
 * nothing that only resembles it is taken. Statbel writes the arrondissement behind a name that several municipalities share, and
 * the provinces the municipality behind that of a neighbourhood, `Aalst (Aalst)`: that is left off where the whole is not known.
 */
export function areaFinder(known: readonly NamedArea[]): (name: string) => NameFound {
  const areas = Map.groupBy(known, ({ name }) => plain(name))
  return (name) => {
    const found = areas.get(plain(name)) ?? areas.get(plain(name.replace(/ \([^()]+\)$/, ''))) ?? []
    const [area] = found
    if (!area) return { kind: 'unknown' }
    return found.every(({ code }) => code === area.code) ? { kind: 'known', area } : { kind: 'ambiguous' }
  }
}

const plain = (name: string) =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()
