/**
 * Shares of households over the years as readers see them, and an attacker who kept all of it: what a share and the shares that were put
 * together of it say of numbers that are hidden, over revisions and changed neighbourhoods.
 */
import { attack, type Limit, ordinaryCounts, type Seen, type Value } from '@meernet/statistics'
import { aggregatedFigure } from '../../src/functions/neighbourhood-analysis/indicators/aggregation/aggregated-figure.ts'
import type {
  AreaInParts,
  AreaKey,
} from '../../src/functions/neighbourhood-analysis/indicators/aggregation/area-in-parts.ts'
import type { Way } from '../../src/functions/neighbourhood-analysis/indicators/aggregation/asked-figure.ts'
import { knownFigures } from '../../src/functions/neighbourhood-analysis/indicators/aggregation/known-figures.ts'
import { definitionOf } from '../../src/functions/neighbourhood-analysis/indicators/definition.ts'
import { toldFigures } from '../../src/functions/neighbourhood-analysis/indicators/shown-line.ts'
import { protectionOf } from '../../src/functions/neighbourhood-analysis/publishing/protection/protection.ts'
import type { FigureArea, RawFigure } from '../../src/functions/neighbourhood-analysis/publishing/raw-figure.ts'
import type { ToldByPeriod } from '../../src/functions/neighbourhood-analysis/publishing/told/told-table.ts'

/** Households of a sector, and how many of them are of one parent. */
export type Sector = { readonly all: number; readonly part: number }
/** So much of a sector. */
export type PartOfNeighbourhood = { readonly code: string; readonly share: number }
/** What the municipality has loaded in one year, and of how much of which sectors its neighbourhoods are made. */
export type Year = {
  readonly sectors: Readonly<Record<string, Sector>>
  readonly neighbourhoods: Readonly<Record<string, readonly PartOfNeighbourhood[]>>
  /** Whether somebody publishes the share of the municipality; else it is put together of the sectors. */
  readonly isTownPublished: boolean
}

const [shareKey, wholeKey] = ['singleParentShare', 'privateHouseholds']
const [edition, period, town] = ['2024', '2024', '23003']
/** As it is published, in tenths of a percent. */
const shareOf = ({ all, part }: Sector) => (all === 0 ? 0 : Math.round((part / all) * 1000) / 10)
const halfOfLast = 0.05
const together = (sectors: readonly Sector[]): Sector => ({
  all: sectors.reduce((sum, one) => sum + one.all, 0),
  part: sectors.reduce((sum, one) => sum + one.part, 0),
})

/** The files: households of one publisher, and the shares of them of another. */
function filesOf({ sectors, isTownPublished }: Year): readonly Published[] {
  const row = (indicator: string, level: 'sector' | 'municipality', code: string, value: number): Published => ({
    ...{ indicator, period, value, quality: 'exact', area: { level, edition, code } },
    ...(indicator === shareKey ? { kind: 'share', unit: '%' } : { kind: 'count', unit: 'households' }),
    within: level === 'sector' ? [`municipality ${edition} ${town}`] : [],
  })
  const inTown = together(Object.values(sectors))
  return [
    ...Object.entries(sectors).flatMap(([code, one]) => [
      row(wholeKey, 'sector', code, one.all),
      row(shareKey, 'sector', code, shareOf(one)),
    ]),
    row(wholeKey, 'municipality', town, inTown.all),
    ...(isTownPublished ? [row(shareKey, 'municipality', town, shareOf(inTown))] : []),
  ]
}
type Published = RawFigure & { readonly area: AreaKey; readonly value: number }

/** A figure as readers see it. */
type SeenFigure = { readonly value: Value; readonly way: Way; readonly quality: 'exact' | 'approximate' }
type SeenYear = {
  readonly year: Year
  /** Of a sector, a neighbourhood or `town`. */
  readonly seen: (indicator: typeof shareKey | typeof wholeKey, area: string) => SeenFigure | undefined
}

