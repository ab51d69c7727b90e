import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { RefusalSection } from '../../../../platform/published-files/refusal-section.tsx'
import {
  BackLink,
  Button,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { editionsOffered } from '../forms.ts'
import { DecimalField } from './decimal-field.tsx'

type Props = { readonly t: Texts; readonly form: FilledForm; readonly refused: FileRefused | undefined }

/** Sends a file of figures, with what the file does not say itself. */
export function SendFiguresPage({ t, form, refused }: Props) {
  const { value: mapping, ...mappingField } = form.field('mapping')
  return (
    <Stack>
      <BackLink href="/analysis/figures" text={t('analysis.figures')} />
      <Heading level={1}>{t('analysis.import')}</Heading>
      <Lead>{t('analysis.import.lead')}</Lead>
      <Form action="/analysis/figures/imports" encType="multipart/form-data">
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {refused ? <RefusalSection t={t} refused={refused} explanation={`analysis.refused.${refused.code}`} /> : null}
        <FileField
          name="file"
          label={t('analysis.import.file')}
          hint={t('analysis.import.file.hint')}
          accept=".csv,.txt,.tsv,.json,.gz,.zip,.xlsx,.xls,.ods"
          error={form.field('file').error}
          required
        />
        <TextField {...form.field('period')} label={t('analysis.period')} hint={t('analysis.import.period.hint')} />
        <Select
          {...form.field('edition')}
          label={t('analysis.edition')}
          hint={t('analysis.import.edition.hint')}
          emptyText={t('analysis.import.edition.byItself')}
          choices={editionsOffered.map((value) => ({ value, label: t(`analysis.import.edition.${value}`) }))}
        />
        <TextField {...form.field('source')} label={t('analysis.source')} hint={t('analysis.import.source.hint')} />
        <TextField {...form.field('licence')} label={t('analysis.licence')} hint={t('analysis.import.licence.hint')} />
        <TextField
          {...form.field('missing')}
          label={t('analysis.import.missing')}
          hint={t('analysis.import.missing.hint')}
        />
        <DecimalField t={t} form={form} />
        <Disclosure summary={t('analysis.import.mapping')} open={mapping !== ''}>
          <TextArea
            {...mappingField}
            value={mapping}
            rows={10}
            label={t('analysis.import.mapping.label')}
            hint={t('analysis.import.mapping.hint')}
          />
        </Disclosure>
        <ButtonRow>
          <Button>{t('analysis.import.look')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
