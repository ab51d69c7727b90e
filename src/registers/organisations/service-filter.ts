import { type Ctx, type FormValues, identifier } from '../../platform/http/index.ts'
import { groupContent } from '../frameworks/index.ts'
import type { ServiceQuery } from './search/service-search-store.ts'
import { isSpokenLanguage, waysIn } from './service.ts'

/** How many services a page of the list shows. */
export const pageSize = 20

/** What the address of a list asks for; what is not understood is left out. */
export type ServiceFilter = Pick<
  ServiceQuery,
  'words' | 'group' | 'neighbourhoodId' | 'isFree' | 'language' | 'wayIn'
> & {
  /** Staff: only what nobody looked at for a year. */
  readonly isStale: boolean
  readonly page: number
}

/** Reads the filter from the address: `?q=taal&group=newcomer&free=yes&page=2`. */
export function filterFrom(c: Ctx): ServiceFilter {
  const asked = (name: string) => c.req.query(name)?.trim() || undefined
  const [group, language, wayIn, neighbourhood] = [
    asked('group'),
    asked('language'),
    asked('way'),
    asked('neighbourhood'),
  ]
  return {
    words: asked('q')?.slice(0, 200),
    group: groupContent.entries.find(({ code }) => code === group)?.code,
    language: language !== undefined && isSpokenLanguage(language) ? language : undefined,
    wayIn: waysIn.find((way) => way === wayIn),
    neighbourhoodId: identifier().safeParse(neighbourhood).success ? neighbourhood : undefined,
    isFree: asked('free') === 'yes' ? true : undefined,
    isStale: asked('stale') === 'yes',
    page: Math.min(500, Math.max(1, Number.parseInt(asked('page') ?? '1', 10) || 1)),
  }
}

/** The filter as values of the form above the list. */
export function filterValues(filter: ServiceFilter): FormValues {
  return {
    q: filter.words,
    group: filter.group,
    neighbourhood: filter.neighbourhoodId,
    language: filter.language,
    way: filter.wayIn,
    free: filter.isFree ? 'yes' : undefined,
    stale: filter.isStale ? 'yes' : undefined,
  }
}

/** Address of the list at `path` with this filter, some of it changed. */
export function hrefOf(path: string, filter: ServiceFilter, change: Partial<ServiceFilter> = {}): string {
  const next = { ...filter, page: 1, ...change }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filterValues(next))) if (typeof value === 'string') search.set(name, value)
  if (next.page > 1) search.set('page', String(next.page))
  return search.size > 0 ? `${path}?${search}` : path
}
