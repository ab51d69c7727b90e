/** A municipality as it is called somewhere, with its code. */
export type NamedArea = { readonly name: string; readonly code: string }

/** What a name stands for: a code, nothing that is known here, or one of several. */
export type NameFound = { readonly kind: 'known'; readonly code: string } | { readonly kind: 'unknown' | 'ambiguous' }

/**
 * Finds the code of a municipality by its name, for tables that have no codes. The name must be the same, whatever its case,
 * accents and spaces; nothing that only resembles it is taken. Statbel writes the arrondissement behind a name that several
 * municipalities share, `Aalst (Aalst)`: that is left off where the whole is not known.
 */
export function areaFinder(known: readonly NamedArea[]): (name: string) => NameFound {
  const codes = new Map<string, Set<string>>()
  for (const { name, code } of known) codes.set(plain(name), (codes.get(plain(name)) ?? new Set()).add(code))
  return (name) => {
    const found = codes.get(plain(name)) ?? codes.get(plain(name.replace(/ \([^()]+\)$/, ''))) ?? new Set()
    const [code] = found
    if (code === undefined) return { kind: 'unknown' }
    return found.size === 1 ? { kind: 'known', code } : { kind: 'ambiguous' }
  }
}

const plain = (name: string) =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()
