import type { Tx } from '../../../platform/database/transact.ts'
import { editionsOf, neighbourhoodParts, neighbourhoodsOf } from '../../../registers/places/index.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { protectionOf } from './protection.ts'
import {
  figuresToProtect,
  forgetProtection,
  type KeptCount,
  keepProtection,
  keptProtection,
  lockProtection,
  unprotectedAmong,
} from './protection-store.ts'
import { areaKey, type RawFigure } from './raw-figure.ts'
import { type Protection, partsOfIndicator } from './shown-figures.ts'

/**
 * What of these indicators is hidden in the municipality, to hand to `shownFigures`: the same for every page, whatever part of the figures
 * it shows. Works it out when figures or neighbourhoods changed since.
 */
export async function figureProtection(tx: Tx, indicators: readonly string[]): Promise<Protection> {
  const asked = indicators.flatMap((one) => [one, ...(partsOfIndicator.get(one) ?? [])])
  if ((await unprotectedAmong(tx, asked)).length > 0) await protectFigures(tx)
  return keptProtection(tx, asked)
}

/** Figures or neighbourhoods are others now: what is hidden is worked out anew when somebody looks next. */
export const figuresChanged = forgetProtection

async function protectFigures(tx: Tx): Promise<void> {
  await lockProtection(tx)
  const kept = await figuresToProtect(tx)
  await keepProtection(
    tx,
    protectionOf({ figures: rawFigures(kept), divisions: await divisionsOf(tx, kept), peopleIn: populationIn(kept) }),
  )
}

/** Sectors and neighbourhoods lie in the municipality of their edition; districts of Brussels cross its border. */
function rawFigures(kept: readonly KeptCount[]): readonly RawFigure[] {
  const wholes = [...new Set(kept.filter(({ level }) => level === 'municipality').map(areaKey))]
  return kept.map(({ level, edition, code, missing, value, ...figure }) => ({
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

async function divisionsOf(tx: Tx, kept: readonly KeptCount[]): Promise<readonly PartsOfNeighbourhoods[]> {
  const ids: string[] = []
  for (const edition of await editionsOf(tx)) ids.push(...(await neighbourhoodsOf(tx, { edition })).map(({ id }) => id))
  const divisions: PartsOfNeighbourhoods[] = []
  for (const level of ['sector', 'neighbourhood', 'district'] as const)
    for (const edition of new Set(kept.filter((one) => one.level === level).map((one) => one.edition)))
      divisions.push({ level, edition, parts: await neighbourhoodParts(tx, ids, level, edition) })
  return divisions
}

/** The population of an area in a period, or in the last one that is known. */
function populationIn(kept: readonly KeptCount[]) {
  const byArea = new Map<string, { readonly byPeriod: Map<string, number>; last: number }>()
  for (const one of kept.toSorted((a, b) => (a.period < b.period ? -1 : 1))) {
    if (one.indicator !== 'population' || one.value === null) continue
    const known = byArea.get(areaKey(one)) ?? { byPeriod: new Map(), last: 0 }
    known.byPeriod.set(one.period, one.value)
    byArea.set(areaKey(one), { ...known, last: one.value })
  }
  return (area: string, period: string) => byArea.get(area)?.byPeriod.get(period) ?? byArea.get(area)?.last
}
