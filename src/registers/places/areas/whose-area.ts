import type { Area } from '../../published-areas/index.ts'
import { fixedEdition, isKeptLevel } from './kept-area.ts'

/**
 * In which municipality an area lies. Its own column tells; else a table that was kept before; else, for the divisions of the
 * provinces and for those only, the first five digits of its code; else what whoever imports says of all of them. Never the code
 * of a sector: those of Pelt, 72043, begin with 72025 and 72029. Districts of the Brussels monitor cross the borders of
 * municipalities and lie in the region.
 */
export type Whose = {
  /** By level, edition and code, as `keyOf` writes them; an edition of `*` counts for all. */
  readonly known: ReadonlyMap<string, string>
  readonly said: string | undefined
}

/** NIS code of the municipality of an area; undefined when nothing tells. */
export function municipalityOf(area: Area, edition: string, { known, said }: Whose): string | undefined {
  const { code, level, municipality } = area
  if (municipality !== undefined) return municipality
  const inTable = known.get(keyOf(level ?? '', edition, code)) ?? known.get(keyOf(level ?? '', '*', code))
  if (inTable !== undefined) return inTable
  if (level === 'neighbourhood') return /^[0-9]{5}(?=.)/.exec(code)?.[0] ?? said
  return said ?? (level === 'district' ? brusselsRegion : undefined)
}

/** REFNIS code of the arrondissement that is the Brussels region: its municipalities all keep the districts of the monitor. */
export const brusselsRegion = '21000'

/** One area in a map of areas. */
export const keyOf = (level: string, edition: string, code: string): string => `${level} ${edition} ${code}`

/**
 * The edition of an area. The provinces name their present division without a year; since 1 January 2025 that is the one of
 * 2025. Undefined when nothing tells.
 */
export function editionOf({ level, edition }: Area, publisher: string | undefined): string | undefined {
  if (edition !== undefined) return edition
  if (level === 'district') return fixedEdition
  return publisher === 'provinces' && isKeptLevel(level) ? presentEdition : undefined
}

/** Edition of what a publisher calls by its name alone. */
export const presentEdition = '2025'

/** `Boseind (Pelt)` as the provinces write it: name and municipality. */
export function namesIn(name: string): { readonly name: string; readonly municipalityName: string | null } {
  const [, own = name, municipalityName = null] = /^(.+) \(([^()]+)\)$/.exec(name) ?? []
  return { name: own, municipalityName }
}
