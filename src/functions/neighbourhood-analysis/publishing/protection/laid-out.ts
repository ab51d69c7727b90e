import { type CountBehind, countsBehindShares } from '../linked/counts-behind-shares.ts'
import { type CountsOfAreas, countsOf } from '../linked/placed-areas.ts'
import { countsPeople, type RawFigure } from '../raw-figure.ts'
import { isShare } from '../shown-figures.ts'
import { countedOnce } from './counted-once.ts'
import { type PartsOfNeighbourhoods, type WithNeighbourhoods, withNeighbourhoods } from './neighbourhood-sums.ts'

/** Figures as readers see them side by side, of indicators that tell of each other, and of what neighbourhoods are made of their areas. */
export type FiguresInView = {
  /** All areas and periods, each with the municipality it is within. */
  readonly figures: readonly RawFigure[]
  readonly divisions: readonly PartsOfNeighbourhoods[]
}

/** `placed`: by period the counts of each indicator with those of neighbourhoods; `behind`: those that shares tell. */
export type LaidOut = {
  readonly placed: ReadonlyMap<string, readonly WithNeighbourhoods[]>
  readonly behind: readonly CountBehind[]
}

/** All counts that readers of these figures know, with those behind shares and of neighbourhoods. */
export function laidOut({ figures, divisions }: FiguresInView): LaidOut {
  const counts = countsAmong(figures)
  const behind = countsBehindShares(figures.filter(isShare), counts)
  const ofPeriods = Map.groupBy([...counts, ...behind.map(({ count }) => count)], ({ period }) => period)
  const placed = [...ofPeriods].map(([period, own]) => {
    const groups = Map.groupBy(own, ({ indicator }) => indicator).values()
    return [period, [...groups].map((group) => withNeighbourhoods(group, divisions))] as const
  })
  return { placed: new Map(placed), behind }
}

/** By period the figures that are protected together: in none of these is anybody counted twice within a sum. */
export const onceCounted = ({ placed }: LaidOut): ReadonlyMap<string, readonly (readonly RawFigure[])[]> =>
  new Map([...placed].map(([period, own]) => [period, countedOnce(own.flatMap((one) => one.figures))]))

/** Counts of each period that are protected together, with those of these neighbourhoods among them. */
export const tablesIn = (view: FiguresInView | LaidOut): ReadonlyMap<string, readonly CountsOfAreas[]> =>
  new Map([...onceCounted('placed' in view ? view : laidOut(view))].map(([period, own]) => [period, own.map(countsOf)]))

/** Counts, and figures of which the publisher does not say what they are when all of them are whole numbers. */
function countsAmong(figures: readonly RawFigure[]): readonly RawFigure[] {
  const isWhole = ({ value }: RawFigure) => typeof value !== 'number' || Number.isInteger(value)
  const unstated = Map.groupBy(
    figures.filter(({ kind }) => kind === 'unstated'),
    ({ indicator }) => indicator,
  )
  const whole = [...unstated.values()].filter((own) => own.every(isWhole)).flat()
  return [...figures, ...whole.map((one) => ({ ...one, kind: 'count' as const }))].filter(countsPeople)
}
