import type { Texts } from '../../../../platform/messages/index.ts'
import type { IconName } from '../../../../ui/index.ts'
import type { Report, ReportState } from '../report.ts'

export const stateIcons: Readonly<Record<ReportState, IconName>> = {
  draft: 'pencil',
  checked: 'users',
  published: 'circle-check',
  superseded: 'clock',
  withdrawn: 'undo-2',
}

/** Where it stands, with the day that matters. */
export function standingWords(t: Texts, report: Report): string {
  const { state, publishedOn, withdrawnOn } = report
  const day = state === 'withdrawn' ? withdrawnOn : publishedOn
  return day ? t(`analysis.reports.state.${state}.on`, { day: t.day(day) }) : t(`analysis.reports.state.${state}`)
}

/** The neighbourhoods by name, or the whole municipality. */
export function areaWords(t: Texts, { areaIds }: Pick<Report, 'areaIds'>, names: ReadonlyMap<string, string>): string {
  if (areaIds.length === 0) return t('analysis.reports.wholeMunicipality')
  return t.list(areaIds.map((id) => names.get(id) ?? '–'))
}
