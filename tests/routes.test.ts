import { afterAll, beforeAll, expect, test } from 'vitest'
import { ruleOf } from '../src/platform/http/index.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ isDemo: true, isDevelopment: true })
})
afterAll(() => world.close())

/** All handlers by method and path; middleware for everything (`ALL /*`) is not a route. */
const routes = () =>
  Map.groupBy(
    world.app.web.routes.filter(({ method, path }) => !(method === 'ALL' && path === '/*')),
    ({ method, path }) => `${method} ${path}`,
  )

test('there are routes to look at', () => {
  expect(routes().size).toBeGreaterThan(20)
})

test('every route names its access rule first', () => {
  const open = [...routes()].filter(([, handlers]) => !handlers[0] || !ruleOf(handlers[0].handler))
  expect(open.map(([route]) => route)).toEqual([])
})

test('no address carries a word for a person', () => {
  const suspicious = [...routes().keys()].filter((route) => /:(name|email|phone|code)\b/i.test(route))
  expect(suspicious).toEqual([])
})
