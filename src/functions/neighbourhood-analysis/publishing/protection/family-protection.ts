import type { Calculation } from '../../../../platform/threads/index.ts'
import { areaKey, type RawFigure } from '../raw-figure.ts'
import type { Protection } from '../shown-figures.ts'
import { rowsOfMore, toldFrom } from '../told/kept-told.ts'
import { type Reported, toldByReports } from '../told/told-by-reports.ts'
import type { ToldByPeriod } from '../told/told-table.ts'
import { municipalityAround } from './municipality-around.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { protectionSideBySide } from './protection.ts'
import type { KeptCount } from './protection-store.ts'

/** Indicators that tell of each other, as they are protected: all at once. */
export type Family = {
  /** `KeptCount`s as JSON. */
  readonly figures: string
  /** How many people live in each area, the same. */
  readonly population: string
  /** What neighbourhoods are made of, in every level and edition of the figures. */
  readonly divisions: readonly PartsOfNeighbourhoods[]
  /** All that was ever told of them, as `toldFrom` reads it. */
  readonly told: string
  /** Where nothing was kept of that yet: what analyses told, and what neighbourhoods were made of then. */
  readonly reports: readonly (readonly Reported[])[]
  readonly versions: readonly PartsOfNeighbourhoods[]
}

/** Rows to keep, as JSON: what is hidden, and what is told beyond what was. */
export type ProtectedFamily = { readonly hidden: string; readonly told: string }

/**
 * What of a family is hidden, and what is told of it then: seconds for a pyramid of 700 areas, so pages and jobs have it done on a thread. Figures come and
 * go as texts: taking fifty thousand apart and copying them would keep others waiting as well.
 */
export const familyProtection: Calculation<Family, ProtectedFamily> = {
  name: 'protect-family',
  source: new URL('protect-family.thread.ts', import.meta.url),
  work: protectionOfFamily,
  isShort: ({ figures }) => figures.length < doneAtOnce * lettersOfFigure,
}

/** So many figures take some ten milliseconds. */
export const doneAtOnce = 300
const lettersOfFigure = 180

/** What of a family is hidden, beside all that was told before, and what is told once the rest is shown. */
export function protectionOfFamily(family: Family): ProtectedFamily {
  const kept: readonly KeptCount[] = JSON.parse(family.figures)
  const views = byPublisher(kept).map((view) => ({
    figures: rawFigures(view),
    divisions: divisionsOf(family.divisions, view),
  }))
  const peopleIn = populationIn(JSON.parse(family.population))
  const before = toldFrom(family.told)
  const known = before.size > 0 ? before : toldByAnalyses(family, kept)
  const { told, ...protection } = protectionSideBySide(views, { peopleIn, told: known })
  return { hidden: rowsOfHidden(protection), told: rowsOfMore(before, told) }
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
function populationIn(kept: readonly KeptCount[]) {
  const known = kept.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]))
  const byArea = new Map(
    [...Map.groupBy(known, areaKey)].map(([area, own]) => [area, new Map(own.map((one) => [one.period, one.value]))]),
  )
  return (area: string, period: string) => {
    const byPeriod = byArea.get(area)
    if (!byPeriod || byPeriod.has(period)) return byPeriod?.get(period)
    const yearsFrom = (one: string) => Math.abs(Number(one.slice(0, 4)) - Number(period.slice(0, 4)))
    const nearest = [...byPeriod.keys()].toSorted().toReversed()
    return byPeriod.get(nearest.toSorted((one, other) => yearsFrom(one) - yearsFrom(other))[0] ?? '')
  }
}
