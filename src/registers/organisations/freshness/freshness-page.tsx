import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DueDate,
  EmptyState,
  Form,
  Heading,
  Lead,
  Link,
  Stack,
  Table,
} from '../../../ui/index.ts'
import { freshUntil } from './freshness.ts'
import type { DueService } from './freshness-store.ts'

type Props = { readonly t: Texts; readonly services: readonly DueService[]; readonly total: number }

/** Services to look at again: one press when all is still right, else change it. */
export function FreshnessPage({ t, services, total }: Props) {
  return (
    <Stack>
      <BackLink href="/services" text={t('organisations.services')} />
      <Heading level={1}>{t('organisations.freshness')}</Heading>
      {services.length === 0 ? (
        <EmptyState icon="circle-check" title={t('organisations.freshness.none')} />
      ) : (
        <>
          <Lead>{t('organisations.freshness.lead')}</Lead>
          <p role="status">{t('organisations.freshness.count', { count: total })}</p>
          <Table
            caption={t('organisations.freshness')}
            captionHidden
            columns={[
              {
                key: 'name',
                heading: t('organisations.import.service'),
                cell: ({ id, name }) => <Link href={`/services/${id}`}>{name}</Link>,
                rowHeader: true,
              },
              { key: 'organisation', heading: t('organisations.one'), cell: (service) => service.organisationName },
              { key: 'until', heading: t('organisations.freshness.until'), cell: (service) => until(t, service) },
              {
                key: 'acts',
                heading: t('organisations.service.verify'),
                headingHidden: true,
                cell: (service) => <Acts t={t} service={service} />,
              },
            ]}
            rows={services}
            rowKey={({ id }) => id}
          />
        </>
      )}
    </Stack>
  )
}

function until(t: Texts, { verifiedOn }: DueService) {
  const day = freshUntil(verifiedOn)
  return (
    <DueDate words={t.dayInWords(day, { isDeadline: true })} date={t.day(day)} dateTime={day} overdue={day < t.today} />
  )
}

function Acts({ t, service }: { readonly t: Texts; readonly service: DueService }) {
  return (
    <ButtonRow>
      <Form action={`/services/${service.id}/verification`} hidden={{ next: 'freshness' }} look="inline">
        <Button look="secondary" icon="circle-check" about={service.name}>
          {t('organisations.service.verify')}
        </Button>
      </Form>
      <Link href={`/services/${service.id}/edit`}>{t('organisations.freshness.edit')}</Link>
    </ButtonRow>
  )
}
