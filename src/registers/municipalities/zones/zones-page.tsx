import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { Button, ErrorSummary, Form, Heading, Lead, Link, Section, Stack, Table, TextField } from '../../../ui/index.ts'
import type { GuardedZone } from './officers.ts'

type Props = {
  readonly t: Texts
  readonly zones: readonly GuardedZone[]
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
          {
            key: 'officer',
            heading: t('municipalities.zones.officer'),
            cell: (zone) => <Officer t={t} zone={zone} />,
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

function Officer({ t, zone }: { readonly t: Texts; readonly zone: GuardedZone }) {
  if (zone.officers.length > 0) return <>{t.list(zone.officers)}</>
  if (!zone.lacksOfficer) return <>{t('municipalities.zones.nobodyYet')}</>
  return (
    <Link href={`/admin/memberships/new?zone=${zone.id}&role=dataProtectionOfficer`}>
      {t('municipalities.zones.inviteOfficer')}
    </Link>
  )
}
