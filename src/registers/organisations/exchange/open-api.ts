/** The API described in OpenAPI 3.1: what the published HSDS 3 API asks of one, as far as it is here. */
export function openApiOf(municipalityName: string, address: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: `Hulp in de buurt · ${municipalityName}`,
      version: '3.0',
      description:
        'The service map as Open Referral HSDS 3: reading only, without a key. At most 300 requests a minute from one address. ' +
        'Answers may be kept for five minutes; send If-None-Match to ask whether something changed.',
    },
    servers: [{ url: address }],
    paths: {
      '/': { get: operation('What this is') },
      '/services': { get: operation('Services, a page at a time', [...paging, ...filters]) },
      '/services/{id}': { get: operation('A service with all its parts', [identifier]) },
      '/organizations': { get: operation('Organizations, a page at a time', paging) },
      '/organizations/{id}': { get: operation('An organization', [identifier]) },
      '/service_at_locations': { get: operation('Places where a service is given, a page at a time', paging) },
      '/service_at_locations/{id}': { get: operation('A place with its service', [identifier]) },
      '/taxonomies': { get: operation('Lists of terms', paging) },
      '/taxonomies/{id}': { get: operation('A list of terms', [identifier]) },
      '/taxonomy_terms': { get: operation('Terms, a page at a time', paging) },
      '/taxonomy_terms/{id}': { get: operation('A term', [identifier]) },
    },
  }
}

function operation(summary: string, parameters: readonly object[] = []) {
  return {
    summary,
    parameters,
    responses: {
      200: { description: 'As in HSDS 3', content: { 'application/json': { schema: { type: 'object' } } } },
      304: { description: 'Nothing changed since the ETag in If-None-Match' },
      ...(parameters.length > 0 && { 400: { description: 'A parameter is not understood; the answer says which' } }),
      404: { description: 'There is no such thing' },
      429: { description: 'Too many requests; Retry-After says how many seconds to wait' },
    },
  }
}

const parameter = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema })

const identifier = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

const paging = [
  parameter('page', 'Number of the page, from 1', { type: 'integer', minimum: 1, default: 1 }),
  parameter('per_page', 'How many a page', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
]

const filters = [
  parameter('full', 'With all parts of each service', { type: 'boolean', default: false }),
  parameter('search', 'Words, in any order; typing errors are forgiven', { type: 'string', maxLength: 200 }),
  parameter('organization_id', 'Of this organization only', { type: 'string', format: 'uuid' }),
  parameter('modified_after', 'Looked at or changed on this day or later; not together with search', {
    type: 'string',
    format: 'date',
  }),
]
