import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../platform/messages/index.ts'
import { EmptyState, LinkList, Notice, Pagination, Stack, Status, Tag } from '../../../ui/index.ts'
import type { ServiceSummary, ServicesFound } from '../search/service-search-store.ts'
import { isStale } from '../service.ts'
import { hrefOf, pageSize, type ServiceFilter } from '../service-filter.ts'
import { costText } from './service-details.tsx'

type Props = {
  readonly t: Texts
  readonly found: ServicesFound
  readonly filter: ServiceFilter
  readonly path: string
  /** What to do when nothing is found. */
  readonly whenEmpty?: ComponentChildren
}

/** The services found, best first, with how many and the way to the next page. */
export function ServiceList({ t, found, filter, path, whenEmpty }: Props) {
  const { services, total, isPartly } = found
  if (services.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={t('resident.services.none')}
        text={t('resident.services.none.text')}
        action={whenEmpty}
      />
    )
  }
  const pages = Math.ceil(total / pageSize)
  return (
    <Stack>
      <p role="status">{t('resident.services.count', { count: total })}</p>
      {isPartly ? (
        <Notice>
          <p>{t('resident.services.partly')}</p>
        </Notice>
      ) : null}
      <LinkList
        label={t('resident.services.found')}
        items={services.map((service) => rowOf(t, service, path))}
        listKeys
      />
      {pages > 1 ? (
        <Pagination
          label={t('resident.services.pages')}
          summary={t('resident.services.page', { page: filter.page, pages })}
          previous={
            filter.page > 1
              ? { href: hrefOf(path, filter, { page: filter.page - 1 }), text: t('resident.services.page.previous') }
              : undefined
          }
          next={
            filter.page < pages
              ? { href: hrefOf(path, filter, { page: filter.page + 1 }), text: t('resident.services.page.next') }
              : undefined
          }
        />
      ) : null}
    </Stack>
  )
}

function rowOf(t: Texts, service: ServiceSummary, path: string) {
  const isForeign = service.descriptionLanguage !== null && service.descriptionLanguage !== t.language
  return {
    key: service.id,
    href: `${path}/${service.id}`,
    title: service.name,
    meta: (
      <>
        <span>{[service.organisationName, service.city].filter(Boolean).join(', ')}</span>
        <Tag>{costText(t, service)}</Tag>
        {service.waitingWeeks ? (
          <Tag icon="clock">{t('resident.services.wait', { weeks: service.waitingWeeks })}</Tag>
        ) : null}
        {service.status === 'temporarilyClosed' ? (
          <Status word={t('resident.services.closed')} icon="pause" weight="strong" />
        ) : null}
        {isStale(service, t.today) ? <Status word={t('resident.services.old')} icon="triangle-alert" /> : null}
      </>
    ),
    description: (
      <span
        lang={isForeign ? (service.descriptionLanguage ?? undefined) : undefined}
        dir={isForeign ? 'auto' : undefined}
      >
        {service.description}
      </span>
    ),
  }
}
