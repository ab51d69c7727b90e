import type { IsoDate } from '@meernet/calendar'
import type { Organisation, OrganisationInput } from '../organisation.ts'
import type { Service, ServiceInput } from '../service.ts'
import { type Incoming, organisationWith, serviceWith } from './incoming.ts'
import type { Problem } from './source.ts'

/** What an import will do: what to write, and the same to show. */
export type ImportPlan = {
  readonly organisations: readonly OrganisationInput[]
  readonly services: readonly (ServiceInput & { readonly verifiedOn: IsoDate })[]
  readonly changes: readonly Change[]
  readonly counts: { readonly organisations: Counts; readonly services: Counts }
  /** Services whose organisation is neither in the file nor here. */
  readonly problems: readonly Problem[]
}
export type Counts = { readonly new: number; readonly changed: number; readonly unchanged: number }

/** One sheet that is added or changed; `fields` are ours, and empty for a new one. */
export type Change = {
  readonly of: 'organisation' | 'service'
  readonly id: string
  readonly name: string
  readonly kind: 'new' | 'changed'
  readonly fields: readonly string[]
}

type Known = { readonly organisations: readonly Organisation[]; readonly services: readonly Service[] }

/**
 * Compares a file with what is here. Equal identifiers are the same thing, so a second import of one file changes nothing. What
 * a sheet that was merged says goes to the one it went into. `today` is when nobody says when somebody looked last.
 */
export function planImport(incoming: Incoming, known: Known, today: IsoDate): ImportPlan {
  const sheets = new Map(known.organisations.map((one) => [one.id, one]))
  const keeperOf = (id: string) => sheets.get(id)?.mergedInto ?? id
  const offer = new Map(known.services.map((one) => [one.id, one]))
  const organisations = incoming.organisations.map((one) => {
    const before = sheets.get(one.id)
    return before?.mergedInto ? undefined : compared('organisation', inputOf(before), organisationWith(one, before))
  })
  const sent = new Set(incoming.organisations.map(({ id }) => id))
  const problems = incoming.services
    .filter(({ organisationId }) => !sheets.has(organisationId) && !sent.has(organisationId))
    .map(({ id }) => ({
      path: `service ${id}: organization_id`,
      expected: 'an organization of this file or one that is here',
    }))
  const services = incoming.services.map((one) => {
    const before = offer.get(one.id)
    const after = serviceWith({ ...one, organisationId: keeperOf(one.organisationId) }, before, today)
    return compared('service', before && serviceInputOf(before), after)
  })
  const isWritten = <Thing>(one: Compared<Thing> | undefined): one is Compared<Thing> => one?.change !== undefined
  return {
    organisations: organisations.filter(isWritten).map(({ after }) => after),
    services: services.filter(isWritten).map(({ after }) => after),
    changes: [...organisations, ...services].flatMap((one) => one?.change ?? []),
    counts: { organisations: countsOf(organisations), services: countsOf(services) },
    problems,
  }
}

type Compared<Thing> = { readonly after: Thing; readonly change: Change | undefined }

function compared<Thing extends { readonly id: string; readonly name: string }>(
  of: Change['of'],
  before: Thing | undefined,
  after: Thing,
): Compared<Thing> {
  const { id, name } = after
  if (!before) return { after, change: { of, id, name, kind: 'new', fields: [] } }
  const fields = Object.keys(after).filter(
    (field) => comparable(before[field as keyof Thing]) !== comparable(after[field as keyof Thing]),
  )
  return { after, change: fields.length === 0 ? undefined : { of, id, name, kind: 'changed', fields } }
}

/** The order of a list says nothing here. */
const comparable = (value: unknown) =>
  JSON.stringify(Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value)

function countsOf(list: readonly (Compared<unknown> | undefined)[]): Counts {
  const count = (kind: Change['kind'] | undefined) => list.filter((one) => one?.change?.kind === kind).length
  return { new: count('new'), changed: count('changed'), unchanged: count(undefined) }
}

function inputOf(organisation: Organisation | undefined): OrganisationInput | undefined {
  if (!organisation) return undefined
  const { endedOn: _, mergedInto: __, version: ___, ...input } = organisation
  return input
}

function serviceInputOf(service: Service): ServiceInput & { readonly verifiedOn: IsoDate } {
  const { organisationName: _, zoneId: __, version: ___, ...input } = service
  return input
}
