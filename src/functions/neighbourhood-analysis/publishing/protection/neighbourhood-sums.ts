/**
 * Neighbourhoods beside the published areas they are made of. Readers see both, so they are protected as one table: a neighbourhood less
 * its other sectors would tell of a small one.
 */
import { isKnown, sumOf } from '@meernet/statistics'
import { areaKey, type RawFigure } from '../raw-figure.ts'

/** Of which areas of one level and edition each neighbourhood is made, as `neighbourhoodParts` of the places has it. */
export type PartsOfNeighbourhoods = {
  readonly level: 'sector' | 'neighbourhood' | 'district'
  readonly edition: string
  readonly parts: ReadonlyMap<string, readonly Part[]>
}
type Part = { readonly code: string; readonly share: number; readonly quality: 'exact' | 'approximate' }

/** Figures of areas with those of neighbourhoods among them; `estimated`: what each estimate is made of, in every way there is. */
export type WithNeighbourhoods = {
  readonly figures: readonly RawFigure[]
  readonly estimated: ReadonlyMap<string, readonly Estimate[]>
}
export type Estimate = readonly PartOfEstimate[]
/** So much of an area, as `areaKey` names it. */
export type PartOfEstimate = { readonly area: string; readonly share: number }

/** Adds the neighbourhoods to counts of one indicator in one period, and says of each area in which ones it lies. */
export function withNeighbourhoods(
  figures: readonly RawFigure[],
  divisions: readonly PartsOfNeighbourhoods[],
): WithNeighbourhoods {
  const byKey = new Map(figures.map((one) => [areaKey(one.area), one]))
  const within = new Map<string, Set<string>>()
  const sums = new Map<string, RawFigure>()
  const estimated = new Map<string, readonly Estimate[]>()
  const twins = twinsOf(divisions, byKey)
  const [sample] = figures
  // The widest areas first: a figure published for the neighbourhood as a whole is its figure.
  for (const { level, edition, parts } of divisions.toSorted((one, other) => widest[one.level] - widest[other.level])) {
    for (const [neighbourhoodId, own] of parts) {
      const keys = own.map(({ code }) => areaKey({ level, edition, code }))
      const values = keys.map((key) => byKey.get(key)?.value ?? 'unknown')
      const whole = sumOf(values)
      if (!sample || !isKnown(whole) || keys.length === 0) continue
      if (own.some(({ quality }) => quality === 'approximate')) {
        estimated.set(neighbourhoodId, [...(estimated.get(neighbourhoodId) ?? []), estimateOf(own, keys)])
        continue
      }
      for (const key of keys)
        for (const wider of [neighbourhoodId, ...(twins.get(neighbourhoodId) ?? [])])
          if (wider !== key) within.set(key, (within.get(key) ?? new Set()).add(wider))
      if (!sums.has(neighbourhoodId))
        sums.set(neighbourhoodId, { ...sample, area: { neighbourhoodId }, value: whole, quality: 'exact', within: [] })
    }
  }
  for (const id of sums.keys()) estimated.delete(id)
  const placed = figures.map((one) => ({
    ...one,
    within: [...(one.within ?? []), ...(within.get(areaKey(one.area)) ?? [])],
  }))
  return { figures: [...placed, ...sums.values()], estimated }
}

const estimateOf = (own: readonly Part[], keys: readonly string[]): Estimate =>
  keys.map((area, at) => ({ area, share: own[at]?.share ?? 0 }))

const widest = { district: 0, neighbourhood: 1, sector: 2 } as const

/** Published areas that are just one neighbourhood of ours: what lies in the one lies in the other. */
function twinsOf(divisions: readonly PartsOfNeighbourhoods[], byKey: ReadonlyMap<string, RawFigure>) {
  const twins = new Map<string, string[]>()
  for (const { level, edition, parts } of divisions) {
    if (level === 'sector') continue
    for (const [id, own] of parts) {
      const [only, ...others] = own
      if (!only || others.length > 0 || only.quality !== 'exact') continue
      const key = areaKey({ level, edition, code: only.code })
      if (byKey.has(key)) twins.set(id, [...(twins.get(id) ?? []), key])
    }
  }
  return twins
}
