import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../../platform/messages/index.ts'
import { type MapSheet, type ShadeClass, ShadedMap, shadeClasses } from '../../../../ui/index.ts'
import type { AreaWithFigure, IndicatorFigures } from '../indicator-figures.ts'
import { amountWords, nameIn, toldWords, valueWords } from './figure-words.ts'
import { sourcesUnder } from './sources-section.tsx'

type Props = {
  readonly t: Texts
  readonly figures: IndicatorFigures
  readonly sheet: MapSheet
  /** The figures as a table, when the page has more to say of them than the map does. */
  readonly table?: ComponentChildren
  /** Whether the map may wake up where there is script; not on paper. */
  readonly canZoom?: boolean | undefined
}

/** The areas of the municipality shaded by one indicator, with every figure in the table under it. */
export function IndicatorMap({ t, figures, sheet, table, canZoom = true }: Props) {
  const { definition, areas, period, level, sources } = figures
  const name = nameIn(t, definition)
  const classes = shadeClasses(areas.map(({ line }) => line?.own.shown.value ?? 'empty'))
  return (
    <ShadedMap
      id="map-figures"
      title={t('analysis.indicators.map', { name })}
      caption={t('analysis.indicators.map.caption', { period: t.period(period) })}
      source={sourcesUnder(t, sources)}
      tableText={t('analysis.indicators.asTable')}
      sheet={sheet}
      classes={classes}
      classText={(shade) => classWords(t, shade, figures)}
      words={{
        area: t(`analysis.indicators.area.${level ?? 'none'}`),
        figure: name,
        hidden: t('analysis.missing.hidden'),
        unknown: t('analysis.missing.unknown'),
        notApplicable: t('analysis.missing.notApplicable'),
        empty: t('analysis.missing.empty'),
        approximate: t('analysis.indicators.map.approximate'),
        chosen: t('analysis.indicators.map.chosen'),
        areas: (count) => t('analysis.indicators.map.areas', { count }),
      }}
      areas={areas.map((area) => areaOf(t, area, figures))}
      table={table}
      zoom={
        canZoom
          ? {
              in: t('analysis.indicators.zoom.in'),
              out: t('analysis.indicators.zoom.out'),
              whole: t('analysis.indicators.zoom.whole'),
              help: t('analysis.indicators.zoom.help'),
            }
          : undefined
      }
    />
  )
}

function classWords(t: Texts, { from, to }: ShadeClass, { definition }: IndicatorFigures): string {
  const low = amountWords(t, from, definition)
  return from === to ? low : t('analysis.indicators.class', { low, high: amountWords(t, to, definition) })
}

function areaOf(t: Texts, { key, name, isNotLocalisable, line }: AreaWithFigure, figures: IndicatorFigures) {
  const { definition, level } = figures
  return {
    key,
    name: isNotLocalisable ? t('analysis.area.notLocalisable') : name,
    href: level === 'neighbourhood' ? `/analysis/profile/${key}` : undefined,
    value: line?.own.shown.value ?? ('unknown' as const),
    text: line ? toldWords(t, line.own, definition) : valueWords(t, 'unknown', definition),
    isApproximate: line?.own.shown.quality === 'approximate',
  }
}
