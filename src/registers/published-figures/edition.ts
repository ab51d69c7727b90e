import { type Region, regionOf } from './area-code.ts'
import type { AreaLevel } from './mapping/mapping.ts'
import { type Merger, mergers } from './mergers.ts'

/**
 * Which edition of the areas the codes belong to. Municipalities merged on 1 January 2019 and 2025, and Statbel redrew the
 * sectors on 1 January 2025; an edition is named after its last year (`2018`, `2024`) or its first (`2025`, the present one).
 * Source: REFNIS of 2019 and 2025, and Statbel's notes on the sectors.
 */
export type Edition = string

const mergedIn = (year: Merger['year']) => mergers.filter((merger) => merger.year === year)
const since = (year: Merger['year']): ReadonlySet<string> =>
  new Set(mergedIn(year).flatMap(({ into, from }) => (from.includes(into) ? [] : [into])))
const ended = (year: Merger['year']): ReadonlySet<string> =>
  new Set(mergedIn(year).flatMap(({ into, from }) => from.filter((code) => code !== into)))

/** Municipalities that exist only since a merger, and those that ended with one. */
const [since2019, since2025, until2018, until2024] = [since(2019), since(2025), ended(2019), ended(2025)]

/** Gathers which municipalities a table knows in one period, and says from them and the year which edition it uses. */
export class EditionEvidence {
  #newest = 0
  #oldest = 9999
  #newestCode = ''
  #oldestCode = ''
  #hasNewSectors = false
  readonly #nisCodes = new Set<string>()

  see(nisCode: string): void {
    this.#nisCodes.add(nisCode)
    const since = since2025.has(nisCode) ? 2025 : since2019.has(nisCode) ? 2024 : 0
    const until = until2018.has(nisCode) ? 2018 : until2024.has(nisCode) ? 2024 : 9999
    if (since > this.#newest) [this.#newest, this.#newestCode] = [since, nisCode]
    if (until < this.#oldest) [this.#oldest, this.#oldestCode] = [until, nisCode]
  }

  seeSector(code: string): void {
    this.#hasNewSectors ||= isNewSector(code)
  }

  /** Two municipalities of which one ended before the other began: their people would count twice in a sum. */
  get clash(): { readonly ended: string; readonly began: string } | undefined {
    return this.#newest > this.#oldest ? { ended: this.#oldestCode, began: this.#newestCode } : undefined
  }

  /** Edition of the municipalities themselves, without a year to go by; undefined when none of them tells. */
  municipal(): Edition | undefined {
    if (this.#newest > 0) return String(this.#newest)
    return this.#oldest < 9999 ? String(this.#oldest) : undefined
  }

  /**
   * Edition of the codes of `level`; `year` is that of the period. Codes that contradict the year are believed. `isOld`: the file is called
   * that of the old sectors, by which Statbel published 2025 once more.
   */
  editionOf(level: AreaLevel, year: number | undefined, isOld = false): Edition {
    if (!['sector', 'neighbourhood', 'municipality'].includes(level)) return 'fixed'
    if (level === 'sector' && this.#hasNewSectors) return '2025'
    if (level === 'sector' && (year ?? 0) >= 2025 && (isOld || this.#nisCodes.size >= surelyNew)) return '2024'
    const byYear = year === undefined ? undefined : year >= 2025 ? 2025 : year >= 2019 ? 2024 : 2018
    const known = Math.min(Math.max(byYear ?? 0, this.#newest), this.#oldest)
    if (known === 0 || known === 9999) return 'unstated'
    return String(level === 'municipality' ? known : Math.max(known, 2024))
  }
}

/** Of so many municipalities together some have sectors that were drawn anew; a single one may have none. */
const surelyNew = 60

/**
 * The sectors that were drawn anew on 1 January 2025 end in a digit and a letter from K on, and none of before does: of 10,594 in Flanders and
 * Brussels 3,713 (docs/decisions/0632).
 */
function isNewSector(code: string): boolean {
  const [digit, letter] = [code.charCodeAt(7), code.charCodeAt(8)]
  return code.length === 9 && digit >= 0x30 && digit <= 0x39 && letter >= 0x4b && letter <= 0x5a
}

/**
 * How many municipalities each region had. A table that holds as many holds the whole region, and only then is its sum the
 * region's.
 */
const municipalities: Readonly<Record<string, Readonly<Record<Region, number>>>> = {
  '2018': { flanders: 308, brussels: 19, wallonia: 262 },
  '2024': { flanders: 300, brussels: 19, wallonia: 262 },
  '2025': { flanders: 285, brussels: 19, wallonia: 261 },
}

/** The regions of which `nisCodes` are all municipalities, in some edition. */
export function wholeRegions(nisCodes: Iterable<string>): ReadonlySet<Region> {
  const seen: Record<Region, number> = { flanders: 0, brussels: 0, wallonia: 0 }
  for (const code of nisCodes) seen[regionOf(code)] += 1
  const regions: readonly Region[] = ['flanders', 'brussels', 'wallonia']
  return new Set(
    regions.filter((region) => Object.values(municipalities).some((counts) => counts[region] === seen[region])),
  )
}
