import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { RefusalSection } from '../../../../platform/published-files/refusal-section.tsx'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  Disclosure,
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

const editions = ['2018', '2024', '2025'] as const

/** Sends a file of areas or a table between them, with what the file does not say itself. */
export function SendAreasPage({ t, form, refused }: Props) {
  const isOpen = [...stated].some((name) => form.field(name).error !== undefined || form.field(name).value !== '')
  return (
    <Stack>
      <BackLink href="/areas" text={t('places.areas')} />
      <Heading level={1}>{t('places.areas.import')}</Heading>
      <Lead>{t('places.areas.import.lead')}</Lead>
      <Form action="/areas/imports" encType="multipart/form-data">
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {refused ? (
          <RefusalSection t={t} refused={refused} explanation={`places.areas.refused.${refused.code}`} />
        ) : null}
        <FileField
          name="file"
          label={t('places.areas.file')}
          hint={t('places.areas.file.hint')}
          accept=".geojson,.json,.topojson,.gpkg,.gml,.zip,.gz,.csv,.txt,.tsv,.xlsx,.xls,.ods"
          error={form.field('file').error}
          required
        />
        <Disclosure summary={t('places.areas.notSaid')} open={isOpen}>
          <Stack>
            <Select
              {...form.field('edition')}
              label={t('places.areas.edition')}
              hint={t('places.areas.edition.hint')}
              choices={[
                { value: '', label: t('places.areas.edition.said') },
                ...editions.map((value) => ({ value, label: t(`places.areas.edition.${value}`) })),
              ]}
            />
            <TextField
              {...form.field('saidNisCode')}
              label={t('places.areas.saidNisCode')}
              hint={t('places.areas.saidNisCode.hint')}
              width="short"
            />
            <TextField
              {...form.field('source')}
              label={t('places.areas.source')}
              hint={t('places.areas.source.hint')}
            />
            <TextField
              {...form.field('licence')}
              label={t('places.areas.licence')}
              hint={t('places.areas.licence.hint')}
            />
            <Checkbox
              name="isApproximate"
              label={t('places.areas.isApproximate')}
              checked={form.field('isApproximate').value !== ''}
            />
          </Stack>
        </Disclosure>
        <ButtonRow>
          <Button>{t('places.areas.look')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

const stated = ['edition', 'saidNisCode', 'source', 'licence', 'isApproximate'] as const
