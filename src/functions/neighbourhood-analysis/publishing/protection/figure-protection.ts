import type { Tx } from '../../../../platform/database/transact.ts'
import { editionsOf, neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { catalogueIndicator } from '../../catalogue.ts'
import { rootOf } from '../linked/part-of-whole.ts'
import type { RawFigure } from '../raw-figure.ts'
import { countsOf, type Protection } from '../shown-figures.ts'
import { partsOfVersions, reportedBefore } from '../told/reported-store.ts'
import { keepTold, toldOf } from '../told/told-store.ts'
import { type Family, familyProtection } from './family-protection.ts'
import { figureMoment, heldMoment, lockFamily } from './family-store.ts'
import { fileProtection } from './file-protection.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { partsInEdition } from './parts-in-edition.ts'
import {
  areasToProtect,
  figuresToProtect,
  indicatorsToProtect,
  keepProtection,
  keptProtection,
  unprotectedAmong,
} from './protection-store.ts'

/**
 * What of these indicators is hidden in the municipality, to hand to `shownFigures`: the same for every page, whatever part of the figures
 * it shows. Works it out when figures or neighbourhoods changed since. NOTE within `atOneMoment`, with the reading of the figures.
 */
export async function figureProtection(tx: Tx, indicators: readonly string[]): Promise<Protection> {
  const asked = indicators.flatMap((one) => [one, ...countsOf(one), ...weightOf(one)])
  for (const root of await familiesToProtect(tx, asked)) await protectFamily(tx, root)
  return keptProtection(tx, asked)
}

/** Reads figures, and what is hidden of them, as they are at one moment: once more when they changed in between. */
export async function atOneMoment<Result>(tx: Tx, read: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const moment = await figureMoment(tx)
    const result = await read()
    if ((await figureMoment(tx)) === moment) return result
  }
}

/**
 * The families of these indicators, or of all, of which it is not known what is hidden, by their root. Always in one order, so that no two
 * who protect several wait for each other.
 */
export async function familiesToProtect(tx: Tx, indicators?: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await unprotectedAmong(tx, indicators)).map(rootOf))].toSorted()
}

/**
 * Works out what is hidden of all indicators that tell of each other, unless it is known; some 50 ms for 700 areas in a period, four seconds for
 * a pyramid of each. Nothing is kept of figures that changed meanwhile.
 */
export async function protectFamily(tx: Tx, root: string): Promise<void> {
  await lockFamily(tx, root)
  for (;;) {
    const moment = await figureMoment(tx)
    const members = (await indicatorsToProtect(tx)).filter((one) => rootOf(one) === root)
    // Asked once more: whoever held the lock may have done it.
    if ((await unprotectedAmong(tx, members)).length === 0) return
    const family = await familyOf(tx, root, members)
    const { hidden, told } = await tx.calculate(familyProtection, family)
    if ((await heldMoment(tx)) !== moment) continue
    await keepTold(tx, root, told)
    return keepProtection(tx, members, hidden)
  }
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
  const root = rootOf(figures[0]?.indicator ?? '')
  await lockFamily(tx, root)
  const before = await toldOf(tx, root)
  const { hidden, told } = await tx.calculate(fileProtection, { figures, told: before, hidden: today.hidden })
  await keepTold(tx, root, told)
  return { hidden, estimates: today.estimates }
}

/** By what areas are weighed when an indicator of them is put together, if by anything; a share that is in no catalogue by inhabitants. */
function weightOf(indicator: string): readonly string[] {
  const known = catalogueIndicator(indicator)
  if (!known) return ['population']
  return known.weight === undefined ? [] : [known.weight]
}

async function familyOf(tx: Tx, root: string, members: readonly string[]): Promise<Family> {
  const divisions = await divisionsOf(tx, members)
  const told = await toldOf(tx, root)
  const reports = told === '[]' ? await reportedBefore(tx, members) : []
  const areas = [...new Set(reports.flat().map(({ area }) => area))]
  const versions: PartsOfNeighbourhoods[] = []
  for (const division of areas.length > 0 ? divisions : []) versions.push(await partsOfVersions(tx, areas, division))
  const [figures, population] = [await figuresToProtect(tx, members), await figuresToProtect(tx, ['population'])]
  return { figures, population, divisions, told, reports, versions }
}

/** Of what neighbourhoods are made, in each level and edition of the figures of these indicators. */
async function divisionsOf(tx: Tx, indicators: readonly string[]): Promise<readonly PartsOfNeighbourhoods[]> {
  const ids: string[] = []
  for (const edition of await editionsOf(tx)) ids.push(...(await neighbourhoodsOf(tx, { edition })).map(({ id }) => id))
  const partsOf = await partsInEdition(tx)
  const divisions: PartsOfNeighbourhoods[] = []
  for (const areas of await areasToProtect(tx, indicators))
    divisions.push({ ...areas, parts: await partsOf(ids, areas) })
  return divisions
}
