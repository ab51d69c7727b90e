import type { Texts } from '../../../platform/messages/index.ts'
import { Cluster, Heading, Link, LinkButton, Stack } from '../../../ui/index.ts'
import type { ServicesFound } from '../search/service-search-store.ts'
import type { ServiceFilter } from '../service-filter.ts'
import { type FilterChoices, ServiceFilters } from './service-filters.tsx'
import { ServiceList } from './service-list.tsx'

type Props = FilterChoices & {
  readonly t: Texts
  readonly found: ServicesFound
  readonly filter: ServiceFilter
  readonly mayChange: boolean
  /** Whether files may be taken over. */
  readonly mayExchange: boolean
}

/** The service map in the workplace. */
export function ServicesPage({ t, found, filter, mayChange, mayExchange, ...choices }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('organisations.services')}</Heading>
        {mayChange ? (
          <Cluster>
            {mayExchange ? <Link href="/services/imports/new">{t('organisations.import')}</Link> : null}
            <LinkButton href="/services/new" look="primary" icon="plus">
              {t('organisations.service.new')}
            </LinkButton>
          </Cluster>
        ) : null}
      </Cluster>
      <ServiceFilters t={t} filter={filter} path="/services" withStale={mayChange} {...choices} />
      <ServiceList t={t} found={found} filter={filter} path="/services" />
    </Stack>
  )
}
