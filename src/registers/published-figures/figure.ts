import type { AreaLevel, MissingKind } from './mapping/mapping.ts'
import type { Indicator } from './mapping/plan.ts'

/** One figure of a published table: of one indicator, area and period; a value, or why there is none. */
export type Figure = FigurePlace & {
  readonly indicator: Indicator
  readonly period: string | undefined
} & (
    | { readonly value: number; readonly missing?: undefined; readonly decimals: number }
    | { readonly value?: undefined; readonly missing: MissingKind }
  )

/** What the figures of one row have in common. */
export type FigurePlace = {
  readonly sheet: string | undefined
  readonly line: number
  readonly level: AreaLevel
  /** The edition when the table names it itself. */
  readonly edition: string | undefined
  readonly areaCode: string
  readonly areaName: string
  /** NIS code from its own column, or the area itself when that is a municipality; nothing when the table does not say. */
  readonly municipality: string | undefined
  readonly isNotLocalisable: boolean
}
