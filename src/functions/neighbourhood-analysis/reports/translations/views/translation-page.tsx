import { languageName } from '../../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Cluster,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  Lead,
  Notice,
  Section,
  Stack,
  Tag,
} from '../../../../../ui/index.ts'
import { markOf, translationStanding } from '../translation.ts'
import { LateReading } from './late-reading.tsx'
import { PassageBeside } from './passage-beside.tsx'
import { SheetPart } from './sheet-part.tsx'
import type { TranslationPageProps } from './translation-page-props.ts'

/** A report in another language: every piece beside its translation, what is missing, and what is older than the text. */
export function TranslationPage(props: TranslationPageProps) {
  const { t, report, language, passages, translation, mayWrite } = props
  const { all, missing, older, awaiting } = translationStanding(passages, translation)
  const name = languageName(t, language)
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href={`/analysis/reports/${report.id}`} text={report.title} />
        <Heading level={1}>{t('analysis.reports.translation.title', { language: name })}</Heading>
        <Lead>{t('analysis.reports.translation.lead', { language: languageName(t, report.language) })}</Lead>
        <Cluster>
          <Tag>{t('analysis.reports.translation.done', { count: all - missing - older, all })}</Tag>
          {older > 0 ? <Tag>{t('analysis.reports.translation.olderCount', { count: older })}</Tag> : null}
        </Cluster>
        {report.state === 'published' ? <Notice>{t('analysis.reports.translation.afterwards')}</Notice> : null}
      </Stack>
      {awaiting > 0 ? <LateReading {...props} count={awaiting} /> : null}
      {passages.length === 1 ? <Hint>{t('analysis.reports.translation.none')}</Hint> : null}
      {mayWrite ? <Writing {...props} /> : <Reading {...props} />}
      <SheetPart {...props} />
    </Stack>
  )
}

function Writing(props: TranslationPageProps) {
  const { t, report, language, passages, form, version } = props
  const marks = Object.fromEntries(passages.map(({ key, source }) => [`mark.${key}`, markOf(source)]))
  return (
    <Form
      action={`/analysis/reports/${report.id}/translations/${language}`}
      hidden={{ version: String(version), ...marks }}
    >
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {passages.map((passage) => (
        <PassageBeside key={passage.key} {...props} passage={passage} />
      ))}
      <ButtonRow>
        <Button>{t('analysis.reports.save')}</Button>
      </ButtonRow>
    </Form>
  )
}

function Reading(props: TranslationPageProps) {
  const { t, passages } = props
  return (
    <Section title={t('analysis.reports.translation.beside')}>
      <Stack>
        {passages.map((passage) => (
          <PassageBeside key={passage.key} {...props} passage={passage} />
        ))}
      </Stack>
    </Section>
  )
}
