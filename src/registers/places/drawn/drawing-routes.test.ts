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
import { covers } from '../../published-areas/index.ts'
import { chosenAddresses, neighbourhoodsAt } from '../address-store.ts'
import { type DemoPlaces, demoPlaces } from '../demo.ts'
import { mapped, neighbourhoodsOf } from '../neighbourhood-store.ts'
import { neighbourhoodParts } from '../parts/area-part-store.ts'
import { versionOf, versionsOf } from '../versions/version-store.ts'
import { shapeOf, textOf } from './border.ts'
import { placeDrawn } from './drawn-store.ts'

let world: World
let netegem: TestMunicipality
let places: DemoPlaces
let coordinator: Browser

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  places = await inNetegem((tx) => demoPlaces(tx, demoWorld(7, netegem.id, '2026-11-23')))
  coordinator = world.as(await makeStaff(world, netegem, { role: 'coordinator' }))
})
afterAll(() => world.close())

const inNetegem = <Result>(work: (tx: Tx) => Promise<Result>) =>
  world.app.transact(systemActor(netegem.id, 'test'), work)

/** Around the church, across all three neighbourhoods. */
const square = (side: number, [x, y] = [160_000, 200_000]) =>
  [
    [x - side, y - side],
    [x - side, y + side],
    [x + side, y + side],
    [x + side, y - side],
  ] as const
const doorsIn = (corners: ReturnType<typeof square>) =>
  places.addresses.filter(({ x, y }) => covers(shapeOf(corners), [x, y]))

async function drawn(name: string, corners = square(400)): Promise<string> {
  const id = uuidv7()
  const done = await coordinator.post('/places/drawn', { id, name, corners: textOf(corners) })
  expect(done.status).toBe(303)
  return id
}
const shown = (id: string) => inNetegem(async (tx) => (await mapped(tx, await neighbourhoodsOf(tx, { ids: [id] })))[0])

test('a neighbourhood is drawn around the church, and has the doors inside its border', async () => {
  const id = await drawn('Rond de kerk')
  const doors = doorsIn(square(400))
  expect(doors.length).toBeGreaterThan(50)
  expect(await shown(id)).toMatchObject({ origin: 'drawn', addressCount: doors.length })
  const html = await (await coordinator.get(`/places/${id}`)).text()
  expect(html).toContain('zelf getekend')
  expect(html).not.toContain('fixed')
  const [door] = doors
  expect(await inNetegem((tx) => neighbourhoodsAt(tx, door?.id ?? ''))).toContain(id)
})

test('a round goes along its doors: streets as far as they lie inside the border', async () => {
  const id = await drawn('Voor een ronde')
  const streetIds = places.streets.map((street) => street.id)
  const choice = { streetIds, neighbourhoodIds: [id], streetlessIn: [id] }
  const chosen = await inNetegem((tx) => chosenAddresses(tx, choice))
  expect(new Set(chosen.map((door) => door.id))).toEqual(new Set(doorsIn(square(400)).map((door) => door.id)))
})

test('figures are borrowed of the published neighbourhoods it cuts, approximately', async () => {
  const id = await drawn('Met cijfers')
  const parts = (await inNetegem((tx) => neighbourhoodParts(tx, [id], 'neighbourhood', '2025'))).get(id) ?? []
  expect(parts.map(({ code }) => code)).toEqual(['99999W01', '99999W02', '99999W03'])
  const [molenwijk] = places.neighbourhoods
  const whole = places.addresses.filter(({ neighbourhoodId }) => neighbourhoodId === molenwijk?.id)
  const inside = doorsIn(square(400)).filter(({ neighbourhoodId }) => neighbourhoodId === molenwijk?.id)
  expect(parts[0]?.share).toBeCloseTo(inside.length / whole.length, 10)
  expect(parts.every(({ quality }) => quality === 'approximate')).toBe(true)
})

test('it stands among the neighbourhoods to choose from, and in every edition', async () => {
  const id = await drawn('Overal te kiezen')
  const names = await inNetegem(async (tx) => [
    (await neighbourhoodsOf(tx)).map((area) => area.id),
    (await neighbourhoodsOf(tx, { edition: '2019' })).map((area) => area.id),
  ])
  for (const ids of names) expect(ids).toContain(id)
})

test('before saving, the page draws what was typed and says how large it is', async () => {
  const form = { id: uuidv7(), name: 'Nog niet', corners: textOf(square(400)), look: '1' }
  const html = await (await coordinator.post('/places/drawn', form)).text()
  expect(html).toContain('64 hectare')
  expect(html).toContain(`${doorsIn(square(400)).length} deuren`)
  const line = elementsIn(html, 'path').find(({ attributes }) => attributes.class === 'map-drawing-line')
  expect(line?.attributes.d).toMatch(/^M.*L.*L.*L.*Z$/)
  expect((await coordinator.get(`/places/${form.id}`)).status).toBe(404)
})

