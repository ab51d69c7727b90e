import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { netegemId } from '../../src/demo/netegem.ts'
import { roles, type StaffActor } from '../../src/platform/access/actor.ts'
import { browsersThatRemember } from '../support/browsers-that-remember.ts'
import { crawl, identifiersIn, type PostForm } from '../support/crawl.ts'
import { openDemoWorld } from '../support/demo-world.ts'
import { makeWhatTheDemoLacks } from '../support/made/in-netegem.ts'
import type { Made } from '../support/made/made.ts'
import { mostPages, peopleOfNetegem, routeOf, shapeByRoute } from '../support/netegem.ts'
import { type Known, pathFor } from '../support/strange-requests.ts'
import { fingerprintOf, type MunicipalTable, tablesOfMunicipalities } from '../support/tables-of-municipalities.ts'
import { makeMunicipality, makeStaff, type World } from '../support/world.ts'

/**
 * Netegem with everything in it, and somebody of every role from elsewhere, from another data zone, from another case. They
 * ask for every page that anybody of Netegem can reach and every other that names something, send every form found there and
 * to every other route, and look in every table.
 */
let world: World
let insiders: readonly StaffActor[]
let strangers: readonly StaffActor[]
let reached: ReadonlyMap<string, string>
let forms: readonly PostForm[]
let made: readonly Made[]
/** Addresses of Netegem, all of them and one of each route that was met. */
let known: Pick<Known, 'paths' | 'met'>

let tables: readonly MunicipalTable[]

beforeAll(async () => {
  world = await openDemoWorld()
  insiders = await peopleOfNetegem(world)
  const elsewhere = await makeMunicipality(world, 'Elders', '99001')
  strangers = await Promise.all(roles.map((role) => makeStaff(world, elsewhere, { role })))
  tables = await tablesOfMunicipalities(world)
  const reaches = []
  const shapeOf = shapeByRoute(world.app.web)
  const browserOf = browsersThatRemember(world)
  for (const insider of insiders) reaches.push(await crawl(browserOf(insider), ['/today'], mostPages, 2, shapeOf))
  made = await makeWhatTheDemoLacks({ world, people: insiders })
  reached = new Map(reaches.flatMap(({ pages }) => [...pages]))
  forms = reaches.flatMap((reach) => reach.forms)
  const files = reaches.flatMap((reach) => reach.files)
  const asked = [...reached.keys(), ...files, ...forms.map(({ action }) => action), ...made.map(({ path }) => path)]
  const paths = asked.map((path) => path.split('?')[0] ?? '')
  const met = paths.flatMap((path) =>
    ['GET', 'POST'].map((method) => [routeOf(world.app.web, method, path) ?? '', path] as const),
  )
  known = { paths, met: new Map(met) }
}, 480_000)
afterAll(() => world.close())

test('the people of Netegem reach many pages, so that there is something to protect', () => {
  expect(reached.size).toBeGreaterThan(300)
  expect(forms.length).toBeGreaterThan(50)
  expect(tables.length).toBeGreaterThan(40)
})

test('every route that names something is asked with something of Netegem in it', () => {
  const asked = [...routesThatName('GET'), ...routesThatName('POST')]
  expect(asked.length).toBeGreaterThan(250)
  expect(asked.filter((route) => addressOf(route).includes(nobodys))).toEqual([])
})

describe.each(roles)('somebody of another municipality as %s', (role) => {
  const stranger = () => strangers.find((one) => one.role === role) ?? fail(role)

  test('sees no row of Netegem in any table', async () => {
    for (const { name } of tables) {
      expect(await countAs(stranger(), name, sql`municipality_id = ${netegemId}`), name).toBe(0)
    }
  })

  test('gets no page about anything of Netegem', async () => {
    const ofNetegem = new Set([...reached.values()].flatMap(identifiersIn))
    for (const path of [...reached.keys(), ...routesThatName('GET').map(addressOf)]) {
      const response = await world.as(stranger()).get(path)
      const leaked = identifiersIn(await response.text()).filter((id) => ofNetegem.has(id) && !path.includes(id))
      expect(leaked, `${path} as ${role}`).toEqual([])
      if (identifiersIn(path.split('?')[0] ?? '').length > 0)
        expect([403, 404], `${path} as ${role} answered ${response.status}`).toContain(response.status)
    }
  })
})

