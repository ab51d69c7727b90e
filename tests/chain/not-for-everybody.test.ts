import { afterAll, beforeAll, expect, test } from 'vitest'
import { netegemId } from '../../src/demo/netegem.ts'
import { roles, type StaffActor } from '../../src/platform/access/actor.ts'
import { zonesOf } from '../../src/registers/municipalities/index.ts'
import { identifiersIn } from '../support/crawl.ts'
import { makeWhatTheDemoLacks } from '../support/made/in-netegem.ts'
import type { Made } from '../support/made/made.ts'
import { type Netegem, openNetegem, routeOf } from '../support/netegem.ts'
import { fingerprintOf, type MunicipalTable, tablesOfMunicipalities } from '../support/tables-of-municipalities.ts'
import { makeStaff } from '../support/world.ts'

/**
 * What is somebody's own, of one data zone, of one neighbourhood or of two people, asked for by its exact address by everybody else
 * of the same municipality: those who work there, somebody of every role of the OCMW, of another partner, of another neighbourhood.
 */
let netegem: Netegem
let made: readonly Made[]
let everybody: readonly StaffActor[]
let tables: readonly MunicipalTable[]

beforeAll(async () => {
  netegem = await openNetegem()
  made = await makeWhatTheDemoLacks(netegem)
  everybody = [...netegem.people, ...(await neighbours())]
  tables = await tablesOfMunicipalities(netegem.world)
})
afterAll(() => netegem.world.close())

test('whom a thing with a page is for opens it', async () => {
  const pages = made.filter(({ path }) => routeOf(netegem.world.app.web, 'GET', path))
  expect(pages.length).toBeGreaterThan(8)
  for (const { what, path, isFor } of pages) {
    const opened = []
    for (const actor of everybody.filter(isFor)) opened.push((await netegem.world.as(actor).get(path)).status)
    expect(new Set(opened), what).toEqual(new Set([200]))
  }
})

test('P6 P9 to anybody else of the municipality it is not there', async () => {
  for (const one of made)
    for (const path of addressesOf('GET', one))
      for (const actor of others(one)) {
        const { status } = await netegem.world.as(actor).get(path)
        expect([403, 404], `${path} for ${nameOf(actor)} answered ${status}`).toContain(status)
      }
})

test('P6 P9 nothing that anybody else sends changes anything', async () => {
  const before = await fingerprintOf(netegem.world, tables, netegemId)
  for (const one of made) {
    for (const path of addressesOf('POST', one))
      for (const actor of others(one)) {
        // To take away what is not there is no harm: what counts is that nothing changed.
        const { status } = await netegem.world.as(actor).post(path, { version: '1', ...one.fields })
        expect(status, `${path} by ${nameOf(actor)}`).toBeLessThan(500)
      }
    expect(await fingerprintOf(netegem.world, tables, netegemId), one.what).toEqual(before)
  }
})

const others = ({ isFor }: Made) => everybody.filter((actor) => !isFor(actor))
const nameOf = ({ name, role, secrecy }: StaffActor) => `${name} (${role}, ${secrecy})`

/** Addresses of the routes about this thing: its own, and those below the place where it is named. */
function addressesOf(method: 'GET' | 'POST', { path }: Made): readonly string[] {
  const { web } = netegem.world.app
  const depth = path.split('/').findLastIndex((part) => identifiersIn(part).length > 0) + 1
  const beginning = (whole: string) => whole.split('/').slice(0, depth)
  const route = routeOf(web, 'GET', path) ?? routeOf(web, 'POST', path) ?? ''
  const about = web.routes.filter((one) => one.method === method && alike(beginning(one.path), beginning(route)))
  return [...new Set(about.map((one) => [...beginning(path), ...one.path.split('/').slice(depth)].join('/')))]
}

/** The same words in the same places, whatever what is named there is called. */
const alike = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length &&
  one.every((part, place) => part === other[place] || (part.startsWith(':') && other[place]?.startsWith(':')))

async function neighbours(): Promise<readonly StaffActor[]> {
  const { world, people } = netegem
  const zones = await zonesOf(world.database.owner, netegemId)
  const zone = (kind: string) => zones.filter((one) => one.kind === kind).map(({ id }) => id)
  const place = {
    id: netegemId,
    slug: 'netegem',
    municipalityZone: zone('municipality')[0] ?? '',
    ocmwZone: zone('ocmw')[0] ?? '',
  }
  const { id: neighbourhood } = await world.database.owner
    .selectFrom('places.area')
    .select('id')
    .where('municipality_id', '=', netegemId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const partner = zone('partner').find((id) => people.every(({ zoneId }) => zoneId !== id)) ?? ''
  return [
    ...(await Promise.all(
      roles.map((role) => makeStaff(world, place, { role, zoneId: place.ocmwZone, name: 'OCMW' })),
    )),
    await makeStaff(world, place, { role: 'partnerCoordinator', zoneId: partner, name: 'Andere partner' }),
    await makeStaff(world, place, { neighbourhoods: [neighbourhood], name: 'Eén buurt' }),
  ]
}
