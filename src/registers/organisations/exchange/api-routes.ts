import type { MiddlewareHandler } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { everyone } from '../../../platform/access/rule.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  actorOf,
  type Ctx,
  type Env,
  HttpError,
  type LimitRate,
  may,
  municipalityOf,
  notFound,
  type Routes,
} from '../../../platform/http/index.ts'
import { organisationsByIds } from '../organisation-store.ts'
import { searchServices } from '../search/service-search-store.ts'
import { type ListQuery, listQueryFrom } from './api-query.ts'
import { uuid } from './checks.ts'
import { pageOf } from './hsds.ts'
import { publishedByIds, publishedOrganisations, publishedServices } from './offer-store.ts'
import { openApiOf } from './open-api.ts'
import { allTerms, taxonomy } from './terms.ts'
import { hsdsOrganization, hsdsService, hsdsServiceAtLocation, hsdsSummary, type PublishedService } from './write.ts'

type Needs = { readonly transact: Transact; readonly limitRate: LimitRate; readonly address: () => string }

/**
 * The service map for other programs, as Open Referral HSDS 3: reading only, what is public only, without signing in. Pages of
 * other sites may read it too (CORS); answers may be kept for five minutes and are the same for everybody.
 */
export function offerApiRoutes(routes: Routes, { transact, limitRate, address }: Needs): void {
  const base = '/in/:municipality/hsds'
  const limit = limitRate({ bucket: 'hsds', max: 300, windowSeconds: 60 })
  const withETag = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] })
  const answer = <Body extends object>(path: string, bodyFor: (c: Ctx) => Promise<Body> | Body) =>
    routes.get(`${base}${path}`, may(everyone), forEverybody, limit, withETag, async (c) => c.json(await bodyFor(c)))
  const reading = <Result>(c: Ctx, work: (tx: Tx) => Promise<Result>) => transact(actorOf(c), work)
  const one = async (c: Ctx, name: string) => {
    const [published] = await reading(c, (tx) => publishedByIds(tx, [idFrom(c, name)]))
    return published && published.service.status !== 'ended' ? published : notFound('service', 'of the API')
  }

  answer('', (c) => ({
    version: '3.0',
    profile: 'https://docs.openreferral.org/en/v3.0.0/',
    openapi_url: `${addressOfApi(c)}/openapi.json`,
  }))
  answer('/openapi.json', (c) => openApiOf(municipalityOf(c).name, addressOfApi(c)))
  answer('/services', async (c) => {
    const query = queryOf(c)
    const { items, total } = await reading(c, (tx) => servicesAsked(tx, query))
    const shown = items.map((item) =>
      query.full === 'true' ? hsdsService(item, municipalityOf(c).name) : hsdsSummary(item),
    )
    return pageOf(shown, total, query.page, query.per_page)
  })
  answer('/services/:service', async (c) => hsdsService(await one(c, 'service'), municipalityOf(c).name))
  answer('/organizations', async (c) => {
    const { page, per_page: perPage } = queryOf(c)
    const { items, total } = await reading(c, (tx) => publishedOrganisations(tx, { page, perPage }))
    return pageOf(items.map(hsdsOrganization), total, page, perPage)
  })
  answer('/organizations/:organization', async (c) => {
    const [organisation] = await reading(c, (tx) => organisationsByIds(tx, [idFrom(c, 'organization')]))
    if (!organisation || organisation.endedOn !== null) notFound('organisation', 'of the API')
    return hsdsOrganization(organisation)
  })
  answer('/service_at_locations', async (c) => {
    const { page, per_page: perPage } = queryOf(c)
    const { items, total } = await reading(c, (tx) => publishedServices(tx, { page, perPage, atAddress: true }))
    return pageOf(
      items.flatMap((item) => placeWithService(item) ?? []),
      total,
      page,
      perPage,
    )
  })
  answer('/service_at_locations/:place', async (c) => {
    return placeWithService(await one(c, 'place')) ?? notFound('service_at_location', 'of the API')
  })
  answer('/taxonomies', () => pageOf([taxonomy], 1, 1, 1))
  answer('/taxonomies/:taxonomy', (c) =>
    c.req.param('taxonomy') === taxonomy.id ? taxonomy : notFound('taxonomy', ''),
  )
  answer('/taxonomy_terms', (c) => {
    const { page, per_page: perPage } = queryOf(c)
    const terms = allTerms()
    return pageOf(terms.slice((page - 1) * perPage, page * perPage), terms.length, page, perPage)
  })
  answer(
    '/taxonomy_terms/:term',
    (c) => allTerms().find(({ id }) => id === c.req.param('term')) ?? notFound('term', ''),
  )

  function addressOfApi(c: Ctx): string {
    return `${address()}/in/${municipalityOf(c).slug}/hsds`
  }
}

/** The services a list shows; with words, best first as on the public site. */
async function servicesAsked(tx: Tx, query: ListQuery) {
  const { page, per_page: perPage, organization_id: organisationId } = query
  if (!query.search) return publishedServices(tx, { page, perPage, organisationId, verifiedFrom: query.modified_after })
  const range = { limit: perPage, offset: (page - 1) * perPage }
  const { services, total } = await searchServices(tx, { words: query.search, organisationId, ...range })
  const ids = services.map(({ id }) => id)
  return { items: await publishedByIds(tx, ids), total }
}

function placeWithService(published: PublishedService) {
  const place = hsdsServiceAtLocation(published.service)
  return place && { ...place, service: hsdsSummary(published) }
}

/** Answers that hold for everybody: other sites may read them, and errors are JSON as well. */
const forEverybody: MiddlewareHandler<Env> = async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cache-Control', 'public, max-age=300')
  await next()
  if (!c.error) return
  const { status, code } = c.error instanceof HttpError ? c.error : { status: 500 as const, code: 'unexpected' }
  const retryAfter = c.res.headers.get('Retry-After')
  const wrong = c.error instanceof WrongQuery ? c.error.wrong : {}
  c.res = undefined
  c.res = c.json({ error: code, ...wrong, requestId: c.get('requestId') }, status, {
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    ...(retryAfter !== null && { 'Retry-After': retryAfter }),
  })
}

/** Something in the address is not understood; the answer says which parameter. */
class WrongQuery extends HttpError {
  readonly wrong: object

  constructor(wrong: object) {
    super(400, 'bad-request', 'query of the API')
    this.wrong = wrong
  }
}

function queryOf(c: Ctx): ListQuery {
  const parsed = listQueryFrom(c.req.query())
  if (!parsed.ok) throw new WrongQuery(parsed.wrong)
  return parsed.query
}

/** NOTE not named `:id`: a strange identifier would be answered as a page, before errors are JSON. */
function idFrom(c: Ctx, name: string): string {
  const id = c.req.param(name) ?? ''
  return uuid[0](id) ? id : notFound(name, 'that is no identifier')
}