/** What readers see in each of these years, one after the other, beside all that they saw before. */
export function seenOver(years: readonly Year[]): readonly SeenYear[] {
  let told: ToldByPeriod = new Map()
  return years.map((year) => {
    const figures = filesOf(year)
    const parts = new Map(Object.entries(year.neighbourhoods).map(([id, own]) => [id, own.map(partOf)]))
    const view = { figures, divisions: [{ level: 'sector' as const, edition, parts }] }
    const { told: after, ...protection } = protectionOf({ ...view, peopleIn: () => undefined, told })
    told = after
    const known = knownFigures(
      figures.map(({ indicator, area, value, kind }) => ({
        ...{ indicator, ...area, period, value },
        ...{ source: kind, datasetId: kind },
      })),
    )
    const areas = areasOf(year)
    const placed = [...areas].flatMap(([name, { place, area }]) =>
      [shareKey, wholeKey].map((key) => {
        const definition = definitionOf(key)
        const figure = aggregatedFigure({ definition, area, period }, known, (one) => definitionOf(one))
        return { name, key, placed: { definition, period, figure, area: place } }
      }),
    )
    const toldOf = toldFigures(
      placed.map((one) => one.placed),
      protection,
    )
    const seen = new Map(
      placed.map(({ name, key, placed: { figure } }) => {
        const one = toldOf(figure)
        return [`${key} ${name}`, one && { value: one.shown.value, quality: one.shown.quality, way: one.way }]
      }),
    )
    return { year, seen: (indicator, area) => seen.get(`${indicator} ${area}`) }
  })
}

const partOf = ({ code, share }: PartOfNeighbourhood) => ({
  ...{ code, share },
  quality: share === 1 ? ('exact' as const) : ('approximate' as const),
})

function areasOf({ sectors, neighbourhoods }: Year): ReadonlyMap<string, { place: FigureArea; area: AreaInParts }> {
  const ofSectors = { level: 'sector', edition } as const
  const inParts = (own: AreaInParts['own'], parts: readonly PartOfNeighbourhood[]): AreaInParts => ({
    own,
    divisions: parts.length > 0 ? [{ ...ofSectors, parts: parts.map(partOf) }] : [],
  })
  const areas = new Map<string, { place: FigureArea; area: AreaInParts }>()
  for (const code of Object.keys(sectors))
    areas.set(code, { place: { ...ofSectors, code }, area: inParts([{ ...ofSectors, code }], []) })
  for (const [id, parts] of Object.entries(neighbourhoods))
    areas.set(id, { place: { neighbourhoodId: id }, area: inParts([], parts) })
  const all = Object.keys(sectors).map((code) => ({ code, share: 1 }))
  const published = { level: 'municipality', edition: '', code: town } as const
  return areas.set('town', { place: { ...published, code: '' }, area: inParts([published], all) })
}

/** The small numbers of any year of which an attacker can say that there are fewer than five. */
export function foundIn(years: readonly Year[]): readonly string[] {
  const seen = seenOver(years)
  const { leaves, within } = leavesOver(years)
  const areas = [...within].map(([id, wider]) => ({ id, within: [...wider] }))
  const sums = [...new Set(areas.flatMap((one) => one.within))].map((id) => ({ id }))
  const dimensions = [
    { id: 'area', categories: [...areas, ...sums] },
    { id: 'part', categories: [{ id: 'part', within: ['all'] }, { id: 'rest', within: ['all'] }, { id: 'all' }] },
  ]
  const leafIn = (k: number) => (code: string) => leaves[k]?.get(code) ?? ''
  const attacker = attack(
    dimensions,
    seen.flatMap((one, k) => countsSeen(one, leafIn(k), k)),
    [...seen.flatMap((one, k) => sharesSeen(one, leafIn(k), k)), ...sameWholes(years, leaves)],
  )
  if (!attacker) throw new Error('What is shown contradicts itself.')
  return smallIn(years, leafIn)
    .filter(({ at }) => attacker(at).most < ordinaryCounts.hideBelow - 1e-4)
    .map(({ what }) => what)
}

/** One unknown for each sector as long as nothing of it is revised; in which sums of which year each of these lies. */
function leavesOver(years: readonly Year[]) {
  const within = new Map<string, Set<string>>()
  const leaves = years.map(({ sectors, neighbourhoods }, k) => {
    const named = new Map(Object.entries(sectors).map(([code, row]) => [code, `${code} ${row.part} of ${row.all}`]))
    for (const leaf of named.values()) within.set(leaf, (within.get(leaf) ?? new Set()).add(`town ${k}`))
    for (const [id, parts] of Object.entries(neighbourhoods))
      if (isExact(parts)) for (const { code } of parts) within.get(named.get(code) ?? '')?.add(`${id} ${k}`)
    return named
  })
  return { leaves, within }
}

