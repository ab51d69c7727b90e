import type { Texts } from '../../../platform/messages/index.ts'
import { Cluster, EmptyState, Heading, Link, LinkButton, LinkList, Stack, Tag } from '../../../ui/index.ts'
import type { OrganisationSummary } from '../organisation-store.ts'

type Props = {
  readonly t: Texts
  readonly organisations: readonly OrganisationSummary[]
  readonly mayChange: boolean
  readonly mayMerge: boolean
}

/** Organisations that offer something here, by name. */
export function OrganisationsPage({ t, organisations, mayChange, mayMerge }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('organisations.title')}</Heading>
        {mayChange ? (
          <Cluster>
            {mayMerge ? <Link href="/organisations/duplicates">{t('organisations.duplicates')}</Link> : null}
            <LinkButton href="/organisations/new" look="primary" icon="plus">
              {t('organisations.new')}
            </LinkButton>
          </Cluster>
        ) : null}
      </Cluster>
      {organisations.length === 0 ? (
        <EmptyState icon="building-2" title={t('organisations.none')} text={t('organisations.none.text')} />
      ) : (
        <LinkList
          label={t('organisations.title')}
          listKeys
          items={organisations.map((organisation) => ({
            key: organisation.id,
            href: `/organisations/${organisation.id}`,
            title: organisation.name,
            description: organisation.description,
            meta: <Tag>{t('organisations.serviceCount', { count: organisation.services })}</Tag>,
          }))}
        />
      )}
    </Stack>
  )
}
