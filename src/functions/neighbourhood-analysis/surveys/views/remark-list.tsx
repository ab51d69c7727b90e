import type { Texts } from '../../../../platform/messages/index.ts'
import { List, Section } from '../../../../ui/index.ts'
import type { Remark } from '../workbook/remark.ts'

const mostNames = 12

/** What of a file has no place here, and why. */
export function RemarkList({ t, remarks }: { readonly t: Texts; readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <Section title={t('analysis.survey.remarks')}>
      <List items={remarks.map((remark) => remarkText(t, remark))} />
    </Section>
  )
}

function remarkText(t: Texts, { reason, names }: Remark): string {
  const more = names.length > mostNames ? ` … (${names.length})` : ''
  return t(`analysis.survey.remark.${reason}`, { names: names.slice(0, mostNames).join(', ') + more })
}
