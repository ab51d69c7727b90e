import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jpegPhoto } from '../../../../tests/support/files/photos.ts'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type Role, roles } from '../../../platform/access/actor.ts'

let world: World
let here: TestMunicipality
let worker: Browser
let coordinator: Browser
let steering: Browser
const neighbourhoodId = uuidv7()

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  worker = await asRole('communityWorker')
  coordinator = await asRole('coordinator')
  steering = await asRole('steeringGroup')
  await world.database.owner
    .insertInto('places.area')
    .values({
      municipality_id: here.id,
      id: neighbourhoodId,
      origin: 'composed',
      edition: '2025',
      name: 'Molenwijk',
      is_approximate: false,
    })
    .execute()
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const walk = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  walkedOn: '2026-11-12',
  neighbourhoodId,
  route: 'Van het station naar de kerk',
  people: '14',
  counted: 'estimated',
  'group-olderPerson': '11',
  ...over,
})
const pageOf = async (who: Browser, path: string) => (await who.get(path)).text()

async function walked(over: Record<string, string> = {}) {
  const form = walk(over)
  expect((await worker.post('/analysis/walks', form)).status).toBe(303)
  return `/analysis/walks/${form.id}`
}

function photo(over: Record<string, string> = {}, picture: Uint8Array | undefined = jpegPhoto()): FormData {
  const form = new FormData()
  const fields = { id: uuidv7(), description: 'Een bank onder een boom', isWithoutPeople: 'yes', ...over }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (picture) form.set('picture', new File([Uint8Array.from(picture)], 'IMG_2210.jpg'))
  return form
}

test.each(roles)('who notes a walk and who reads it (chapter 16): %s', async (role) => {
  const writes: readonly Role[] = ['communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup']
  const somebody = await asRole(role)
  expect((await somebody.post('/analysis/walks', walk())).status).toBe(writes.includes(role) ? 303 : 403)
  expect((await somebody.get('/analysis/walks')).status).toBe(role === 'administrator' ? 403 : 200)
})

describe('what was seen on a walk', () => {
  test('is noted per spot, and becomes a finding with the walk as its first voice', async () => {
    const path = await walked()
    const seen = {
      id: uuidv7(),
      spot: 'Hoek van het plein',
      seen: 'De bank staat in de schaduw en wordt veel gebruikt.',
      kind: 'strength',
      theme: 'contactAndLeisure',
    }
    expect((await worker.post(`${path}/observations`, seen)).status).toBe(303)
    expect(await pageOf(worker, path)).toContain('Hoek van het plein')
    const asked = { walk: path.split('/').at(-1) ?? '', observation: seen.id }
    const form = await pageOf(worker, `/analysis/findings/new?${new URLSearchParams(asked)}`)
    expect(form).toContain('De bank staat in de schaduw')
    const finding = {
      ...asked,
      id: uuidv7(),
      kind: 'strength',
      theme: 'mobility',
      statement: 'Banken werken.',
      restsOn: 'noPeople',
    }
    expect((await worker.post('/analysis/findings', finding)).status).toBe(303)
    expect(await pageOf(worker, `/analysis/findings/${finding.id}`)).toContain('Buurtwandeling: Van het station')
    expect((await worker.post(`${path}/observations/${seen.id}/removal`, { version: '1' })).status).toBe(303)
    expect(await pageOf(worker, path)).not.toContain('Hoek van het plein')
  })

  test('P12 what holds a number or name of somebody is given back', async () => {
    const path = await walked()
    const seen = { id: uuidv7(), spot: 'Bij mevrouw Claes', seen: 'Mooi.', kind: 'need', theme: 'mobility' }
    const answer = await worker.post(`${path}/observations`, seen)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('lijkt op een naam')
  })
})

test('P13 who walked is counted per group among those heard, and stands on no page of the walk', async () => {
  const path = await walked({ people: '143', 'group-olderPerson': '61' })
  expect(await pageOf(steering, path)).not.toMatch(/>\s*(143|61)\s*</)
  expect(await pageOf(steering, '/analysis/heard')).toMatch(/Ouderen<\/th>.*?<td[^>]*>\d*[05] of meer<\/td>/s)
  const refused = await worker.post('/analysis/walks', walk({ people: '3', 'group-olderPerson': '9' }))
  expect(refused.status).toBe(422)
})

