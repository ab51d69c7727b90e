import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { RefusalSection } from '../../../../platform/published-files/refusal-section.tsx'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  Select,
  Stack,
  TextField,
} from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly form: FilledForm; readonly refused: FileRefused | undefined }

/** Sends a questionnaire as a workbook or of Kobo, with answers when there are. */
export function SendFormPage({ t, form, refused }: Props) {
  return (
    <Stack>
      <BackLink href="/analysis/surveys" text={t('analysis.survey.title')} />
      <Heading level={1}>{t('analysis.survey.import')}</Heading>
      <Lead>{t('analysis.survey.import.lead')}</Lead>
      <Form action="/analysis/surveys/imports" encType="multipart/form-data">
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {refused ? <RefusalSection t={t} refused={refused} /> : null}
        <FileField
          name="file"
          label={t('analysis.survey.import.file')}
          hint={t('analysis.survey.import.file.hint')}
          accept=".xlsx,.xls,.json"
          error={form.field('file').error}
          required
        />
        <FileField
          name="answers"
          label={t('analysis.survey.import.answers')}
          hint={t('analysis.survey.import.answers.hint')}
          accept=".json,.csv,.xlsx,.xls,.zip"
        />
        <Select
          {...form.field('language')}
          label={t('analysis.survey.import.language')}
          hint={t('analysis.survey.import.language.hint')}
          choices={['nl', 'fr', 'en', 'ar', 'tr', 'uk'].map((value) => ({
            value,
            label: t(`analysis.survey.language.${value}`),
          }))}
        />
        <TextField
          {...form.field('permission')}
          label={t('analysis.survey.permission')}
          hint={t('analysis.survey.permission.hint')}
          maxLength={500}
        />
        <TextField
          {...form.field('keep')}
          label={t('analysis.survey.import.keep')}
          hint={t('analysis.survey.import.keep.hint')}
        />
        <ButtonRow>
          <Button>{t('analysis.survey.import.look')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
