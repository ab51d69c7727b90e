import type { Calculation } from '../../../platform/threads/index.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { type ProtectionAndTold, protectionSideBySide } from './protection.ts'
import type { KeptCount } from './protection-store.ts'
import { areaKey, type RawFigure } from './raw-figure.ts'
import { type Reported, toldByReports } from './told/told-by-reports.ts'
import type { ToldByPeriod } from './told/told-table.ts'

/** Indicators that tell of each other, as they are protected: all at once. */
export type Family = {
  readonly figures: readonly KeptCount[]
  /** How many people live in each area. */
  readonly population: readonly KeptCount[]
  /** What neighbourhoods are made of, in every level and edition of the figures. */
  readonly divisions: readonly PartsOfNeighbourhoods[]
  /** All that was ever told of them. */
  readonly told: ToldByPeriod
  /** Where nothing was kept of that yet: what analyses told, and what neighbourhoods were made of then. */
  readonly reports: readonly (readonly Reported[])[]
  readonly versions: readonly PartsOfNeighbourhoods[]
}

/** What of a family is hidden, and what is told of it then; seconds for a pyramid of 700 areas, so pages and jobs have it done on a thread. */
export const familyProtection: Calculation<Family, ProtectionAndTold> = {
  name: 'protect-family',
  source: new URL('protect-family.thread.ts', import.meta.url),
  work: protectionOfFamily,
  isShort: ({ figures }) => figures.length < doneAtOnce,
}

/** So many figures take some ten milliseconds. */
export const doneAtOnce = 300

/** What of a family is hidden, beside all that was told before, and what is told once the rest is shown. */
export function protectionOfFamily(family: Family): ProtectionAndTold {
  const views = byPublisher(family.figures).map((view) => ({
    figures: rawFigures(view),
    divisions: divisionsOf(family.divisions, view),
  }))
  return protectionSideBySide(views, { peopleIn: populationIn(family.population), told: toldBefore(family) })
}

/** What analyses told that residents read counts as long as nothing was kept of what was told. */
function toldBefore({ figures: kept, divisions, told, reports, versions }: Family): ToldByPeriod {
  if (told.size > 0 || reports.length === 0) return told
  const [figures = []] = byPublisher(kept).map(rawFigures)
  return toldByReports({ figures, divisions, versions, peopleIn: () => undefined }, reports)
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

/** Sectors and neighbourhoods lie in the municipality of their edition; districts of Brussels cross its border. */
function rawFigures(kept: readonly KeptCount[]): readonly RawFigure[] {
  const wholes = [...new Set(kept.filter(({ level }) => level === 'municipality').map(areaKey))]
  return kept.map(({ level, edition, code, missing, value, source: _, ...figure }) => ({
    ...figure,
    area: { level, edition, code },
    value: value ?? missing ?? 'empty',
    quality: 'exact',
    within:
      level === 'sector' || level === 'neighbourhood'
        ? wholes.filter((one) => one.startsWith(`municipality ${edition} `) || one.startsWith('municipality fixed '))
        : [],
  }))
}

/** The population of an area in a period, or in the last one that is known. */
function populationIn(kept: readonly KeptCount[]) {
  const byArea = new Map<string, { readonly byPeriod: Map<string, number>; last: number }>()
  for (const one of kept.toSorted((a, b) => (a.period < b.period ? -1 : 1))) {
    if (one.value === null) continue
    const known = byArea.get(areaKey(one)) ?? { byPeriod: new Map(), last: 0 }
    known.byPeriod.set(one.period, one.value)
    byArea.set(areaKey(one), { ...known, last: one.value })
  }
  return (area: string, period: string) => byArea.get(area)?.byPeriod.get(period) ?? byArea.get(area)?.last
}
