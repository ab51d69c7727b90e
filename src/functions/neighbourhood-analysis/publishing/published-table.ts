import type { Publication } from '@meernet/statistics'
import { asShown, type ShownFigure } from './shown-figure.ts'

/** A table as it went out. */
export type PublishedTable = {
  /** The figure at these categories, one of each dimension; `unknown` where the table had none. */
  readonly at: (...categories: readonly string[]) => ShownFigure
  readonly cells: readonly { readonly at: readonly string[]; readonly figure: ShownFigure }[]
}

/** Reads a publication back as readers saw it. */
export function publishedTable({ cells }: Pick<Publication, 'cells'>): PublishedTable {
  const shown = cells.map(({ at, shown: value }) => ({ at, figure: asShown(value, 'exact') }))
  const byPlace = new Map(shown.map(({ at, figure }) => [at.join('\t'), figure]))
  return { at: (...categories) => byPlace.get(categories.join('\t')) ?? asShown('unknown', 'exact'), cells: shown }
}
