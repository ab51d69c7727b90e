import { isoDateIn } from '@meernet/calendar'
import { municipalTimeZone, type Texts } from '../../../platform/messages/index.ts'
import { spreadsheetOf } from '../../../platform/spreadsheet/spreadsheet.ts'
import type { InboxRow } from './signal-reading.ts'

/** What an export names besides the signals: neighbourhoods and colleagues by identifier. */
export type ExportNames = {
  readonly neighbourhoods: ReadonlyMap<string, string>
  readonly colleagues: ReadonlyMap<string, string>
}

/** The signals seen, as CSV for a Belgian spreadsheet: facts of the work only, no name and no free text (P12). */
export function signalsCsv(t: Texts, rows: readonly Pick<InboxRow, 'signal'>[], names: ExportNames): string {
  const columns = ['received', 'source', 'neighbourhood', 'state', 'triage', 'due', 'assignee', 'closing'] as const
  const lines = rows.map(({ signal }) => [
    isoDateIn(municipalTimeZone, signal.receivedAt),
    t(`detection.source.${signal.source}`),
    names.neighbourhoods.get(signal.neighbourhoodId ?? '') ?? '',
    t(`detection.state.${signal.state}`),
    signal.triage ? t(`detection.triage.${signal.triage}`) : '',
    signal.dueOn ?? '',
    names.colleagues.get(signal.assigneeUserId ?? '') ?? '',
    signal.closedBecause ? t(`detection.closing.${signal.closedBecause}`) : '',
  ])
  const header = columns.map((column) => t(`detection.export.${column}`))
  return spreadsheetOf([header, ...lines])
}
