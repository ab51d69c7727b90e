import { uuid } from './checks.ts'
import type { Incoming, IncomingOrganisation, IncomingService } from './incoming.ts'
import { readOrganization } from './read-organization.ts'
import { type ReadingHere, readService } from './read-service.ts'
import { type LeftOut, type Problem, reading, type Source } from './source.ts'
import { asNested } from './tables.ts'

/** A file in our own words, with all that is wrong in it and all that we have no place for. */
export type ReadFile = Incoming & { readonly problems: readonly Problem[]; readonly leftOut: readonly LeftOut[] }

/**
 * Reads Open Referral HSDS 3 JSON: a page or list of services or organizations, one of them with all its parts, the tables of a
 * data package by file name (`services.csv`), or our own export. Never throws: what is wrong is in `problems`.
 */
export function readHsds(json: unknown, here: ReadingHere): ReadFile {
  const file = reading(asNested(json))
  const organisations = new Map<string, IncomingOrganisation>()
  const services = new Map<string, IncomingService>()
  const addOrganisation = (source: Source) => {
    const organisation = readOrganization(source)
    if (organisation) organisations.set(organisation.id, merged(organisations.get(organisation.id), organisation))
    return organisation?.id
  }
  const addService = (source: Source, ownerId?: string) => {
    const embedded = source.one('organization')
    const organisationId =
      ownerId ?? (embedded ? addOrganisation(embedded) : source.required('organization_id', ...uuid)?.toLowerCase())
    const service = readService(source, organisationId, here)
    if (service) services.set(service.id, service)
  }
  for (const item of itemsOf(file.root)) {
    if (item.has('status')) addService(item)
    else {
      const id = addOrganisation(item)
      for (const service of item.list('services')) addService(service, id)
    }
  }
  if (organisations.size + services.size === 0 && file.problems.length === 0)
    file.problems.push({ path: 'file', expected: 'services or organizations of Open Referral HSDS 3' })
  return {
    organisations: [...organisations.values()],
    services: [...services.values()],
    problems: file.problems,
    leftOut: file.leftOut(),
  }
}

/** The services and organizations of a file, wherever its shape keeps them. Counts of pages are no content. */
function itemsOf(root: Source): readonly Source[] {
  const whole = root.one('file')
  if (!whole) return []
  for (const count of ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty'])
    whole.text(count)
  const lists = ['contents', 'services', 'organizations'].filter((name) => whole.has(name) && !whole.has('name'))
  return lists.length > 0 ? lists.flatMap((name) => whole.list(name)) : whole.has('name') ? [whole] : []
}

/** One organization named at several services: what a later mention leaves out, an earlier may have said. */
function merged(before: IncomingOrganisation | undefined, now: IncomingOrganisation): IncomingOrganisation {
  const said = Object.entries(now).filter(([, value]) => value !== undefined)
  return { ...now, ...before, ...Object.fromEntries(said) }
}
