import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Refusal } from '../../../../platform/published-files/refusal.ts'
import { RefusalSection } from '../../../../platform/published-files/refusal-section.tsx'
import { LargeFileField, LargeFileSending, type SentFileSettings } from '../../../../platform/sent-files/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Stack,
  TextArea,
} from '../../../../ui/index.ts'
import { StatedFields } from './stated-fields.tsx'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly refused: Refusal | undefined
  readonly settings: SentFileSettings
}

/** Sends a file of figures, with what the file does not say itself. */
export function SendFiguresPage({ t, form, refused, settings }: Props) {
  const { value: mapping, ...mappingField } = form.field('mapping')
  return (
    <Stack>
      <BackLink href="/analysis/figures" text={t('analysis.figures')} />
      <Heading level={1}>{t('analysis.import')}</Heading>
      <Lead>{t('analysis.import.lead')}</Lead>
      <Form action="/analysis/figures/imports" encType="multipart/form-data">
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {refused ? <RefusalSection t={t} refused={refused} explanation={`analysis.refused.${refused.code}`} /> : null}
        <LargeFileField
          t={t}
          settings={settings}
          label={t('analysis.import.file')}
          hint={t('analysis.import.file.hint')}
          accept=".csv,.txt,.tsv,.json,.gz,.zip,.xlsx,.xls,.ods"
          error={form.field('file').error}
          required
        />
        <StatedFields t={t} form={form} isOpen={refused !== undefined} />
        <Disclosure summary={t('analysis.import.mapping')} open={mapping !== ''}>
          <TextArea
            {...mappingField}
            value={mapping}
            rows={10}
            label={t('analysis.import.mapping.label')}
            hint={t('analysis.import.mapping.hint')}
          />
        </Disclosure>
        <LargeFileSending t={t} settings={settings} command="meernet import indicators" />
        <ButtonRow>
          <Button>{t('analysis.import.look')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
