import type { Hono } from 'hono'
import type { AppNeeds } from '../../src/app.tsx'
import { netegemId } from '../../src/demo/netegem.ts'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import type { Env } from '../../src/platform/http/index.ts'
import { crawl } from './crawl.ts'
import { openDemoWorld } from './demo-world.ts'
import { filledFields } from './filled-in.ts'
import { elementsOf, type Markup, readMarkup } from './markup.ts'
import type { World } from './world.ts'

/** The demo municipality with everything in it and everybody who works there. */
export type Netegem = { readonly world: World; readonly people: readonly StaffActor[] }

/** A form as somebody finds it on a page: what a browser would send when nothing is typed. */
export type FoundForm = {
  /** Who found it; nobody is a passer-by. */
  readonly who: StaffActor | undefined
  readonly page: string
  readonly action: string
  /** The pattern of the route it is sent to. */
  readonly route: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly markup: Markup
}

/** Opens Netegem in a world of its own. Close the world in `afterAll`. */
export async function openNetegem(over: Partial<AppNeeds> = {}): Promise<Netegem> {
  const world = await openDemoWorld(over)
  return { world, people: await peopleOfNetegem(world) }
}

/** Everybody with a membership of Netegem that has not ended. */
export async function peopleOfNetegem(world: World): Promise<readonly StaffActor[]> {
  const rows = await world.database.owner
    .selectFrom('identity.membership as m')
    .innerJoin('identity.account as a', 'a.id', 'm.account_id')
    .select(['m.id', 'm.account_id', 'm.zone_id', 'm.role', 'm.secrecy', 'm.neighbourhood_ids', 'a.name'])
    .where('m.municipality_id', '=', netegemId)
    .where('m.ended_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    kind: 'staff',
    userId: row.account_id,
    membershipId: row.id,
    name: row.name,
    municipalityId: netegemId,
    zoneId: row.zone_id,
    role: row.role as StaffActor['role'],
    secrecy: row.secrecy as StaffActor['secrecy'],
    neighbourhoods: row.neighbourhood_ids ?? 'all',
  }))
}

/** The pages that `who` (nobody: a passer-by) reaches by following links, few of each route, and the forms on them. */
export async function lookAround({ world }: Netegem, who: StaffActor | undefined, ofEachRoute = 2) {
  const from = who ? ['/today'] : ['/', '/in/netegem', '/sign-in']
  const { pages } = await crawl(world.as(who), from, mostPages, ofEachRoute, shapeByRoute(world.app.web))
  const forms = [...pages].flatMap(([page, html]) =>
    elementsOf(readMarkup(html), 'form').flatMap((markup) => foundForm(world, who, page, markup) ?? []),
  )
  return { pages, forms }
}

/** More than there are routes: a walk ends because it saw every one, not because it had enough. */
export const mostPages = 1000

/** Addresses of one route have one shape, with another one for those that ask something. */
export const shapeByRoute = (web: Hono<Env>) => (path: string) => {
  const { pathname, search } = new URL(path, 'http://localhost')
  return `${routeOf(web, 'GET', pathname)}${search && '?'}`
}

function foundForm(world: World, who: StaffActor | undefined, page: string, markup: Markup): FoundForm | undefined {
  if (markup.attributes.method?.toLowerCase() !== 'post') return undefined
  const { pathname, search } = new URL(markup.attributes.action || page, `http://localhost${page}`)
  const route = routeOf(world.app.web, 'POST', pathname)
  return route ? { who, page, action: pathname + search, route, fields: filledFields(markup, {}), markup } : undefined
}

/** The pattern of the first route that answers a path. */
export function routeOf(web: Hono<Env>, method: string, path: string): string | undefined {
  const [found] = web.router.match(method, path)
  return found.map(([[, route]]) => route).find((route) => route.method !== 'ALL' || !route.path.endsWith('/*'))?.path
}
