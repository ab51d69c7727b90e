import type { PublicMunicipality } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { ButtonRow, Heading, Lead, LinkButton, Stack } from '../../../ui/index.ts'
import type { ServicesFound } from '../search/service-search-store.ts'
import type { ServiceFilter } from '../service-filter.ts'
import { type FilterChoices, ServiceFilters } from './service-filters.tsx'
import { ServiceList } from './service-list.tsx'

type Props = FilterChoices & {
  readonly t: Texts
  readonly municipality: PublicMunicipality
  readonly found: ServicesFound
  readonly filter: ServiceFilter
}

/** Finding help in the neighbourhood, without signing in. */
export function PublicServicesPage({ t, municipality, found, filter, ...choices }: Props) {
  const base = `/in/${municipality.slug}`
  return (
    <Stack>
      <Heading level={1}>{t('resident.services.title')}</Heading>
      <Lead>{t('resident.services.lead')}</Lead>
      <ServiceFilters t={t} filter={filter} path={`${base}/services`} {...choices} />
      <ServiceList
        t={t}
        found={found}
        filter={filter}
        path={`${base}/services`}
        whenEmpty={
          <ButtonRow>
            <LinkButton href={`${base}/card`} look="primary">
              {t('resident.services.ask')}
            </LinkButton>
          </ButtonRow>
        }
      />
    </Stack>
  )
}
