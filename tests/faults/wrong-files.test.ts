import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canary } from '../support/strange-values.ts'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../support/world.ts'

let world: World
let here: TestMunicipality
let coordinator: Browser
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = world.as(await makeStaff(world, here))
})
afterAll(() => world.close())

const offer = JSON.stringify({
  contents: [{ id: '01900000-0000-7000-8000-000000000001', name: canary, status: 'active' }],
})
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(offer, 'utf16le')])

test.each<[what: string, name: string, content: Buffer | string]>([
  ['a picture that calls itself JSON', 'services.json', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a program', 'services.exe', Buffer.from('MZ\u0090\u0000')],
  ['a web page', 'services.html', '<!doctype html><script>alert(1)</script>'],
  [
    'XML that asks for a file of the server',
    'services.xml',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  ],
  ['JSON that is cut off', 'services.json', offer.slice(0, -5)],
  ['JSON in another encoding', 'services.json', utf16],
  ['bytes that are no UTF-8', 'services.json', Buffer.from([0x7b, 0xff, 0xfe, 0xc0, 0x80, 0x7d])],
  ['JSON nested 100,000 deep', 'services.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['JSON that is only a number', 'services.json', '1e999'],
  ['JSON that reaches for prototypes', 'services.json', '{"__proto__":{"contents":[]},"constructor":{"prototype":{}}}'],
  ['a NUL in a text', 'services.json', offer.replace(canary, `${canary}\\u0000`)],
  ['half a surrogate in a text', 'services.json', offer.replace(canary, `${canary}\\ud800`)],
  ['something packed that is no zip', 'services.zip', gzipSync(offer)],
  ['a zip cut off after its first bytes', 'services.zip', Buffer.from('504b0304140000000800', 'hex')],
  ['a zip that unpacks to a gigabyte, it says', 'services.zip', zipWith('services.csv', 'id,name\n', 1_000_000_000)],
  ['a zip with a path out of it', 'services.zip', zipWith('../../services.csv', `id,name\n1,${canary}\n`)],
  ['a zip of something else', 'services.zip', zipWith('holiday.txt', canary)],
])('%s is refused with a page, and nothing changes', async (_what, name, content) => {
  const form = new FormData()
  form.set('file', new File([content as BlobPart], name))
  form.set('language', 'nl')
  const response = await coordinator.postFiles('/services/imports', form)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('<h1')
  expect(await (await coordinator.get('/services')).text()).not.toContain(canary)
})

test('an act of a phone nested 500 deep is refused by itself', async () => {
  const visitor = await makeStaff(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)
  const act = { id: '01900000-0000-7000-8000-000000000001', kind: 'recordVisit', deep }
  const answer = await world.as(visitor).postJson('/api/visits/acts', { visitor: visitor.userId, acts: [act] })
  expect(await answer.json()).toEqual({ answers: [{ id: act.id, status: 'refused', reason: 'malformed' }] })
})

/** A zip of one file, as small as the format allows; `claimed` is the size it says to have unpacked. */
function zipWith(name: string, text: string, claimed = Buffer.byteLength(text)): Buffer {
  const packed = deflateRawSync(text)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(claimed, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000'),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end])
}
