import type { Calculation } from '../../../../platform/threads/index.ts'
import { areaKey, type RawFigure } from '../raw-figure.ts'
import type { Protection } from '../shown-figures.ts'
import { rowsOfMore, toldFrom } from '../told/kept-told.ts'
import { type Reported, toldByReports } from '../told/told-by-reports.ts'
import type { ToldByPeriod } from '../told/told-table.ts'
import { type KeptCount, keptCounts } from './kept-counts.ts'
import { municipalityAround } from './municipality-around.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { type KnownBeside, protectionSideBySide } from './protection.ts'

/** Indicators that tell of each other, as they are protected: all at once. */
export type Family = {
  readonly root: string
  /** As `keptCounts` reads them. */
  readonly figures: string
  /** What neighbourhoods are made of, in every level and edition of the figures. */
  readonly divisions: readonly PartsOfNeighbourhoods[]
  /** All that was ever told of them, as `toldFrom` reads it. */
  readonly told: string
  /** Where nothing was kept of that yet: what analyses told, and what neighbourhoods were made of then. */
  readonly reports: readonly (readonly Reported[])[]
  readonly versions: readonly PartsOfNeighbourhoods[]
}

/** Families that are protected one after another; `population`: how many people live in each area, as `keptCounts` reads it. */
export type Families = { readonly population: string; readonly families: readonly Family[] }

/** Rows to keep of a family, as JSON: what is hidden, and what is told beyond what was. */
export type ProtectedFamily = { readonly root: string; readonly hidden: string; readonly told: string }

/**
 * What of families is hidden, and what is told of them then, in the same order: seconds for a pyramid of 700 areas, so pages and jobs have it done on a
 * thread. Figures come and go as texts: taking fifty thousand apart and copying them would keep others waiting as well.
 */
export const familiesProtection: Calculation<Families, readonly ProtectedFamily[]> = {
  name: 'protect-families',
  source: new URL('protect-families.thread.ts', import.meta.url),
  work: protectionOfFamilies,
  isShort: ({ families }) => lettersOf(families) < doneAtOnce * lettersOfFigure,
}

/** So many figures take some ten milliseconds. */
export const doneAtOnce = 300
const lettersOfFigure = 30
/** So many figures of small families go to one thread, which takes a tenth of a second to begin; a larger family has one of its own. */
export const doneTogether = 20_000

const lettersOf = (families: readonly Family[]) => families.reduce((sum, { figures }) => sum + figures.length, 0)

/** What of each family is hidden, beside all that was told before, and what is told once the rest is shown. */
export function protectionOfFamilies({ population, families }: Families): readonly ProtectedFamily[] {
  const peopleIn = populationIn(keptCounts(population))
  return families.map((family) => protectionOfFamily(family, peopleIn))
}

function protectionOfFamily(family: Family, peopleIn: KnownBeside['peopleIn']): ProtectedFamily {
  const kept = keptCounts(family.figures)
  const views = byPublisher(kept).map((view) => ({
    figures: rawFigures(view),
    divisions: divisionsOf(family.divisions, view),
  }))
  const before = toldFrom(family.told)
  const known = before.size > 0 ? before : toldByAnalyses(family, kept)
  const { told, ...protection } = protectionSideBySide(views, { peopleIn, told: known })
  return { root: family.root, hidden: rowsOfHidden(protection), told: rowsOfMore(before, told) }
}

/** What analyses told that residents read, before anything was kept of it. */
function toldByAnalyses({ divisions, reports, versions }: Family, kept: readonly KeptCount[]): ToldByPeriod {
  if (reports.length === 0) return new Map()
  const [figures = []] = byPublisher(kept).map(rawFigures)
  return toldByReports({ figures, divisions, versions, peopleIn: () => undefined }, reports)
}

/** Rows of `analysis.hidden_figure` as JSON. */
function rowsOfHidden({ hidden, estimates }: Protection): string {
  const rowOf = (key: string, how: 'hidden' | 'inTens', estimate?: number) => {
    const [indicator, period, area] = key.split('\t')
    return { indicator, period, area, how, estimate }
  }
  return JSON.stringify([
    ...[...hidden].map((key) => rowOf(key, 'hidden')),
    ...[...estimates].flatMap(([key, estimate]) => (hidden.has(key) ? [] : rowOf(key, 'inTens', estimate))),
  ])
}

function divisionsOf(divisions: readonly PartsOfNeighbourhoods[], view: readonly KeptCount[]) {
  const kinds = new Set(view.map(({ level, edition }) => `${level} ${edition}`))
  return divisions.filter(({ level, edition }) => kinds.has(`${level} ${edition}`))
}

/**
 * Figures as readers see them side by side: the newest of whoever published them, then of each publisher in turn, with those of others
 * for what that one does not publish.
 */
function byPublisher(kept: readonly KeptCount[]): readonly (readonly KeptCount[])[] {
  const publishers = Map.groupBy(kept, ({ source }) => source)
  const indicatorsOf = new Map(
    [...publishers].map(([source, own]) => [source, new Set(own.map(({ indicator }) => indicator))]),
  )
  const newest = (figures: readonly KeptCount[]) => [
    ...new Map(figures.map((one) => [`${one.indicator}\t${one.period}\t${areaKey(one)}`, one])).values(),
  ]
  const views = [...publishers.keys()].map((source) =>
    kept.filter((one) => one.source === source || !indicatorsOf.get(source)?.has(one.indicator)),
  )
  return publishers.size === 1 ? [kept] : [kept, ...views].map(newest)
}

function rawFigures(kept: readonly KeptCount[]): readonly RawFigure[] {
  const withinOf = municipalityAround(kept)
  return kept.map((one) => {
    const { level, edition, code, missing, value, source: _, ...figure } = one
    const area = { level, edition, code }
    return { ...figure, area, value: value ?? missing ?? 'empty', quality: 'exact', within: withinOf(one) }
  })
}

/** The population of an area in a period, or in the nearest year of which it is known, the newer of two. */
function populationIn(kept: readonly KeptCount[]): KnownBeside['peopleIn'] {
  const known = kept.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]))
  const byArea = new Map(
    [...Map.groupBy(known, areaKey)].map(([area, own]) => [area, new Map(own.map((one) => [one.period, one.value]))]),
  )
  return (area, period) => {
    const byPeriod = byArea.get(area)
    if (!byPeriod || byPeriod.has(period)) return byPeriod?.get(period)
    const yearsFrom = (one: string) => Math.abs(Number(one.slice(0, 4)) - Number(period.slice(0, 4)))
    const nearest = [...byPeriod.keys()].toSorted().toReversed()
    return byPeriod.get(nearest.toSorted((one, other) => yearsFrom(one) - yearsFrom(other))[0] ?? '')
  }
}
