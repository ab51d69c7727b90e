import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Language, Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  List,
  Notice,
  Stack,
  TextArea,
} from '../../../../ui/index.ts'
import { longest } from '../forms.ts'
import type { Reading } from '../reading-ease.ts'
import type { Report, TextPart } from '../report.ts'

type Props = {
  readonly t: Texts
  readonly report: Report
  readonly part: TextPart
  readonly language: Language
  readonly version: number
  readonly form: FilledForm
  /** How a Dutch text reads; nothing for other languages and for an empty text. */
  readonly reading: Reading | undefined
}

/** Writes one part in the language of the report, and tells how a Dutch text reads. */
export function TextPage({ t, report, part, language, version, form, reading }: Props) {
  const path = `/analysis/reports/${report.id}`
  const name = t(`analysis.reports.part.${part}`)
  return (
    <Stack>
      <BackLink href={path} text={report.title} />
      <Heading level={1}>{name}</Heading>
      <Lead>{t(`analysis.reports.part.${part}.lead`)}</Lead>
      {reading ? <ReadingWords t={t} reading={reading} /> : null}
      <Form action={`${path}/texts/${part}/${language}`} hidden={{ version: String(version) }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <TextArea
          {...form.field('text')}
          label={name}
          hint={t('analysis.reports.part.hint')}
          rows={part === 'title' ? 2 : 12}
          maxLength={part === 'title' ? longest.title : longest.text}
          countText={t('analysis.reports.left')}
          numberPatternWarning={t('analysis.reports.error.numbers')}
        />
        <ButtonRow>
          <Button>{t('analysis.reports.save')}</Button>
          {language === 'nl' ? (
            <Button look="secondary" name="look" value="yes">
              {t('analysis.reports.reading.look')}
            </Button>
          ) : null}
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function ReadingWords({ t, reading }: { readonly t: Texts; readonly reading: Reading }) {
  const { ease, isEasy, hardSentences } = reading
  return (
    <Notice
      kind={isEasy ? 'info' : 'attention'}
      title={t(isEasy ? 'analysis.reports.reading.easy' : 'analysis.reports.reading.hard', { ease })}
    >
      {hardSentences.length === 0 ? null : (
        <>
          <p>{t('analysis.reports.reading.sentences')}</p>
          <List items={hardSentences} />
        </>
      )}
    </Notice>
  )
}
