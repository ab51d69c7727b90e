import {
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  Form,
  List,
  Notice,
  Panel,
  Section,
} from '../../../../../ui/index.ts'
import type { TranslationPageProps } from './translation-page-props.ts'

/** What was translated after publishing waits for a second reader: whoever may be reads it and says that nobody can be recognised (P14). */
export function LateReading({
  t,
  report,
  language,
  version,
  reading,
  count,
}: TranslationPageProps & { readonly count: number }) {
  if (!reading) return <Notice kind="attention">{t('analysis.reports.translation.awaiting', { count })}</Notice>
  const { value: confirmed, ...confirmation } = reading.field('isUnrecognisable')
  return (
    <Panel>
      <Section title={t('analysis.reports.reading.title')}>
        <p>{t('analysis.reports.translation.toRead', { count })}</p>
        <List
          items={(['rare', 'place', 'date', 'family'] as const).map((what) => t(`analysis.reports.reading.${what}`))}
        />
        <Form
          action={`/analysis/reports/${report.id}/translations/${language}/reading`}
          hidden={{ version: String(version) }}
        >
          <ErrorSummary title={t('form.summary')} errors={reading.errors} />
          <Checkbox {...confirmation} checked={confirmed !== ''} label={t('analysis.reports.reading.confirm')} />
          <ButtonRow>
            <Button look="secondary">{t('analysis.reports.translation.bringOut')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Panel>
  )
}
