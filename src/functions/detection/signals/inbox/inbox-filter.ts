import type { IsoDate } from '@meernet/calendar'
import { identifier } from '../../../../platform/http/index.ts'
import { cardSources } from '../../cards/card-input.ts'
import { signalStates, triages } from '../signal.ts'

/** What is shown of the inbox, as the address says it. */
export type InboxFilter = {
  readonly state: (typeof filterStates)[number]
  readonly triage: (typeof triages)[number] | 'none' | undefined
  readonly neighbourhood: string | undefined
  readonly source: (typeof cardSources)[number] | undefined
  /** An account, or one of two words. */
  readonly assignee: 'me' | 'nobody' | (string & {}) | undefined
  readonly due: 'overdue' | 'today' | undefined
  /** What is searched, sealed: an address must not hold a name. */
  readonly q: string | undefined
  readonly page: number
}

/** Limits that come with who asks. */
export type InboxScope = {
  readonly userId: string
  readonly zoneId: string
  readonly today: IsoDate
  /** Neighbourhoods of the membership; undefined: all. */
  readonly neighbourhoodIds: readonly string[] | undefined
}

/** `open`: something is still promised. */
export const filterStates = ['open', ...signalStates, 'all'] as const
/** Signals on one page of the inbox. */
export const pageSize = 25

/** Reads the filter from the query of the address; what it does not know it leaves out. */
export function inboxFilter(query: Readonly<Record<string, string | undefined>>): InboxFilter {
  const oneOf = <Value extends string>(values: readonly Value[], given: string | undefined) =>
    values.find((value) => value === given)
  const uuid = (given: string | undefined) => identifier().safeParse(given).data
  const page = Number(query.page)
  return {
    state: oneOf(filterStates, query.state) ?? 'open',
    triage: oneOf([...triages, 'none'] as const, query.triage),
    neighbourhood: uuid(query.neighbourhood),
    source: oneOf(cardSources, query.source),
    assignee: oneOf(['me', 'nobody'] as const, query.assignee) ?? uuid(query.assignee),
    due: oneOf(['overdue', 'today'] as const, query.due),
    q: query.q || undefined,
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
  }
}

/** The address of the inbox with another filter; what is as usual is left out. */
export function inboxPath(filter: InboxFilter, over: Partial<InboxFilter> = {}, path = '/inbox'): string {
  const { page, state, ...rest } = { ...filter, page: 1, ...over }
  const query = new URLSearchParams()
  if (state !== 'open') query.set('state', state)
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${path}?${query}` : path
}