test('a walk whose day is put right takes its count along to that year', async () => {
  const path = await walked({ route: 'Langs het kanaal' })
  const change = { version: '1', walkedOn: '2025-11-12', neighbourhoodId, route: 'Langs de Dijle' }
  expect((await worker.post(path, change)).status).toBe(303)
  expect(await pageOf(steering, '/analysis/heard?year=2025')).toContain('Langs de Dijle')
  expect(await pageOf(steering, '/analysis/heard')).not.toContain('Langs het kanaal')
})

describe('a photo of a place', () => {
  test('is kept without its position, and seen by others after a second look', async () => {
    const path = await walked()
    const form = photo()
    expect((await worker.postFiles(`${path}/photos/imports`, form)).status).toBe(303)
    const address = `${path}/photos/${form.get('id')}`
    const answer = await worker.get(address)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const kept = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(kept).not.toMatch(/GPS|Kerkstraat|ICC_PROFILE|COMMENT|MOTION/)
    expect((await steering.get(address)).status).toBe(404)
    expect(await pageOf(coordinator, '/today')).toMatch(/foto(’s)? wacht(en)? op een tweede blik/)
    expect((await worker.post(`${address}/look`, { version: '1' })).status).toBe(403)
    expect((await coordinator.post(`${address}/look`, { version: '1' })).status).toBe(303)
    expect((await steering.get(address)).status).toBe(200)
    expect((await coordinator.post(`${address}/look`, { version: '1' })).status).toBe(409)
  })

  test('nothing of where it was taken stands in the database', async () => {
    const { rows } = await world.database.owner
      .selectFrom('analysis.walk_photo')
      .select('picture_plain')
      .execute()
      .then((rows) => ({ rows }))
    expect(rows.length).toBeGreaterThan(0)
    for (const { picture_plain } of rows) expect(picture_plain.toString('latin1')).not.toContain('GPS')
  })

  test('is taken away for good', async () => {
    const path = await walked()
    const form = photo()
    await worker.postFiles(`${path}/photos/imports`, form)
    expect((await worker.post(`${path}/photos/${form.get('id')}/removal`, { version: '1' })).status).toBe(303)
    expect((await worker.get(`${path}/photos/${form.get('id')}`)).status).toBe(404)
  })

  test.each([
    ['without the word that nobody is on it', { isWithoutPeople: '' }, undefined, 'Bevestig dat er geen mensen'],
    ['in the own format of a telephone', {}, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1'), 'meest compatibel'],
    ['that is a drawing with a program', {}, Buffer.from('<svg onload="alert(1)"/>'), 'geen JPEG, PNG of WebP'],
    ['that was cut off', {}, jpegPhoto().subarray(0, 200), 'beschadigd'],
    ['without a file', {}, new Uint8Array(), 'Kies een foto'],
  ] as const)('%s is refused with what to do', async (_what, over, picture, words) => {
    const path = await walked()
    const answer = await worker.postFiles(`${path}/photos/imports`, photo(over, picture ?? jpegPhoto()))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(words)
    expect(page).toContain('Een bank onder een boom')
  })
})

test('a walk that was changed meanwhile is not changed again, and taken away it takes its count along', async () => {
  const path = await walked({ walkedOn: '2024-05-01', people: '30', 'group-olderPerson': '25' })
  const change = { walkedOn: '2024-05-02', neighbourhoodId, route: 'Langs de vaart', version: '1' }
  expect((await worker.post(path, change)).status).toBe(303)
  const second = await coordinator.post(path, { ...change, route: 'Langs het bos' })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('Buurtwandeling wijzigen')
  expect(await pageOf(worker, '/analysis/heard?year=2024')).toContain('25')
  expect((await worker.post(`${path}/removal`, { version: '2' })).status).toBe(303)
  expect((await worker.get(path)).status).toBe(404)
  expect(await pageOf(worker, '/analysis/heard?year=2024')).not.toContain('Langs')
})

test('a neighbourhood that is not there is asked again', async () => {
  expect((await worker.post('/analysis/walks', walk({ neighbourhoodId: uuidv7() }))).status).toBe(422)
})

test('somebody of another municipality finds neither walk nor photo', async () => {
  const path = await walked()
  const form = photo()
  await worker.postFiles(`${path}/photos/imports`, form)
  const stranger = world.as(await makeStaff(world, await makeMunicipality(world, 'Elders', '99002')))
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get(`${path}/photos/${form.get('id')}`)).status).toBe(404)
})

test('the sheet to walk with asks no names', async () => {
  expect(await pageOf(worker, '/analysis/walks/sheet')).toContain('Foto’s van plekken mogen, nooit van mensen.')
})
