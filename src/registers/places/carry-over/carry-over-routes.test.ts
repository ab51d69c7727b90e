import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { elementsIn } from '../../../../tests/support/html.ts'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { type DemoAddress, type DemoPlaces, demoPlaces } from '../demo.ts'
import { neighbourhoodsOf } from '../neighbourhood-store.ts'
import { namedParts, versionsOf } from '../versions/version-store.ts'

let world: World
let netegem: TestMunicipality
let places: DemoPlaces
let coordinator: Browser
const newIds = new Map<string, string>()

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  places = await inNetegem((tx) => demoPlaces(tx, demoWorld(7, netegem.id, '2026-11-23')))
  coordinator = world.as(await makeStaff(world, netegem, { role: 'coordinator' }))
})
afterAll(() => world.close())

const inNetegem = <Result>(work: (tx: Tx) => Promise<Result>) =>
  world.app.transact(systemActor(netegem.id, 'test'), work)
const idOf = (name: string) => places.neighbourhoods.find((one) => one.name === name)?.id ?? ''
const streetId = (name: string) => places.streets.find((one) => one.name === name)?.id ?? ''

/** The edition of 2030: Molenwijk as it was, Heide cut in two of which a part joins Stationsbuurt. */
async function publish2030(): Promise<void> {
  const inHeide = places.addresses.filter(({ neighbourhoodId }) => neighbourhoodId === idOf('Heide'))
  const east = new Set(inHeide.slice(0, 40).map(({ id }) => id))
  const inside = (name: string) => (door: DemoAddress) => door.neighbourhoodId === idOf(name)
  await keepArea('99999X01', 'Molenwijk nieuw', inside('Molenwijk'))
  await keepArea('99999X02', 'Heide west', (door) => inside('Heide')(door) && !east.has(door.id))
  await keepArea('99999X03', 'Station en Heide oost', (door) => inside('Stationsbuurt')(door) || east.has(door.id))
}

async function keepArea(code: string, name: string, holds: (door: DemoAddress) => boolean): Promise<void> {
  const own = { municipality_id: netegem.id }
  const id = uuidv7()
  newIds.set(name, id)
  await inNetegem(async (tx) => {
    await tx.db
      .insertInto('places.area')
      .values({
        ...{ ...own, id, code, name, origin: 'imported', edition: '2030', nis_code: '99999', is_approximate: true },
        ...{ geometry: '[]', min_x: 0, max_x: 1, min_y: 0, max_y: 1 },
      })
      .execute()
    const placed = places.addresses.filter(holds).map((door) => ({ ...own, area_id: id, address_id: door.id }))
    await tx.db.insertInto('places.placement').values(placed).execute()
  })
}

test('a new edition changes nothing by itself: what is the same is proposed, what was cut is asked', async () => {
  const id = uuidv7()
  const parts = { areaIds: [idOf('Molenwijk'), idOf('Heide')], streetIds: [streetId('Stationsstraat')] }
  expect((await coordinator.post('/places', { id, name: 'Zuid en west', ...parts })).status).toBe(303)
  expect((await coordinator.get(`/places/${id}/carry-over`)).status).toBe(404)

  await publish2030()
  const still = await inNetegem((tx) => namedParts(tx, [id]))
  expect(still.get(id)?.map(({ name }) => name)).toEqual(['Heide', 'Molenwijk', 'Stationsstraat'])
  expect((await inNetegem((tx) => neighbourhoodsOf(tx))).map(({ name }) => name)).toContain('Zuid en west')
  expect(await (await coordinator.get('/places')).text()).toContain(`/places/${id}/carry-over`)

  const html = await (await coordinator.get(`/places/${id}/carry-over`)).text()
  const boxes = elementsIn(html, 'input').filter(({ attributes }) => attributes.type === 'checkbox')
  const ticked = boxes.filter(({ attributes }) => 'checked' in attributes).map(({ attributes }) => attributes.value)
  expect(new Set(ticked)).toEqual(new Set([newIds.get('Molenwijk nieuw'), newIds.get('Heide west')]))
  expect(boxes.map(({ attributes }) => attributes.value)).toContain(newIds.get('Station en Heide oost'))
  expect(html).toMatch(/40 van \d+ deuren/)

  const chosen = [...ticked, newIds.get('Station en Heide oost')].flatMap((one) => one ?? [])
  const form = { id, version: '1', name: 'Zuid en west', why: 'Indeling 2030.', areaIds: chosen }
  const done = await coordinator.post(`/places/${id}`, { ...form, streetIds: [streetId('Stationsstraat')] })
  expect(done.status).toBe(303)
  const [now, before] = await inNetegem((tx) => versionsOf(tx, id))
  expect(now).toMatchObject({ number: 2, edition: '2030', why: 'Indeling 2030.' })
  expect(before?.parts.map(({ code }) => code)).toEqual(['99999W03', '99999W01', '9999'])
  expect((await coordinator.get(`/places/${id}/carry-over`)).status).toBe(404)
})

test('a drawn neighbourhood, and one of streets alone, follow no edition', async () => {
  const id = uuidv7()
  expect((await coordinator.post('/places', { id, name: 'Zandweg', streetIds: [streetId('Zandweg')] })).status).toBe(
    303,
  )
  expect((await coordinator.get(`/places/${id}/carry-over`)).status).toBe(404)
  const [area] = await inNetegem((tx) => neighbourhoodsOf(tx, { ids: [id] }))
  expect(area?.edition).toBe('fixed')
})