test('no form of Netegem sent by somebody of elsewhere changes anything there', { timeout: 240_000 }, async () => {
  const before = await fingerprintOf(world, tables, netegemId)
  const aboutSomething = forms.filter(({ action }) => identifiersIn(action).length > 0)
  const once = new Map(aboutSomething.map((form) => [form.action, form.fields]))
  const noForm = routesThatName('POST')
    .map(addressOf)
    .filter((path) => !once.has(path))
  for (const stranger of strangers) {
    const { role } = stranger
    for (const path of noForm) {
      // To take away what is not there is no harm: what counts is that nothing changed.
      const { status } = await world.as(stranger).post(path, { version: '1' })
      expect(status, `${path} as ${role}`).toBeLessThan(500)
    }
    for (const [action, fields] of once) {
      const { status } = await world.as(stranger).post(action, fields)
      expect(status, `${action} as ${role}`).toBeGreaterThanOrEqual(400)
      expect(status, `${action} as ${role}`).toBeLessThan(500)
    }
  }
  expect(await fingerprintOf(world, tables, netegemId)).toEqual(before)
})

test('nobody sees a row of another data zone, but a receiver what was handed over, a sender the own card, the officer the log', async () => {
  const handedOver: Readonly<Record<string, (actor: StaffActor) => ReturnType<typeof sql>>> = {
    'guidance.handover': ({ zoneId }) => sql`receiver_zone_id is distinct from ${zoneId}`,
    'detection.signal': ({ userId }) => sql`sender_user_id is distinct from ${userId}`,
    'audit.line': ({ role }) => sql`${role} <> 'dataProtectionOfficer'`,
  }
  for (const actor of insiders) {
    for (const { name } of tables.filter(({ hasZone, name }) => hasZone && !isOffer(name))) {
      const exception = handedOver[name]?.(actor) ?? sql`true`
      expect(
        await countAs(actor, name, sql`zone_id <> ${actor.zoneId} and ${exception}`),
        `${name} as ${actor.role}`,
      ).toBe(0)
    }
  }
})

test('nobody sees anything of a case without being in it, but a receiver what was handed over', async () => {
  const { rows } = await sql<{ case_id: string; user_id: string }>`
    select case_id, user_id from guidance.case_member where ended_at is null and municipality_id = ${netegemId}`.execute(
    world.database.owner,
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const actor of insiders) {
    const own = rows.filter(({ user_id }) => user_id === actor.userId).map(({ case_id }) => case_id)
    for (const { name } of tables.filter(({ hasCase, name }) => hasCase && name.startsWith('guidance.'))) {
      const exception =
        name === 'guidance.handover' ? sql`receiver_zone_id is distinct from ${actor.zoneId}` : sql`true`
      expect(
        await countAs(actor, name, sql`not (case_id = any(${own})) and ${exception}`),
        `${name} as ${actor.role}`,
      ).toBe(0)
    }
    for (const path of [...reached.keys()].filter((reachedPath) => /^\/cases\/[0-9a-f-]{36}/.test(reachedPath))) {
      if (own.includes(path.split('/')[2] ?? '')) continue
      const { status } = await world.as(actor).get(path)
      expect([403, 404], `${path} as ${actor.role}`).toContain(status)
    }
  }
})

test('a passer-by gets no page of the workplace', async () => {
  for (const path of reached.keys()) {
    // The app's empty shell opens without a network; what it holds comes from /api/visits.
    if (path.startsWith('/in/') || ['/', '/visits'].includes(path) || path.startsWith('/sign-in')) continue
    const response = await world.as().get(path)
    expect(response.status, path).toBe(303)
    expect(response.headers.get('location'), path).toMatch(/^\/sign-in/)
  }
})

/** Routes of the workplace with a name of something in their address. */
const routesThatName = (method: 'GET' | 'POST') => [
  ...new Set(
    world.app.web.routes
      .filter((route) => route.method === method && route.path.includes('/:') && !isOpenToAll(route.path))
      .map(({ path }) => path),
  ),
]
const isOpenToAll = (path: string) => /^\/(in|sign-in|invitations)\//.test(path)

const nobodys = '01900000-0000-7000-8000-000000000001'

/** An address of a route as somebody of Netegem met it, or else with what is named in an address like it. */
const addressOf = (route: string) => pathFor(known, route)

/** The offer is everybody's to read: zone_id there says who keeps it. */
const isOffer = (name: string) => name.startsWith('organisations.') || name === 'identity.membership'

async function countAs(actor: StaffActor, table: string, where: ReturnType<typeof sql>): Promise<number> {
  try {
    return await world.app.transact(actor, async (tx) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.raw(table)} where ${where}`.execute(tx.db)
      return rows[0]?.count ?? -1
    })
  } catch (error) {
    // A table the application may not even ask is as good as an empty one.
    if (/permission denied/.test(String(error))) return 0
    throw error
  }
}

function fail(role: string): never {
  throw new Error(`no ${role}`)
}
