import type { Texts } from '../../../platform/messages/index.ts'
import { spreadsheetOf } from '../../../platform/spreadsheet/spreadsheet.ts'
import type { DataZone } from '../municipality-store.ts'
import type { ReviewWithLines } from './actions.ts'

/**
 * A review as CSV for a Belgian spreadsheet, one line per membership: the record that a data protection officer keeps (P18). No
 * addresses and no proofs: those stay with the membership.
 */
export function reviewCsv(
  t: Texts,
  { lines }: Pick<ReviewWithLines, 'lines'>,
  { zones, names }: { readonly zones: readonly DataZone[]; readonly names: ReadonlyMap<string, string> },
): string {
  const columns = ['name', 'role', 'zone', 'maySee', 'secrecy', 'until', 'decision', 'decidedOn', 'decidedBy'] as const
  const cells = lines.map((line) => [
    line.name,
    t(`http.role.${line.role}`),
    zones.find(({ id }) => id === line.zoneId)?.name ?? '',
    line.maySee.map((data) => t(data)).join(', '),
    t(`municipalities.secrecy.${line.secrecy}`),
    line.secrecyReviewOn ?? '',
    t(`municipalities.review.decision.${line.decision ?? 'open'}`),
    line.decidedAt ? t.moment(line.decidedAt) : '',
    names.get(line.decidedBy ?? '') ?? '',
  ])
  const header = columns.map((column) => t(`municipalities.review.column.${column}`))
  return spreadsheetOf([header, ...cells])
}