const isExact = (parts: readonly PartOfNeighbourhood[]) => parts.every(({ share }) => share === 1)

/** Households as they are shown, exact ones: an estimate of what is shown says nothing more, and one of what is not is a guess. */
function countsSeen({ year, seen }: SeenYear, leafOf: (code: string) => string, k: number): readonly Seen[] {
  const exact = [...Object.keys(year.neighbourhoods), 'town'].map((name) => ({ name, id: `${name} ${k}` }))
  return [...Object.keys(year.sectors).map((code) => ({ name: code, id: leafOf(code) })), ...exact].flatMap(
    ({ name, id }): Seen[] => {
      const figure = seen(wholeKey, name)
      if (figure?.quality !== 'exact') return []
      const shown = figure.value === 'hidden' ? 'hidden' : Number(figure.value)
      return [{ at: [id, 'all'], shown }]
    },
  )
}

/** What shares say: one that is published to half of its last digit, one that was put together to the last. */
function sharesSeen({ year, seen }: SeenYear, leafOf: (code: string) => string, k: number): readonly Limit[] {
  const sectors = Object.keys(year.sectors)
  const parts: Readonly<Record<string, readonly PartOfNeighbourhood[]>> = {
    ...year.neighbourhoods,
    town: sectors.map((code) => ({ code, share: 1 })),
  }
  const published = (id: string, value: number): readonly Limit[] => [
    { of: [at(id, 'part', 100), at(id, 'all', halfOfLast - value)], atLeast: 0 },
    { of: [at(id, 'part', 100), at(id, 'all', -halfOfLast - value)], atMost: 0 },
  ]
  return [...sectors, ...Object.keys(parts)].flatMap((name): readonly Limit[] => {
    const figure = seen(shareKey, name)
    if (typeof figure?.value !== 'number') return []
    const { value } = figure
    if (figure.way === 'published') return published(sectors.includes(name) ? leafOf(name) : `${name} ${k}`, value)
    // The shares of its parts, each times its households, come to this one times all of these.
    const side = (sign: 1 | -1) =>
      (parts[name] ?? []).flatMap(({ code, share }) => {
        const own = seen(shareKey, code)?.value
        const [leaf, all] = [leafOf(code), (times: number) => at(leafOf(code), 'all', share * times)]
        if (typeof own === 'number') return [all(own - value)]
        return [at(leaf, 'part', share * 100), all(sign * halfOfLast - value)]
      })
    return [
      { of: side(1), atLeast: -1e-6 },
      { of: side(-1), atMost: 1e-6 },
    ]
  })
}

const at = (area: string, part: 'part' | 'all', times: number) => ({ at: [area, part], times })

/** Households that were not revised are the same, though the share of them was. */
function sameWholes(years: readonly Year[], leaves: readonly ReadonlyMap<string, string>[]): readonly Limit[] {
  return years.slice(1).flatMap(({ sectors }, k) =>
    Object.entries(sectors).flatMap(([code, row]): readonly Limit[] => {
      const [before = '', now = ''] = [leaves[k]?.get(code), leaves[k + 1]?.get(code)]
      if (before === now || years[k]?.sectors[code]?.all !== row.all) return []
      return [{ of: [at(now, 'all', 1), at(before, 'all', -1)], atLeast: 0, atMost: 0 }]
    }),
  )
}

function smallIn(years: readonly Year[], leafIn: (k: number) => (code: string) => string) {
  return years.flatMap(({ sectors, neighbourhoods }, k) => {
    const sums = Object.entries(neighbourhoods).flatMap(([id, parts]) => {
      const own = parts.flatMap(({ code }) => sectors[code] ?? [])
      return isExact(parts) ? [{ id: `${id} ${k}`, row: together(own) }] : []
    })
    const areas = Object.entries(sectors).map(([code, row]) => ({ id: leafIn(k)(code), row }))
    return [...areas, ...sums, { id: `town ${k}`, row: together(Object.values(sectors)) }].flatMap(({ id, row }) =>
      Object.entries({ ...row, rest: row.all - row.part })
        .filter(([, value]) => value > 0 && value < ordinaryCounts.hideBelow)
        .map(([what]) => ({ what: `${what} of ${id} in year ${k}`, at: [id, what] })),
    )
  })
}
