import type { IsoDate } from '@meernet/calendar'
import type { AreaLevel, Indicator, MissingKind } from '../../../registers/published-figures/index.ts'
import type { ShownFigure } from '../publishing/shown-figure.ts'
import type { Provenance } from './provenance.ts'

/** One import of one file, with where it comes from. */
export type Dataset = Omit<Provenance, 'retrievedOn'> & {
  readonly id: string
  readonly retrievedOn: IsoDate
  readonly indicators: readonly Indicator[]
  readonly figureCount: number
  readonly firstPeriod: string
  readonly lastPeriod: string
  /** A newer dataset brought all its figures anew. */
  readonly isReplaced: boolean
}

/** A figure as kept; nobody sees it so. */
export type AreaFigure = {
  readonly level: AreaLevel
  readonly areaCode: string
  readonly areaName: string
  readonly edition: string
  readonly period: string
  readonly value: number | null
  readonly missing: MissingKind | null
  readonly isNotLocalisable: boolean
  readonly isSummed: boolean
}

/** A figure as readers may see it. */
export type ShownAreaFigure = Omit<AreaFigure, 'value' | 'missing'> & { readonly shown: ShownFigure }

/** One area with its figures by period. */
export type AreaRow = Pick<
  AreaFigure,
  'level' | 'areaCode' | 'areaName' | 'edition' | 'isNotLocalisable' | 'isSummed'
> & {
  readonly byPeriod: ReadonlyMap<string, ShownFigure>
}

/**
 * Figures as a table: an area a row. The own areas by name, then what is not localisable, then what they are compared with:
 * municipality, region, country. Never by the figure itself: areas are not ranked.
 */
export function areaRows(figures: readonly ShownAreaFigure[]): readonly AreaRow[] {
  const byArea = Map.groupBy(figures, ({ level, edition, areaCode }) => `${level} ${edition} ${areaCode}`)
  const rows = [...byArea.values()].flatMap((own): AreaRow[] => {
    const [first] = own
    if (!first) return []
    const { level, areaCode, areaName, edition, isNotLocalisable, isSummed } = first
    const byPeriod = new Map(own.map((figure) => [figure.period, figure.shown]))
    return [{ level, areaCode, areaName, edition, isNotLocalisable, isSummed, byPeriod }]
  })
  const name = ({ areaName, areaCode }: AreaRow) => areaName || areaCode
  return rows.toSorted(
    (one, other) =>
      orderOf(one) - orderOf(other) ||
      name(one).localeCompare(name(other), 'nl') ||
      one.areaCode.localeCompare(other.areaCode),
  )
}

const comparedWith: readonly AreaLevel[] = ['municipality', 'region', 'country']

const orderOf = ({ level, isNotLocalisable }: AreaRow) =>
  comparedWith.indexOf(level) * 2 + 2 + (isNotLocalisable ? 1 : 0)

/** The periods of these figures, newest first. */
export const periodsOf = (figures: readonly Pick<AreaFigure, 'period'>[]): readonly string[] =>
  [...new Set(figures.map(({ period }) => period))].toSorted((one, other) => other.localeCompare(one))
