import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  ButtonRow,
  type ContactLine,
  ContactLines,
  DescriptionList,
  EmptyState,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Section,
  Stack,
  Status,
} from '../../../ui/index.ts'
import { formatEnterpriseNumber, type Organisation } from '../organisation.ts'
import type { ServiceSummary } from '../search/service-search-store.ts'
import { isStale } from '../service.ts'

type Props = {
  readonly t: Texts
  readonly organisation: Organisation
  readonly services: readonly ServiceSummary[]
  /** Name of the data zone that keeps it up to date; undefined: the municipality does. */
  readonly keeper: string | undefined
  readonly mayChange: boolean
}

/** The sheet of one organisation with what it offers. */
export function OrganisationPage({ t, organisation, services, keeper, mayChange }: Props) {
  const number = organisation.enterpriseNumber
  const contact = contactLinesOf(t, organisation)
  return (
    <Stack>
      <BackLink href="/organisations" text={t('organisations.title')} />
      <Heading level={1}>{organisation.name}</Heading>
      {organisation.description ? <Lead>{organisation.description}</Lead> : null}
      {contact.length > 0 ? <ContactLines lines={contact} /> : null}
      <DescriptionList
        items={[
          { term: t('organisations.alternateName'), value: organisation.alternateName },
          { term: t('organisations.legalForm'), value: organisation.legalForm },
          { term: t('organisations.enterpriseNumber'), value: number ? formatEnterpriseNumber(number) : undefined },
          { term: t('organisations.keeper'), value: keeper ?? t('organisations.keeper.municipality') },
        ]}
      />
      {mayChange ? (
        <ButtonRow>
          <LinkButton href={`/services/new?organisation=${organisation.id}`} icon="plus">
            {t('organisations.service.new')}
          </LinkButton>
          <LinkButton href={`/organisations/${organisation.id}/edit`} icon="pencil">
            {t('organisations.edit')}
          </LinkButton>
        </ButtonRow>
      ) : null}
      <Section title={t('organisations.services')}>
        {services.length === 0 ? (
          <EmptyState icon="search" title={t('organisations.noServices')} />
        ) : (
          <LinkList label={t('organisations.services')} items={services.map((service) => rowOf(t, service))} listKeys />
        )}
      </Section>
    </Stack>
  )
}

function rowOf(t: Texts, service: ServiceSummary) {
  return {
    key: service.id,
    href: `/services/${service.id}`,
    title: service.name,
    description: service.description,
    meta: isStale(service, t.today) ? <Status word={t('resident.services.old')} icon="triangle-alert" /> : undefined,
  }
}

function contactLinesOf(t: Texts, { phone, email, website }: Organisation): readonly ContactLine[] {
  const lines: readonly { kind: ContactLine['kind']; text: string | null }[] = [
    { kind: 'phone', text: phone },
    { kind: 'email', text: email },
    { kind: 'web', text: website },
  ]
  return lines.flatMap(({ kind, text }) =>
    text ? [{ kind, text, label: t(`resident.services.contact.${kind}`) }] : [],
  )
}
