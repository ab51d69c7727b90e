import { everyone } from '../../platform/access/rule.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import {
  actorOf,
  identifier,
  may,
  municipalityOf,
  notFound,
  publicPage,
  type Routes,
} from '../../platform/http/index.ts'
import type { Language } from '../../platform/messages/index.ts'
import { neighbourhoodsOf } from '../places/index.ts'
import { languagesSpoken, searchServices } from './search/service-search-store.ts'
import type { Service } from './service.ts'
import { filterFrom, pageSize, type ServiceFilter } from './service-filter.ts'
import { serviceById } from './service-store.ts'
import { PublicServicePage } from './views/public-service-page.tsx'
import { PublicServicesPage } from './views/public-services-page.tsx'

type Needs = { readonly transact: Transact }

/** The service map on the public site: without signing in, in the reader's language where it is there. */
export function publicServiceRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/in/:municipality/services', may(everyone), async (c) => {
    const t = c.get('t')
    const filter = filterFrom(c)
    const listed = await transact(actorOf(c), (tx) => servicesListed(tx, filter, t.language))
    return publicPage(
      c,
      { title: t('resident.services.title'), isPublished: true },
      <PublicServicesPage t={t} municipality={municipalityOf(c)} filter={filter} {...listed} />,
    )
  })

  routes.get('/in/:municipality/services/:id', may(everyone), async (c) => {
    const t = c.get('t')
    const id = c.req.param('id')
    const shown = await transact(actorOf(c), (tx) => serviceShown(tx, id))
    if (!shown || shown.service.status === 'ended') notFound('service', id)
    return publicPage(
      c,
      { title: shown.service.name, isPublished: true },
      <PublicServicePage t={t} municipality={municipalityOf(c)} {...shown} />,
    )
  })
}

/** One page of the list with what may be chosen above it. `over` narrows it further. */
export async function servicesListed(
  tx: Tx,
  filter: ServiceFilter,
  language: Language,
  over: { readonly verifiedBefore?: string | undefined; readonly zoneId?: string | undefined } = {},
) {
  const { isStale: _, page, ...query } = filter
  const range = { limit: pageSize, offset: (page - 1) * pageSize, textLanguage: language }
  return {
    found: await searchServices(tx, { ...query, ...over, ...range }),
    neighbourhoods: await neighbourhoodsOf(tx),
    languages: await languagesSpoken(tx),
  }
}

/** A service with the names of the neighbourhoods it works in; undefined when there is none or `id` is no identifier. */
export async function serviceShown(
  tx: Tx,
  id: string,
): Promise<{ readonly service: Service; readonly neighbourhoods: readonly string[] } | undefined> {
  const service = identifier().safeParse(id).success ? await serviceById(tx, id) : undefined
  if (!service) return undefined
  const places =
    service.neighbourhoodIds.length > 0 ? await neighbourhoodsOf(tx, { ids: service.neighbourhoodIds }) : []
  return { service, neighbourhoods: places.map(({ name }) => name) }
}
