import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { Button, ErrorSummary, Form, Heading, Lead, Section, Stack, Table, TextField } from '../../../ui/index.ts'
import type { DataZone } from '../municipality-store.ts'

type Props = {
  readonly t: Texts
  readonly zones: readonly DataZone[]
  /** Identifier of the zone that the form adds. */
  readonly id: string
  readonly form: FilledForm
}

/** The controllers whose data are kept apart, and a form for another partner. */
export function ZonesPage({ t, zones, id, form }: Props) {
  return (
    <Stack gap="large">
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('municipalities.zones.title')}</Heading>
      <Lead>{t('municipalities.zones.lead')}</Lead>
      <Table
        caption={t('municipalities.zones.title')}
        captionHidden
        rows={zones}
        rowKey={(zone) => zone.id}
        columns={[
          { key: 'name', heading: t('municipalities.name'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'kind',
            heading: t('municipalities.zones.kind'),
            cell: ({ kind }) => t(`municipalities.zones.${kind}`),
          },
        ]}
      />
      <Section title={t('municipalities.zones.add')}>
        <Form action="/admin/zones" hidden={{ id }}>
          <TextField {...form.field('name')} label={t('municipalities.zones.name')} maxLength={160} required />
          <Button icon="plus">{t('municipalities.zones.add')}</Button>
        </Form>
      </Section>
    </Stack>
  )
}
