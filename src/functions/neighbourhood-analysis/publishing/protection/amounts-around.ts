import { areaKey, figureKey, type RawFigure } from '../raw-figure.ts'
import type { FiguresInView } from './laid-out.ts'

/**
 * Amounts that tell of a hidden one: what all incomes of a municipality or neighbourhood come to, less those of its other areas, is the income of
 * the hidden one. Every whole in which a hidden amount lies is hidden with it, so that each sum has two unknowns.
 */
export function amountsAround({ figures, divisions }: FiguresInView, hidden: ReadonlySet<string>): readonly string[] {
  const untold = figures.filter((figure) => figure.kind === 'amount' && hidden.has(figureKey(figure)))
  if (untold.length === 0) return []
  const around = new Map<string, string[]>()
  for (const { level, edition, parts } of divisions)
    for (const [neighbourhoodId, own] of parts)
      for (const { code } of own) {
        const key = areaKey({ level, edition, code })
        around.set(key, [...(around.get(key) ?? []), neighbourhoodId])
      }
  return untold.flatMap((figure) => {
    const area = areaKey(figure.area)
    return [...(figure.within ?? []), ...(around.get(area) ?? [])].map((whole) => keyIn(figure, whole))
  })
}

const keyIn = ({ indicator, period }: RawFigure, area: string) => `${indicator}\t${period}\t${area}`
