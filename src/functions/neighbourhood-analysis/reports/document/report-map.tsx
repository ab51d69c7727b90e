import type { Texts } from '../../../../platform/messages/index.ts'
import { ShadedMap, shadeClasses } from '../../../../ui/index.ts'
import type { ReportMap, ReportSource } from '../contents/contents.ts'
import { nameOfFigure, plotted, valueWords } from './figure-words.ts'
import { sourcesWords } from './source-words.ts'

type Props = { readonly t: Texts; readonly map: ReportMap; readonly sources: readonly ReportSource[] }

/** The neighbourhoods of the municipality shaded by one figure, those of the report marked by a line. */
export function ReportMapPicture({ t, map, sources }: Props) {
  const { sheet, areas, unit, sourceIds } = map
  const name = nameOfFigure(t, map)
  return (
    <ShadedMap
      id="map"
      title={`${name} (${t.period(map.period)})`}
      source={sourcesWords(t, sourceIds, sources)}
      tableText={t('resident.analysis.table')}
      sheet={sheet}
      classes={shadeClasses(areas.map(({ shown }) => shown.value))}
      classText={({ from, to }) =>
        t('resident.analysis.class', { from: valueWords(t, from, unit), to: valueWords(t, to, unit) })
      }
      areas={areas.map((area) => ({
        key: area.id,
        name: area.name,
        isChosen: area.isChosen,
        ...plotted(t, area.shown, unit),
      }))}
      words={{
        area: t('resident.analysis.area'),
        figure: name,
        hidden: t('resident.analysis.missing.hidden'),
        unknown: t('resident.analysis.missing.unknown'),
        notApplicable: t('resident.analysis.missing.notApplicable'),
        empty: t('resident.analysis.missing.empty'),
        approximate: t('resident.analysis.estimate'),
        chosen: t('resident.analysis.chosen'),
        areas: (count) => t('resident.analysis.areas', { count }),
      }}
    />
  )
}
