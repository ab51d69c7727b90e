import type { Plotted } from '../plotted.ts'

/** An area with its figure; one that the sheet does not have stands in the table only. */
export type ShadedArea = Plotted & {
  readonly key: string
  readonly name: string
  readonly href?: string | undefined
  /** Emphasised by a line. */
  readonly isChosen?: boolean | undefined
}
