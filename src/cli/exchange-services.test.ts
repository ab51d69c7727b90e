import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meernet } from '../../tests/support/command-line.ts'
import { publishedData } from '../../tests/support/published-data.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../tests/support/world.ts'
import { systemActor } from '../platform/access/actor.ts'
import { demoWorld } from '../platform/demo/demo-world.ts'
import { demoOrganisations, exportOffer } from '../registers/organisations/index.ts'
import { demoPlaces } from '../registers/places/index.ts'

const example = publishedData('services/hsds-3/examples/service_full.json')
const folder = mkdtempSync(join(tmpdir(), 'meernet-services-'))
let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Netegem', '99001')
  elsewhere = await makeMunicipality(world, 'Buurgem', '99002')
  await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const demo = demoWorld(7, here.id, '2026-11-23')
    const { neighbourhoods } = await demoPlaces(tx, demo)
    await demoOrganisations(tx, demo, {
      zones: { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners: {} },
      neighbourhoods,
    })
  })
})
afterAll(() => world.close())

const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const imported = (path: string, ...more: readonly string[]) =>
  meernet(world, 'import', 'services', path, '--format', 'hsds', '--municipality', '99002', '--json', ...more)
const offerOf = (municipality: TestMunicipality) =>
  world.app.transact(systemActor(municipality.id, 'test'), (tx) => exportOffer(tx, 'Netegem'))

describe('a published file', () => {
  test('is first tried without changing anything, then loaded, then found to be here already', async () => {
    const tried = await imported(example, '--language', 'en', '--dry-run')
    expect(tried.json).toMatchObject({ dryRun: true, services: { new: 1 }, organisations: { new: 1 } })
    expect((await offerOf(elsewhere)).contents).toEqual([])
    const loaded = await imported(example, '--language', 'en')
    expect(loaded.json).toMatchObject({ dryRun: false, services: { new: 1, changed: 0 } })
    const again = await imported(example, '--language', 'en')
    expect(again.json).toMatchObject({ services: { new: 0, changed: 0, unchanged: 1 }, changes: [] })
    expect((await offerOf(elsewhere)).contents.map(({ name }) => name)).toEqual(['Community Counselling'])
  })

  test('names what there is no place for, and contact persons are among that', async () => {
    const { json } = await imported(example, '--dry-run')
    const left = (json.leftOut as { path: string }[]).map(({ path }) => path)
    expect(left).toContain('contacts[]')
    expect(left).toContain('minimum_age')
    expect(left).not.toContain('description')
    const all = JSON.stringify(await offerOf(elsewhere))
    expect(all).not.toContain('Ann Persona')
  })

  test('changes what it changed elsewhere, and says which fields', async () => {
    const service = JSON.parse(readFileSync(example, 'utf8'))
    const changed = await imported(
      file('changed.json', { ...service, name: 'Counselling for all' }),
      '--language',
      'en',
    )
    expect(changed.json).toMatchObject({
      services: { changed: 1 },
      changes: [{ of: 'service', kind: 'changed', name: 'Counselling for all', fields: ['name'] }],
    })
  })
})

describe('a file with faults', () => {
  test('is refused whole, with the place of each fault and what was expected', async () => {
    const good = { ...JSON.parse(readFileSync(example, 'utf8')), id: '0a148810-d857-441c-9679-408f346de14b' }
    const bad = { ...good, id: 'seven', status: 'open', email: 'nobody', url: 'javascript:alert(1)', phones: 'none' }
    const before = await offerOf(elsewhere)
    const { exitCode, json } = await imported(file('bad.json', { contents: [good, bad] }))
    expect(exitCode).toBe(1)
    expect(json.error).toMatchObject({
      code: 'file-content',
      file: 'bad.json',
      problems: [
        { path: 'contents[1].id', expected: 'a UUID' },
        { path: 'contents[1].status', expected: 'one of: active, inactive, temporarily closed, defunct' },
        { path: 'contents[1].phones', expected: 'a list' },
        { path: 'contents[1].email', expected: 'an e-mail address' },
        { path: 'contents[1].url', expected: expect.stringContaining('http://') },
      ],
    })
    expect(await offerOf(elsewhere)).toEqual(before)
  })

  test.each([
    ['text.json', 'no JSON at all', 'JSON in UTF-8, or a zip of CSV tables'],
    ['empty.json', '{}', 'services or organizations of Open Referral HSDS 3'],
    ['broken.zip', 'PK\u0003\u0004 and then nothing', 'a zip of CSV tables that is whole'],
  ])('%s is refused in words', async (name, content, expected) => {
    const { json } = await imported(file(name, content))
    expect(json.error).toMatchObject({ problems: [{ path: 'file', expected }] })
  })

  test('a service of an organisation nobody knows is refused', async () => {
    const { organization: _, ...orphan } = JSON.parse(readFileSync(example, 'utf8'))
    const organization_id = '0a148810-d857-441c-9679-408f346de14c'
    const { json } = await imported(file('orphan.json', { ...orphan, organization_id }))
    expect(json.error).toMatchObject({ problems: [{ path: `service ${orphan.id}: organization_id` }] })
  })
})

test('the whole map of one municipality arrives in another as it was, all but its neighbourhoods', async () => {
  const out = join(folder, 'netegem.json')
  const written = await meernet(world, 'export', 'services', '--municipality', '99001', '--out', out, '--json')
  expect(written.json).toMatchObject({ services: 30 })
  const first = await imported(out)
  expect(first.json).toMatchObject({ services: { new: 30 } })
  const [there, back] = [await offerOf(here), await offerOf(elsewhere)]
  const withoutAreas = ({ service_areas: _, ...service }: (typeof there)['contents'][number]) => service
  const arrived = new Map(back.contents.map((service) => [service.id, withoutAreas(service)]))
  expect(there.contents.map(({ id }) => arrived.get(id))).toEqual(there.contents.map(withoutAreas))
  expect(first.json.leftOut).toEqual([{ path: 'contents[].service_areas[]', times: expect.any(Number) }])
})

test('its own export changes nothing where it came from', async () => {
  const out = join(folder, 'again.json')
  await meernet(world, 'export', 'services', '--municipality', '99001', '--out', out)
  const { json } = await meernet(world, 'import', 'services', out, '--municipality', '99001', '--json')
  expect(json).toMatchObject({ services: { new: 0, changed: 0 }, organisations: { new: 0, changed: 0 }, leftOut: [] })
})

test('a municipality that is not here is refused', async () => {
  const { json } = await meernet(world, 'export', 'services', '--municipality', '99999', '--json')
  expect(json.error?.code).toBe('unknown-municipality')
})
