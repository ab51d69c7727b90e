import type { KeptPublication } from './publication.ts'
import { publishedTable } from './published-table.ts'
import { asShown, type ShownFigure } from './shown-figure.ts'

/** A publication as a table on a page: a row for each combination of all dimensions but the last, which gives the columns. */
export type PublicationCells = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly names: readonly string[]; readonly figures: readonly ShownFigure[] }[]
}

/** Lays a publication out with the names that its categories had. */
export function cellsOf({
  cells,
  dimensions,
  labels,
}: Pick<KeptPublication, 'cells' | 'dimensions' | 'labels'>): PublicationCells {
  const isOneDimension = dimensions.length === 1
  const { cells: shown } = publishedTable({ cells })
  const columns = isOneDimension ? [''] : [...new Set(shown.map(({ at }) => at.at(-1) ?? ''))]
  const byRow = Map.groupBy(shown, ({ at }) => (isOneDimension ? at : at.slice(0, -1)).join('\t'))
  const nameOf = (category: string) => labels[category] ?? category
  return {
    columns: columns.map(nameOf),
    rows: [...byRow].map(([row, own]) => ({
      names: row.split('\t').map(nameOf),
      figures: columns.map(
        (column) =>
          own.find(({ at }) => isOneDimension || at.at(-1) === column)?.figure ?? asShown('notApplicable', 'exact'),
      ),
    })),
  }
}

/** How many numbers readers saw, and how many were hidden. */
export const countsOf = ({ cells }: Pick<KeptPublication, 'cells'>) => ({
  shown: cells.filter(({ shown }) => shown !== 'hidden').length,
  hidden: cells.filter(({ shown }) => shown === 'hidden').length,
})
