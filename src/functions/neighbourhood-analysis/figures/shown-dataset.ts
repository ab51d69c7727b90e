import type { Tx } from '../../../platform/database/transact.ts'
import type { FigureTotal, Indicator } from '../../../registers/published-figures/index.ts'
import { figureProtection } from '../publishing/figure-protection.ts'
import { areaKey, type RawFigure } from '../publishing/raw-figure.ts'
import type { ShownFigure } from '../publishing/shown-figure.ts'
import { hiddenFigures, shownFigures } from '../publishing/shown-figures.ts'
import type { AreaFigure, ShownAreaFigure } from './dataset.ts'

/**
 * The figures of one indicator in one dataset as readers may see them: what is hidden anywhere in the municipality, and what this file
 * alone would tell, for an older one may differ from what is current.
 */
export async function shownAreaFigures(
  tx: Tx,
  indicator: Indicator,
  figures: readonly AreaFigure[],
): Promise<readonly ShownAreaFigure[]> {
  const raw = rawFigures(indicator, figures)
  const { hidden, inTens } = await figureProtection(tx, [indicator.indicator])
  const shown = shownFigures(raw, { protection: { hidden: new Set([...hidden, ...hiddenFigures(raw)]), inTens } })
  return figures.flatMap(({ value: _value, missing: _missing, ...area }, k) => {
    const figure = shown[k]
    return figure ? [{ ...area, shown: figure }] : []
  })
}

/** What a file that waits for a yes comes to, as whoever sent it may see it. */
export function shownTotal({
  indicator,
  kind,
  unit,
  period,
  level,
  edition,
  total,
}: FigureTotal): ShownFigure | undefined {
  const area = { level, edition, code: 'all' }
  const raw: RawFigure = {
    indicator,
    kind,
    unit,
    area,
    period: period ?? '',
    value: total ?? 'unknown',
    quality: 'exact',
  }
  return shownFigures([raw])[0]
}

function rawFigures({ indicator, kind, unit }: Indicator, figures: readonly AreaFigure[]): readonly RawFigure[] {
  const wholes = new Map(
    figures.filter(({ level }) => level === 'municipality').map((one) => [one.edition, keyOf(one)]),
  )
  return figures.map((figure) => {
    const whole = partsOfMunicipality.has(figure.level) ? wholes.get(figure.edition) : undefined
    const value = figure.value ?? figure.missing ?? 'empty'
    const { period } = figure
    return {
      indicator,
      kind,
      unit,
      area: areaOf(figure),
      period,
      value,
      quality: 'exact',
      within: whole ? [whole] : [],
    }
  })
}

const partsOfMunicipality: ReadonlySet<string> = new Set(['sector', 'neighbourhood'])
const areaOf = ({ level, edition, areaCode }: AreaFigure) => ({ level, edition, code: areaCode })
const keyOf = (figure: AreaFigure) => areaKey(areaOf(figure))
