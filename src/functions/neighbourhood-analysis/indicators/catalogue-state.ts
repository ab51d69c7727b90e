import {
  catalogueIndicator,
  type IndicatorTheme,
  indicatorCatalogue,
  indicatorThemes,
  publisherOf,
} from '../catalogue.ts'
import { definitionOf, type IndicatorDefinition } from './definition.ts'
import type { Definitions } from './figures-in-view.ts'
import type { Coverage } from './figures-in-view-store.ts'

/** An indicator and what of it is there. */
export type IndicatorState = {
  readonly definition: IndicatorDefinition
  readonly levels: readonly Coverage['level'][]
  /** First and last period; nothing when there is no figure yet. */
  readonly periods: readonly [first: string, last: string] | undefined
  /** Worked out here from counts that are there, not published as such. */
  readonly isDivided: boolean
  /** A count or detail that others are made of. */
  readonly isBehind: boolean
  /** Where to find it; nothing when the municipality counts it itself, or the catalogue does not know it. */
  readonly publisher: ReturnType<typeof publisherOf>
}
export type ThemeState = { readonly theme: IndicatorTheme; readonly indicators: readonly IndicatorState[] }

/** The whole catalogue by theme, loaded or not; then what files brought in beside it. */
export function catalogueState(coverage: readonly Coverage[], definitions: Definitions) {
  const byIndicator = Map.groupBy(coverage, ({ indicator }) => indicator)
  const stateOf = (definition: IndicatorDefinition): IndicatorState => {
    const own = byIndicator.get(definition.key)
    const { parts } = definition
    const divided = parts && byIndicator.has(parts.denominator) ? byIndicator.get(parts.numerator) : undefined
    const known = catalogueIndicator(definition.key)
    return {
      definition,
      levels: levelsIn(own ?? divided ?? []),
      periods: periodsIn(own ?? divided ?? []),
      isDivided: own === undefined && divided !== undefined,
      isBehind: known?.isBehind ?? false,
      publisher: known && publisherOf(known),
    }
  }
  const themes = indicatorThemes.map((theme): ThemeState => {
    const own = indicatorCatalogue.filter((one) => one.theme === theme)
    return { theme, indicators: own.map(({ key }) => stateOf(definitionOf(key))) }
  })
  const others = [...byIndicator.keys()].filter((key) => !catalogueIndicator(key)).toSorted()
  return { themes, others: others.map((key) => stateOf(definitions(key))) }
}

const order: readonly Coverage['level'][] = ['sector', 'neighbourhood', 'district', 'municipality', 'region', 'country']

const levelsIn = (coverage: readonly Coverage[]) =>
  order.filter((level) => coverage.some((one) => one.level === level && one.valueCount > 0))

function periodsIn(coverage: readonly Coverage[]): IndicatorState['periods'] {
  const first = coverage.map(({ firstPeriod }) => firstPeriod).toSorted()[0]
  const last = coverage
    .map(({ lastPeriod }) => lastPeriod)
    .toSorted()
    .at(-1)
  return first === undefined || last === undefined ? undefined : [first, last]
}
