import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'

let world: World
let here: TestMunicipality
let coordinator: Browser
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = world.as(await makeStaff(world, here))
})
afterAll(() => world.close())

const example = readFileSync('../shared/data/services/hsds-3/examples/service_full.json')
const send = (who: Browser, content: Uint8Array | string, name = 'services.json') => {
  const form = new FormData()
  form.set('file', new File([content as BlobPart], name))
  form.set('language', 'en')
  return who.postFiles('/services/imports', form)
}

test('a coordinator sends a file, sees what changes, and confirms; before that nothing changed', async () => {
  const sent = await send(coordinator, example)
  expect(sent.status).toBe(303)
  const plan = sent.headers.get('location') ?? ''
  const page = await (await coordinator.get(plan)).text()
  for (const part of ['Community Counselling', 'Example Organization Inc.', 'minimum_age', 'Neem dit over'])
    expect(page).toContain(part)
  expect(page).not.toContain('Ann Persona')
  expect(await (await coordinator.get('/services')).text()).not.toContain('Community Counselling')
  expect((await coordinator.post(`${plan}/confirmation`, {})).status).toBe(303)
  expect(await (await coordinator.get('/services')).text()).toContain('Community Counselling')
  expect((await coordinator.post(`${plan}/confirmation`, {})).status).toBe(404)
})

test('what was sent is only for who sent it, and can be withdrawn', async () => {
  const plan = (await send(coordinator, example)).headers.get('location') ?? ''
  const colleague = world.as(await makeStaff(world, here))
  expect((await colleague.get(plan)).status).toBe(404)
  expect((await colleague.post(`${plan}/confirmation`, {})).status).toBe(404)
  expect(await (await coordinator.get(plan)).text()).toContain('Alles staat hier al zo')
  expect((await coordinator.post(`${plan}/withdrawal`, {})).status).toBe(303)
  expect((await coordinator.get(plan)).status).toBe(404)
})

test('a file with a fault comes back with the place of each, and no file is asked for again', async () => {
  const faulty = await send(coordinator, '{"contents":[{"id":"seven","name":"Choir","status":"active"}]}')
  expect(faulty.status).toBe(422)
  const page = await faulty.text()
  for (const part of ['contents[0].id', 'a UUID', 'er is niets veranderd']) expect(page).toContain(part)
  expect(await (await send(coordinator, '')).text()).toContain('Kies een bestand')
  expect((await send(coordinator, '<script>')).status).toBe(422)
})

test('a file beyond the limit of a form is taken, one beyond that of imports is not', async () => {
  const padded = { ...JSON.parse(example.toString()), alert: 'x'.repeat(400_000) }
  expect((await send(coordinator, JSON.stringify(padded))).status).toBe(303)
  expect((await send(coordinator, 'x'.repeat(17 * 1024 * 1024))).status).toBe(413)
})

test('signs that no database keeps are left out, as a form does', async () => {
  const name = 'Huis\u0000werk\ud800hulp\u0007'
  const sent = await send(coordinator, JSON.stringify({ ...JSON.parse(example.toString()), name, ' remark ': 'x' }))
  expect(sent.status).toBe(303)
  expect(await (await coordinator.get(sent.headers.get('location') ?? '')).text()).toContain('Huiswerkhulp')
  expect(
    (await send(coordinator, JSON.stringify({ ...JSON.parse(example.toString()), 'na\u0000me': 'x' }))).status,
  ).toBe(422)
})

test('a partner takes over no files', async () => {
  const partner = world.as(await makeStaff(world, here, { role: 'partnerCoordinator' }))
  expect((await partner.get('/services/imports/new')).status).toBe(403)
  expect((await send(partner, example)).status).toBe(403)
})

test('everybody who works here may fetch the whole offer as a file', async () => {
  const file = await coordinator.get('/services/export.json')
  expect(file.headers.get('content-disposition')).toContain('services-testgem.json')
  expect(await file.json()).toMatchObject({ total_items: 1, contents: [{ name: 'Community Counselling' }] })
})
