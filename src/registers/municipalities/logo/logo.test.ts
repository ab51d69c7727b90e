import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { mostLogoBytes, readLogo } from './logo.ts'

let world: World
let place: TestMunicipality
let administrator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  administrator = await makeStaff(world, place, { role: 'administrator' })
})
afterAll(() => world.close())

const png = (size = 200) =>
  Uint8Array.from({ length: size }, (_, at) => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a][at] ?? at % 251)

async function send(bytes: Uint8Array<ArrayBuffer>, name = 'logo.png', actor = administrator) {
  const form = new FormData()
  form.set('picture', new File([bytes], name))
  return world.as(actor).postFiles('/admin/municipality/logo', form)
}

const shownOn = async (path: string, actor?: StaffActor) =>
  /class="municipality-logo" src="([^"]+)"/.exec(await (await world.as(actor).get(path)).text())?.[1]

test('a logo that the administrator keeps stands on public pages and in the workplace', async () => {
  expect(await shownOn(`/in/${place.slug}`)).toBeUndefined()
  expect((await send(png())).status).toBe(303)
  const address = await shownOn(`/in/${place.slug}`)
  expect(await shownOn('/today', administrator)).toBe(address)
  const answer = await world.as().get(address ?? '')
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png())
})

test('another logo has another address, and without one the mark comes back', async () => {
  const before = await shownOn(`/in/${place.slug}`)
  await send(png(300))
  expect(await shownOn(`/in/${place.slug}`)).not.toBe(before)
  expect((await world.as(administrator).post('/admin/municipality/logo/removal', {})).status).toBe(303)
  expect(await shownOn(`/in/${place.slug}`)).toBeUndefined()
  expect((await world.as().get(`/in/${place.slug}/logo`)).status).toBe(404)
})

test('what is no picture by its first bytes, or is too heavy, is refused with what to do', async () => {
  const drawing = await send(new TextEncoder().encode('<svg onload="alert(1)"/>'), 'logo.png')
  expect(drawing.status).toBe(422)
  expect(await drawing.text()).toContain('geen PNG, JPEG of WebP')
  const heavy = await send(png(mostLogoBytes + 1))
  expect(await heavy.text()).toContain('te zwaar')
  expect(await shownOn(`/in/${place.slug}`)).toBeUndefined()
})

test('only an administrator sets the logo', async () => {
  const coordinator = await makeStaff(world, place)
  expect((await send(png(), 'logo.png', coordinator)).status).toBe(403)
})

test.each([
  [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  [[...Buffer.from('RIFF0000WEBPVP8 ')], 'image/webp'],
] as const)('%j is known as %s', (first, mediaType) => {
  expect(readLogo(Uint8Array.from(first))).toMatchObject({ mediaType })
})
