import type { Tx } from '../../../platform/database/transact.ts'
import type { FigureTotal, Indicator } from '../../../registers/published-figures/index.ts'
import { rootOf } from '../publishing/linked/part-of-whole.ts'
import { atOneMoment, figureProtection, protectionOfEarlier } from '../publishing/protection/figure-protection.ts'
import { fileProtection } from '../publishing/protection/file-protection.ts'
import { municipalityAround } from '../publishing/protection/municipality-around.ts'
import { isOutdone } from '../publishing/protection/protection-store.ts'
import type { RawFigure } from '../publishing/raw-figure.ts'
import type { ShownFigure } from '../publishing/shown-figure.ts'
import { shownFigures } from '../publishing/shown-figures.ts'
import type { AreaFigure, Dataset, ShownAreaFigure } from './dataset.ts'
import { figuresOfIndicator } from './figure-store.ts'

/**
 * The figures of one indicator in one dataset as readers may see them: what is hidden anywhere in the municipality, and what this file
 * alone would tell. Of a file that has newer figures beside it all that tell of each other count, beside all that was ever told: they
 * differ from those of today.
 */
export function shownAreaFigures(
  tx: Tx,
  dataset: DatasetAsked,
  indicator: Indicator,
): Promise<readonly ShownAreaFigure[]> {
  return atOneMoment(tx, () => shownAreaFiguresNow(tx, dataset, indicator))
}

type DatasetAsked = Pick<Dataset, 'id' | 'indicators' | 'isReplaced'>

async function shownAreaFiguresNow(
  tx: Tx,
  { id, indicators, isReplaced }: DatasetAsked,
  indicator: Indicator,
): Promise<readonly ShownAreaFigure[]> {
  const figures = await figuresOfIndicator(tx, id, indicator.indicator)
  const raw = rawFigures(indicator, figures)
  const beside: RawFigure[] = []
  const isEarlier = isReplaced || (await isOutdone(tx, id, indicator.indicator))
  for (const one of isEarlier ? indicators : [])
    if (one.indicator !== indicator.indicator && rootOf(one.indicator) === rootOf(indicator.indicator))
      beside.push(...rawFigures(one, await figuresOfIndicator(tx, id, one.indicator)))
  const today = await figureProtection(tx, [indicator.indicator])
  const ofFile = isEarlier
    ? await protectionOfEarlier(tx, [...raw, ...beside], today)
    : await tx.calculate(fileProtection, { figures: raw, told: '[]', hidden: today.hidden })
  const shown = shownFigures(raw, {
    protection: { hidden: ofFile.hidden, estimates: today.estimates },
  })
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
  const withinOf = municipalityAround(figures.map(placed))
  return figures.map((figure) => {
    const { period, ...area } = placed(figure)
    const value = figure.value ?? figure.missing ?? 'empty'
    return { indicator, kind, unit, area, period, value, quality: 'exact', within: withinOf(placed(figure)) }
  })
}

const placed = ({ level, edition, areaCode, period }: AreaFigure) => ({ level, edition, code: areaCode, period })
