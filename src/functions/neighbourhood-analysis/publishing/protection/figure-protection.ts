import type { Tx } from '../../../../platform/database/transact.ts'
import { editionsOf, neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { catalogueIndicator } from '../../catalogue.ts'
import { rootOf } from '../linked/part-of-whole.ts'
import type { RawFigure } from '../raw-figure.ts'
import { countsOf, type Protection } from '../shown-figures.ts'
import { partsOfVersions, reportedBefore } from '../told/reported-store.ts'
import { keepTold, toldOf } from '../told/told-store.ts'
import { doneTogether, type Family, familiesProtection } from './family-protection.ts'
import { figureMoment, heldMoment, lockFamily } from './family-store.ts'
import { fileProtection } from './file-protection.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { partsInEdition } from './parts-in-edition.ts'
import {
  type FigureExtent,
  figureExtents,
  figuresToProtect,
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
  await protectFamilies(tx, await familiesToProtect(tx, asked))
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
 * Works out what is hidden of families, in the order of their roots, unless it is known; some 20 ms for 700 areas in a period, four seconds for
 * a pyramid of each. Nothing is kept of figures that changed meanwhile.
 */
export async function protectFamilies(tx: Tx, roots: readonly string[]): Promise<void> {
  let left = roots
  while (left.length > 0) {
    const known = await knownOfFigures(tx)
    for (const together of inThreads(left, known.extents)) {
      if (!(await protectTogether(tx, together, known))) break
      left = left.slice(together.length)
    }
  }
}

/** What does not depend on the family: read once, for as long as no figures change. */
async function knownOfFigures(tx: Tx) {
  const moment = await figureMoment(tx)
  const population = await figuresToProtect(tx, new Map([['population', ['population']]]))
  return {
    moment,
    extents: await figureExtents(tx),
    population: population.get('population') ?? '[]',
    divisionsOf: await divisionsIn(tx),
  }
}
type KnownOfFigures = Awaited<ReturnType<typeof knownOfFigures>>

/** Families by the thread that they go to: many small ones, or one that is large. */
function inThreads(roots: readonly string[], extents: readonly FigureExtent[]): readonly (readonly string[])[] {
  const sizes = new Map<string, number>()
  for (const { indicator, figureCount } of extents) {
    const root = rootOf(indicator)
    sizes.set(root, (sizes.get(root) ?? 0) + figureCount)
  }
  const threads: string[][] = []
  let size = 0
  for (const root of roots) {
    size += sizes.get(root) ?? 0
    const last = threads.at(-1)
    if (last && size <= doneTogether) {
      last.push(root)
      continue
    }
    threads.push([root])
    size = sizes.get(root) ?? 0
  }
  return threads
}

/** Protects these families on one thread; nothing, and `false`, when figures changed meanwhile. */
async function protectTogether(tx: Tx, roots: readonly string[], known: KnownOfFigures): Promise<boolean> {
  for (const root of roots) await lockFamily(tx, root)
  const members = await openAmong(tx, roots, known)
  const families = await familiesOf(tx, members, known)
  const answers = await tx.calculate(familiesProtection, { population: known.population, families })
  if ((await heldMoment(tx)) !== known.moment) return false
  for (const { root, told, hidden } of answers) {
    await keepTold(tx, root, told)
    await keepProtection(tx, members.get(root) ?? [], hidden)
  }
  return true
}

/** The indicators of each of these families, by root, other than of those that somebody protected before their lock was had. */
async function openAmong(tx: Tx, roots: readonly string[], { extents }: KnownOfFigures): Promise<Members> {
  const asked = new Set(roots)
  const indicators = new Set(extents.map(({ indicator }) => indicator))
  const members = [...indicators].filter((one) => asked.has(rootOf(one)))
  const open = new Set((await unprotectedAmong(tx, members)).map(rootOf))
  return Map.groupBy(
    members.filter((one) => open.has(rootOf(one))),
    rootOf,
  )
}
type Members = ReadonlyMap<string, readonly string[]>

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

async function familiesOf(tx: Tx, members: Members, known: KnownOfFigures): Promise<readonly Family[]> {
  const figures = await figuresToProtect(tx, members)
  const families: Family[] = []
  for (const [root, indicators] of members) {
    const divisions = await known.divisionsOf(known.extents.filter(({ indicator }) => indicators.includes(indicator)))
    const told = await toldOf(tx, root)
    const reports = told === '[]' ? await reportedBefore(tx, indicators) : []
    const areas = [...new Set(reports.flat().map(({ area }) => area))]
    const versions: PartsOfNeighbourhoods[] = []
    for (const division of areas.length > 0 ? divisions : []) versions.push(await partsOfVersions(tx, areas, division))
    families.push({ root, figures: figures.get(root) ?? '[]', divisions, told, reports, versions })
  }
  return families
}

/** Reads of what neighbourhoods are made, in each level and edition of some figures. */
async function divisionsIn(tx: Tx) {
  const ids: string[] = []
  for (const edition of await editionsOf(tx)) ids.push(...(await neighbourhoodsOf(tx, { edition })).map(({ id }) => id))
  const partsOf = await partsInEdition(tx)
  const known = new Map<string, PartsOfNeighbourhoods>()
  return async (extents: readonly FigureExtent[]): Promise<readonly PartsOfNeighbourhoods[]> => {
    const divisions = new Map<string, PartsOfNeighbourhoods>()
    for (const { level, edition } of extents) {
      if (level !== 'sector' && level !== 'neighbourhood' && level !== 'district') continue
      const key = `${level} ${edition}`
      const division = known.get(key) ?? { level, edition, parts: await partsOf(ids, { level, edition }) }
      known.set(key, division)
      divisions.set(key, division)
    }
    return [...divisions.values()]
  }
}
