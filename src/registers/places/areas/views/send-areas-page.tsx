import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Refusal } from '../../../../platform/published-files/refusal.ts'
import { RefusalSection } from '../../../../platform/published-files/refusal-section.tsx'
import { LargeFileField, LargeFileSending, type SentFileSettings } from '../../../../platform/sent-files/index.ts'
import { BackLink, Button, ButtonRow, ErrorSummary, Form, Heading, Lead, Stack } from '../../../../ui/index.ts'
import { StatedFields } from './stated-fields.tsx'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly refused: Refusal | undefined
  readonly settings: SentFileSettings
}

/** Sends a file of areas or a table between them, with what the file does not say itself. */
export function SendAreasPage({ t, form, refused, settings }: Props) {
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
        <LargeFileField
          t={t}
          settings={settings}
          label={t('places.areas.file')}
          hint={t('places.areas.file.hint')}
          accept=".geojson,.json,.topojson,.gpkg,.gml,.zip,.gz,.csv,.txt,.tsv,.xlsx,.xls,.ods"
          error={form.field('file').error}
          required
        />
        <StatedFields t={t} form={form} hasOwnColumns={refused?.code === 'header'} />
        <LargeFileSending t={t} settings={settings} command="meernet import areas" />
        <ButtonRow>
          <Button>{t('places.areas.look')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