test('while somebody draws, the doors are counted, and what is wrong is said', async () => {
  const ask = async (corners: string) => (await coordinator.post('/places/drawn/outcome', { corners })).json()
  const good = await ask(textOf(square(400)))
  expect(good.words).toContain('64 hectare')
  expect(good.corners).toEqual(square(400))
  expect((await ask('bij de kerk')).corners).toBeNull()
  expect((await ask('160000 200000\n160400 200400\n160400 200000\n160000 200400')).words).toContain('kruist')
})

test.each([
  ['without a border', '', 'minstens drie hoeken'],
  ['with a border that crosses itself', '160000 200000\n160400 200400\n160400 200000\n160000 200400', 'kruist'],
  ['outside Belgium', '48.85 2.35\n48.86 2.36\n48.85 2.37', 'buiten België'],
  ['where nobody lives', textOf(square(5, [150_000, 190_000])), 'geen enkele deur'],
])('a neighbourhood %s is not made, and what was typed stays', async (_what, corners, says) => {
  const answer = await coordinator.post('/places/drawn', { id: uuidv7(), name: 'Mislukt', corners })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(says)
  expect(html).toContain('value="Mislukt"')
})

test('P13: a border around one door is refused', async () => {
  const [door] = places.addresses.filter(({ box }) => box === '')
  const around = square(8, [door?.x ?? 0, door?.y ?? 0])
  expect(doorsIn(around).length).toBeLessThan(5)
  const answer = await coordinator.post('/places/drawn', { id: uuidv7(), name: 'Eén huis', corners: textOf(around) })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('minder dan 5 deuren')
})

test('a changed border keeps the earlier one, with who and why', async () => {
  const id = await drawn('Groeit')
  const change = {
    id,
    version: '1',
    name: 'Groeit',
    corners: textOf(square(500)),
    why: 'De nieuwe straat hoort erbij.',
  }
  expect((await coordinator.post(`/places/${id}/border`, change)).status).toBe(303)
  expect((await shown(id))?.addressCount).toBe(doorsIn(square(500)).length)
  const [now, before] = await inNetegem((tx) => versionsOf(tx, id))
  expect(now).toMatchObject({ number: 2, why: 'De nieuwe straat hoort erbij.', validUntil: null })
  expect(before).toMatchObject({ number: 1, border: shapeOf(square(400)) })
  expect(before?.validUntil).not.toBeNull()
  expect(await inNetegem((tx) => versionOf(tx, [id]))).toEqual(new Map([[id, 2]]))
  const html = await (await coordinator.get(`/places/${id}`)).text()
  expect(html).toContain('De grens is veranderd.')
  expect(html).toContain('De nieuwe straat hoort erbij.')
  expect((await coordinator.post(`/places/${id}/border`, change)).status).toBe(409)
})

test('saving without a change makes no version', async () => {
  const id = await drawn('Blijft zo')
  const same = { id, version: '1', name: 'Blijft zo', corners: textOf(square(400)) }
  expect((await coordinator.post(`/places/${id}/border`, same)).status).toBe(303)
  expect(await inNetegem((tx) => versionsOf(tx, id))).toHaveLength(1)
})

test('doors that were built inside its border after it was drawn lie in it once addresses are imported', async () => {
  const id = await drawn('Nieuwbouw')
  const before = (await shown(id))?.addressCount ?? 0
  await inNetegem(async (tx) => {
    const [street] = places.streets
    await tx.db
      .insertInto('places.address')
      .values({
        ...{ municipality_id: netegem.id, id: uuidv7(), street_id: street?.id ?? null, nis_code: '99999' },
        ...{ postal_code: '9999', number: '901', x: 160_001, y: 200_001, edition: '2025' },
      })
      .execute()
    await placeDrawn(tx)
  })
  expect((await shown(id))?.addressCount).toBe(before + 1)
})

test('a drawn neighbourhood is changed by its border, not by parts, and the other way round', async () => {
  const id = await drawn('Alleen een grens')
  const parts = { id, version: '1', name: 'X', areaIds: [places.neighbourhoods[0]?.id ?? ''] }
  expect((await coordinator.post(`/places/${id}`, parts)).status).toBe(404)
  const html = await (await coordinator.get(`/places/${id}/edit`)).text()
  expect(html).toContain('159600 199600')
})

test('who may not compose may not draw', async () => {
  const visitor = world.as(await makeStaff(world, netegem, { role: 'visitor' }))
  expect((await visitor.get('/places/drawn/new')).status).toBe(403)
  expect((await visitor.post('/places/drawn/outcome', { corners: '' })).status).toBe(403)
})
