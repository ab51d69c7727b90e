type Row = Readonly<Record<string, unknown>>
type Tables = ReadonlyMap<string, readonly Row[]>

/**
 * The shapes of HSDS that are not nested by service, nested: the tables of a data package (by file name, as JSON or from CSV)
 * and places with their service in them. All other JSON is given back as it is; rows that belong to nothing stay as they are,
 * so that they are listed as left out.
 */
export function asNested(json: unknown): unknown {
  if (Array.isArray(json)) return { contents: json.map(serviceOfPlace) }
  if (!isRow(json)) return json
  if (Object.keys(json).some((name) => name.endsWith('.csv'))) return fromTables(json)
  if (Array.isArray(json.contents)) return { ...json, contents: json.contents.map(serviceOfPlace) }
  return serviceOfPlace(json)
}

/** A service_at_location with its service becomes that service, done at that place. */
function serviceOfPlace(item: unknown): unknown {
  if (!isRow(item) || !isRow(item.service)) return item
  const { service, ...place } = item
  return { ...service, service_at_locations: [place] }
}

/** Rows of each kind, hung under the row they point to. Names of tables as published: in the singular or the plural. */
function fromTables(json: Row): Row {
  const tables = tablesByKind(json)
  const terms = byId(rowsOf(tables, 'taxonomy_term'))
  const attributes = rowsOf(tables, 'attribute').map((row) => ({
    ...row,
    taxonomy_term: terms.get(row.taxonomy_term_id),
  }))
  const locations = byId(withParts(rowsOf(tables, 'location'), partsOf(tables, 'location_id', locationParts)))
  const places = rowsOf(tables, 'service_at_location').map((row) => ({
    ...row,
    location: locations.get(row.location_id),
  }))
  const organizations = withParts(
    rowsOf(tables, 'organization'),
    partsOf(tables, 'organization_id', { phone: 'phones', organization_identifier: 'organization_identifiers' }),
  )
  const organizationById = byId(organizations)
  const services = withParts(rowsOf(tables, 'service'), {
    ...partsOf(tables, 'service_id', serviceParts),
    service_at_locations: Map.groupBy(places, (row: Row) => row.service_id),
    attributes: Map.groupBy(attributes, (row: Row) => row.link_id),
  }).map((row) => ({ ...row, organization: organizationById.get(row.organization_id) }))
  const owners = new Set(services.map((service: Row) => service.organization_id))
  const others = [...tables].filter(([kind]) => !nestedKinds.has(kind)).map(([kind, rows]) => [`${kind}.csv`, rows])
  return {
    ...Object.fromEntries(others),
    services,
    organizations: organizations.filter(({ id }) => !owners.has(id)),
  }
}

/** Some publish a table under two names (`address.csv`, `addresses.csv`): rows with one identifier are one. */
function tablesByKind(json: Row): Tables {
  const tables = new Map<string, Map<unknown, Row>>()
  for (const [name, rows] of Object.entries(json)) {
    const kind = kindOf(name)
    const known = tables.get(kind) ?? new Map<unknown, Row>()
    for (const row of Array.isArray(rows) ? rows.filter(isRow) : [])
      known.set(row.id ?? row, { ...known.get(row.id ?? row), ...row })
    tables.set(kind, known)
  }
  return new Map([...tables].map(([kind, rows]) => [kind, [...rows.values()]]))
}

const serviceParts = {
  phone: 'phones',
  schedule: 'schedules',
  service_area: 'service_areas',
  language: 'languages',
  cost_option: 'cost_options',
}
const locationParts = { address: 'addresses', phone: 'phones', accessibility: 'accessibility' }
const nestedKinds: ReadonlySet<string> = new Set([
  ...Object.keys(serviceParts),
  ...Object.keys(locationParts),
  'service',
  'organization',
  'organization_identifier',
  'location',
  'service_at_location',
  'attribute',
  'taxonomy_term',
])

type Parts = Readonly<Record<string, ReadonlyMap<unknown, readonly Row[]>>>

/** Per name of a part, its rows by the row they belong to. */
function partsOf(tables: Tables, key: string, kinds: Readonly<Record<string, string>>): Parts {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, name]) => [name, Map.groupBy(rowsOf(tables, kind), (row) => row[key])]),
  )
}

function withParts(rows: readonly Row[], parts: Parts): readonly Row[] {
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      Object.entries(parts).flatMap(([name, byOwner]) => {
        const own = byOwner.get(row.id)
        return own ? [[name, own]] : []
      }),
    ),
  }))
}

const rowsOf = (tables: Tables, kind: string) => tables.get(kind) ?? []
const byId = (rows: readonly Row[]) => new Map(rows.map((row): [unknown, Row] => [row.id, row]))

/** `services.csv`, `service.csv` → `service`; `addresses.csv` → `address`; `taxonomies.csv` → `taxonomy`. */
const kindOf = (file: string) =>
  file
    .replace(/^.*\//, '')
    .replace(/\.csv$/, '')
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
