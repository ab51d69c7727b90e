import type { Texts } from '../../../platform/messages/index.ts'
import { BackLink, Button, ButtonRow, Form, Heading, Lead, Link, LinkButton, Stack } from '../../../ui/index.ts'
import type { Service } from '../service.ts'
import { ServiceDetails } from './service-details.tsx'

type Props = {
  readonly t: Texts
  readonly service: Service
  readonly neighbourhoods: readonly string[]
  readonly mayChange: boolean
  readonly mayReadOrganisation: boolean
}

/** One service in the workplace: what residents read, and for who keeps it up to date the two buttons for that. */
export function ServicePage({ t, service, neighbourhoods, mayChange, mayReadOrganisation }: Props) {
  return (
    <Stack>
      <BackLink href="/services" text={t('organisations.services')} />
      <Heading level={1}>{service.name}</Heading>
      <Lead>
        {mayReadOrganisation ? (
          <Link href={`/organisations/${service.organisationId}`}>{service.organisationName}</Link>
        ) : (
          service.organisationName
        )}
      </Lead>
      <ServiceDetails t={t} service={service} neighbourhoods={neighbourhoods} />
      {mayChange ? (
        <ButtonRow>
          <Form action={`/services/${service.id}/verification`} look="inline">
            <Button icon="circle-check">{t('organisations.service.verify')}</Button>
          </Form>
          <LinkButton href={`/services/${service.id}/edit`} icon="pencil">
            {t('organisations.service.edit')}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </Stack>
  )
}
