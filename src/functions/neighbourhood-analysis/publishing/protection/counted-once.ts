import { areaKey, type RawFigure } from '../raw-figure.ts'

/**
 * Figures in which nobody is counted twice within a sum. Published neighbourhoods of which it is not known what sectors lie in them cover the
 * same people as the sectors: they are looked at beside the same sums, but in a table of their own.
 */
export function countedOnce(figures: readonly RawFigure[]): readonly (readonly RawFigure[])[] {
  const finest = figures.filter(({ area }) => 'level' in area && area.level === 'sector')
  const holding = new Set(finest.flatMap(({ within }) => within ?? []))
  const isApart = (figure: RawFigure) =>
    'level' in figure.area &&
    (figure.area.level === 'neighbourhood' || figure.area.level === 'district') &&
    !holding.has(areaKey(figure.area))
  const apart = figures.filter(isApart)
  if (finest.length === 0 || apart.length === 0) return [figures]
  const wider = new Set(apart.flatMap(({ within }) => within ?? []))
  return [
    figures.filter((figure) => !isApart(figure)),
    figures.filter((figure) => isApart(figure) || wider.has(areaKey(figure.area))),
  ]
}
