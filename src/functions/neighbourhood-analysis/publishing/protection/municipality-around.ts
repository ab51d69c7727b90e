import { areaKey, type FigureArea } from '../raw-figure.ts'
import { yearBegun } from './counted-alike.ts'

/** A figure as a publisher places it. */
type Placed = Extract<FigureArea, { level: string }> & { readonly period: string }

/**
 * In which figures of the municipality an area lies, as `areaKey` names them. All of a municipality's own areas lie in it, whatever edition either is
 * called by: sectors of up to 2024 lay in municipalities of 2018. NOTE where a year has areas of two editions they count the same
 * people twice, and each edition is a part of its own municipality alone. Districts of Brussels cross its border.
 */
export function municipalityAround(figures: readonly Placed[]): (figure: Placed) => readonly string[] {
  const municipalities = new Map(
    figures.flatMap((one) => (one.level === 'municipality' ? [[areaKey(one), one.edition] as const] : [])),
  )
  const editions = new Map<string, Set<string>>()
  for (const one of figures) editions.set(kindOf(one), (editions.get(kindOf(one)) ?? new Set()).add(one.edition))
  return (figure) => {
    if (figure.level !== 'sector' && figure.level !== 'neighbourhood') return []
    const isOnly = editions.get(kindOf(figure))?.size === 1
    const isAround = (edition: string) => isOnly || edition === figure.edition || edition === 'fixed'
    return [...municipalities].flatMap(([key, edition]) => (isAround(edition) ? key : []))
  }
}

const kindOf = ({ level, period }: Placed) => `${level} ${yearBegun(period)}`
