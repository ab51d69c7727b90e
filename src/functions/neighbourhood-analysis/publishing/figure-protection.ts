import type { Tx } from '../../../platform/database/transact.ts'
import { editionsOf, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { catalogueIndicator } from '../catalogue.ts'
import { type FiguresInView, tablesIn } from './laid-out.ts'
import { rootOf } from './linked/part-of-whole.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { partsInEdition } from './parts-in-edition.ts'
import { protectionOf, protectionSideBySide, toldWith } from './protection.ts'
import {
  figuresToProtect,
  forgetProtection,
  indicatorsToProtect,
  type KeptCount,
  keepProtection,
  keptProtection,
  lockProtection,
  unprotectedAmong,
} from './protection-store.ts'
import { areaKey, type RawFigure } from './raw-figure.ts'
import { countsOf, type Protection } from './shown-figures.ts'
import { partsOfVersions, reportedBefore } from './told/reported-store.ts'
import { toldByReports } from './told/told-by-reports.ts'
import { keepTold, toldOf } from './told/told-store.ts'

/**
 * What of these indicators is hidden in the municipality, to hand to `shownFigures`: the same for every page, whatever part of the figures
 * it shows. Works it out when figures or neighbourhoods changed since.
 */
export async function figureProtection(tx: Tx, indicators: readonly string[]): Promise<Protection> {
  const asked = indicators.flatMap((one) => [one, ...countsOf(one), weightOf(one)])
  if ((await unprotectedAmong(tx, asked)).length > 0) await protectFigures(tx, asked)
  return keptProtection(tx, asked)
}

/**
 * Works out what is hidden of these indicators, or of all, as far as it is not known, and of those that tell of them; some 50 ms for 700
 * areas in a period, four seconds for a pyramid of each.
 */
export async function protectFigures(tx: Tx, indicators?: readonly string[]): Promise<void> {
  await lockProtection(tx)
  // Asked once more: whoever held the lock may have done it.
  const missing = await unprotectedAmong(tx, indicators)
  if (missing.length === 0) return
  const peopleIn = populationIn(await figuresToProtect(tx, ['population']))
  const divisionsOf = await divisionsIn(tx)
  const families = Map.groupBy(await indicatorsToProtect(tx), rootOf)
  for (const root of new Set(missing.map(rootOf))) {
    const kept = await figuresToProtect(tx, families.get(root) ?? [])
    const before = await toldOf(tx, root)
    const known = before.size > 0 ? before : await toldBefore(tx, kept, await divisionsOf(kept))
    const views: FiguresInView[] = []
    for (const view of byPublisher(kept)) views.push({ figures: rawFigures(view), divisions: await divisionsOf(view) })
    const { told, ...protection } = protectionSideBySide(views, { peopleIn, told: known })
    await keepTold(tx, root, before, told)
    await keepProtection(tx, families.get(root) ?? [], protection)
  }
}

/** What analyses told that residents read before anything was kept of it. */
async function toldBefore(tx: Tx, kept: readonly KeptCount[], divisions: readonly PartsOfNeighbourhoods[]) {
  const reports = await reportedBefore(tx, [...new Set(kept.map(({ indicator }) => indicator))])
  if (reports.length === 0) return new Map()
  const areas = [...new Set(reports.flat().map(({ area }) => area))]
  const versions: PartsOfNeighbourhoods[] = []
  for (const division of divisions) versions.push(await partsOfVersions(tx, areas, division))
  const [figures = []] = byPublisher(kept).map(rawFigures)
  return toldByReports({ figures, divisions, versions, peopleIn: () => undefined }, reports)
}

/**
 * What is hidden of a file of which newer figures are known, beside all that was ever told: `figures` of one period or several, with all
 * that tell of each other; `today`: what is hidden of the newest.
 */
export async function protectionOfEarlier(
  tx: Tx,
  figures: readonly RawFigure[],
  today: Protection,
): Promise<Protection> {
  await lockProtection(tx)
  const root = rootOf(figures[0]?.indicator ?? '')
  const told = await toldOf(tx, root)
  const answer = protectionOf({ figures, divisions: [], peopleIn: () => undefined, told })
  const hidden = new Set([...today.hidden, ...answer.hidden])
  await keepTold(tx, root, told, toldWith(told, tablesIn({ figures, divisions: [] }), hidden))
  return { hidden, estimates: today.estimates }
}

/** By what areas are weighed when an indicator of them is put together; a share that is in no catalogue by inhabitants. */
const weightOf = (indicator: string) => catalogueIndicator(indicator)?.weight ?? 'population'

/** Figures or neighbourhoods are others now: what is hidden is worked out anew when somebody looks next. */
export const figuresChanged = forgetProtection

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

/** Of what neighbourhoods are made, each level and edition asked once. */
async function divisionsIn(tx: Tx) {
  const ids: string[] = []
  for (const edition of await editionsOf(tx)) ids.push(...(await neighbourhoodsOf(tx, { edition })).map(({ id }) => id))
  const partsOf = await partsInEdition(tx)
  const known = new Map<string, PartsOfNeighbourhoods>()
  return async (kept: readonly KeptCount[]): Promise<readonly PartsOfNeighbourhoods[]> => {
    const asked = new Map<string, PartsOfNeighbourhoods>()
    for (const { level, edition } of kept) {
      const key = `${level} ${edition}`
      if ((level !== 'sector' && level !== 'neighbourhood' && level !== 'district') || asked.has(key)) continue
      const division = known.get(key) ?? { level, edition, parts: await partsOf(ids, { level, edition }) }
      known.set(key, division)
      asked.set(key, division)
    }
    return [...asked.values()]
  }
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
