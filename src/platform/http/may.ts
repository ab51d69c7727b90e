import type { MiddlewareHandler } from 'hono'
import type { AccessRule } from '../access/rule.ts'
import type { Env } from './context.ts'
import { forbidden, notFound } from './errors.ts'

const rules = new WeakMap<object, AccessRule>()

/**
 * The access rule of a route, named where the route is: `routes.get('/inbox', may(readInbox), …)`. Somebody who is not
 * signed in goes to the sign-in page and comes back; somebody who may not gets 403. A test finds routes without one.
 */
export function may(rule: AccessRule): MiddlewareHandler<Env> {
  const guard: MiddlewareHandler<Env> = async (c, next) => {
    const actor = c.get('actor')
    const isAllowed = rule.name === 'everyone' || (actor !== undefined && rule.allows(actor))
    if (isAllowed) {
      refuseStrangeIdentifiers(c.req.param())
      return next()
    }
    const isVisitor = actor === undefined || actor.kind === 'public'
    if (!isVisitor) forbidden(rule.name)
    if (c.req.path.startsWith('/api/')) return c.json({ error: 'not-signed-in' }, 401)
    return c.redirect(
      c.req.method === 'GET' ? `/sign-in?next=${encodeURIComponent(localPath(c.req.url))}` : '/sign-in',
      303,
    )
  }
  rules.set(guard, rule)
  return guard
}

/** The rule of a handler made by `may`, for the test that walks all routes. */
export function ruleOf(handler: object): AccessRule | undefined {
  return rules.get(handler)
}

/** `:id` and `:…Id` in an address are UUIDs; anything else is nothing we have, and need not reach the database. */
function refuseStrangeIdentifiers(parameters: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(parameters))
    if (/^id$|Id$/.test(name) && !uuid.test(value)) notFound(name, 'that is no identifier')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function localPath(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
