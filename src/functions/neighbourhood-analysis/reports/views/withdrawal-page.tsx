import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, ConfirmPanel, ErrorSummary, Stack, TextArea } from '../../../../ui/index.ts'
import { longest } from '../forms.ts'
import type { Report } from '../report.ts'

type Props = { readonly t: Texts; readonly report: Report; readonly form: FilledForm }

/** Takes a published analysis off, with the reason. */
export function WithdrawalPage({ t, report, form }: Props) {
  const path = `/analysis/reports/${report.id}`
  return (
    <Stack>
      <BackLink href={path} text={report.title} />
      <ConfirmPanel
        title={t('analysis.reports.withdraw')}
        consequences={[
          t(report.state === 'superseded' ? 'analysis.reports.withdraw.goneEarlier' : 'analysis.reports.withdraw.gone'),
          t('analysis.reports.withdraw.history'),
        ]}
        action={`${path}/publication/removal`}
        hidden={{ version: String(report.version) }}
        confirmText={t('analysis.reports.withdraw.confirm')}
        cancel={{ href: path, text: t('analysis.reports.withdraw.keep') }}
      >
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <TextArea
          {...form.field('reason')}
          label={t('analysis.reports.withdraw.reason')}
          hint={t('analysis.reports.withdraw.reason.hint')}
          maxLength={longest.reason}
          rows={2}
          required
        />
      </ConfirmPanel>
    </Stack>
  )
}
