import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard } from '../../../../tests/support/cards.ts'
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
import { type DemoPlaces, demoPlaces } from '../../../registers/places/index.ts'
import { type NewAsset, noteAssets } from '../assets/asset-store.ts'
import { demoFigures } from '../figures/demo.ts'
import { keepOwnCounts } from './count-anew.ts'

let world: World
let netegem: TestMunicipality
let places: DemoPlaces
let coordinator: Browser
let visitor: Browser

const inNetegem = <Result>(work: (tx: Tx) => Promise<Result>) =>
  world.app.transact(systemActor(netegem.id, 'test'), work)

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  const day = demoWorld(7, netegem.id, '2026-11-23')
  places = await inNetegem((tx) => demoPlaces(tx, day))
  await inNetegem((tx) => demoFigures(tx, day))
  const staff = await makeStaff(world, netegem)
  coordinator = world.as(staff)
  visitor = world.as(await makeStaff(world, netegem, { role: 'visitor' }))
  await inNetegem((tx) => noteAssets(tx, [...meetingPlaces(staff.userId), stopAtFirstDoor(staff.userId)]))
})
afterAll(() => world.close())

const blank: NewAsset = {
  ...{ id: '', kind: 'place', name: 'Plek', placeType: 'communityCentre', neighbourhoodId: null, at: null },
  ...{ organisationId: null, serviceId: null, address: null, isFree: null, isAccessible: null, openingHours: null },
  ...{ languages: [], note: null, notedBy: '', notedOn: '2026-11-02' },
}

const idOf = (name: string) => places.neighbourhoods.find((one) => one.name === name)?.id ?? ''

const meetingPlaces = (notedBy: string): readonly NewAsset[] =>
  [true, true, false].map((isFree) => ({ ...blank, id: uuidv7(), isFree, neighbourhoodId: idOf('Molenwijk'), notedBy }))

const stopAtFirstDoor = (notedBy: string): NewAsset => {
  const door = places.addresses.find(({ neighbourhoodId }) => neighbourhoodId === idOf('Molenwijk'))
  return { ...blank, id: uuidv7(), placeType: 'transitStop', at: [door?.x ?? 0, door?.y ?? 0], notedBy }
}

const count = () => coordinator.post('/analysis/figures/own-counts', {})
const valuesOf = async (indicator: string) => {
  const { rows } = await sql<{ area: string; value: number | null; state: string | null }>`
    select distinct on (v.area_code) v.area_name as area, v.value, v.state from analysis.indicator_value v
    join analysis.dataset d on d.municipality_id = v.municipality_id and d.id = v.dataset_id
    where v.indicator = ${indicator} and d.layout like 'own-%' order by v.area_code, d.imported_at desc`.execute(
    world.database.owner,
  )
  return Object.fromEntries(rows.map(({ area, value, state }) => [area, value ?? state]))
}

test('counting ourselves is for who brings figures in', async () => {
  expect((await visitor.post('/analysis/figures/own-counts', {})).status).toBe(403)
  expect((await count()).status).toBe(303)
})

test('meeting places and doors near a stop are figures of each neighbourhood, per thousand people where they are known', async () => {
  await count()
  expect(await valuesOf('meetingPlaceCount')).toMatchObject({ Molenwijk: 3, Heide: 0, Netegem: 3 })
  expect(await valuesOf('freePlacesShare')).toMatchObject({ Molenwijk: 67, Heide: 'notApplicable' })
  expect((await valuesOf('meetingPlaces')).Molenwijk).toBe(Number(((3 / 851) * 1000).toPrecision(3)))
  const near = await valuesOf('transitStop')
  expect(Number(near.Molenwijk)).toBeGreaterThan(0)
})

test('what nobody noted is not counted as none: without a pharmacy there is no figure of shops', async () => {
  expect(await valuesOf('servicesWalkable')).toEqual({})
})

test('counted again on the same day it is the same dataset', async () => {
  const datasets = () => sql`select id from analysis.dataset where layout like 'own-%'`.execute(world.database.owner)
  await count()
  const { rows } = await datasets()
  await count()
  expect((await datasets()).rows).toEqual(rows)
})

test('P13 signals of a year that is over are told from ten on, and a second neighbourhood is hidden with a small one', async () => {
  const now = world.now()
  world.setNow('2025-05-05T08:00:00Z')
  for (const [name, times] of [['Molenwijk', 14] as const, ['Stationsbuurt', 21] as const, ['Heide', 4] as const])
    for (let k = 0; k < times; k++)
      await fileCard(world, netegem, { neighbourhoodId: idOf(name), filledInOn: '2025-05-05' })
  world.setNow(now)
  await count()
  expect(await valuesOf('signalCount')).toEqual({
    Molenwijk: 'hidden',
    Stationsbuurt: 21,
    Heide: 'hidden',
    Netegem: 39,
  })
  const list = await (await coordinator.get('/analysis/publications')).text()
  expect(list).toContain('Kaartjes en signalen 2025')
  expect(list).toContain('iedereen')
  expect(list).not.toContain('partners')
})

test('P13 what is corrected in a year that went out changes nothing of it', async () => {
  world.setNow('2025-05-06T08:00:00Z')
  await fileCard(world, netegem, { neighbourhoodId: idOf('Heide'), filledInOn: '2025-05-06' })
  world.setNow('2026-11-24T08:00:00Z')
  await count()
  expect((await valuesOf('signalCount')).Netegem).toBe(39)
})

test('P13 signals for policy are told by theme where there are ten of them, beside those about a missing offer', async () => {
  const note = (name: string, theme: string, cause: string, times: number) =>
    sql`insert into policy_advice.policy_signal (municipality_id, id, theme, cause_type, competent_level, neighbourhood_id, situations,
        description, origin, noted_by, noted_on, second_reader, read_on)
      select ${netegem.id}::uuid, gen_random_uuid(), ${theme}, ${cause}, 'local', ${idOf(name)}::uuid, 'from5', 'Er is geen bus.', 'direct',
        gen_random_uuid(), '2025-06-06', gen_random_uuid(), '2025-06-07' from generate_series(1, ${times})`.execute(
      world.database.owner,
    )
  await note('Molenwijk', 'mobility', 'missingOffer', 14)
  await note('Stationsbuurt', 'housing', 'waitingTime', 21)
  await note('Stationsbuurt', 'mobility', 'missingOffer', 12)
  await note('Heide', 'housing', 'waitingTime', 3)
  await count()
  expect(await valuesOf('policySignalCount')).toMatchObject({ Molenwijk: 14, Heide: 'hidden', Netegem: 50 })
  expect(await valuesOf('policySignalsAboutMobility')).toMatchObject({ Molenwijk: 14, Netegem: 26 })
  expect(await valuesOf('policySignalsAboutHousing')).toMatchObject({ Heide: 'hidden' })
  expect(await valuesOf('serviceGap')).toMatchObject({ Molenwijk: 14, Stationsbuurt: 12, Netegem: 26 })
})

test('P13 the rate of rights found in a year that went out does not change with one right more', async () => {
  let found = 61
  const workCounts = {
    ...{ signals: async () => [], policySignals: async () => [], rights: async () => ({ found, checks: 83 }) },
  }
  await inNetegem((tx) => keepOwnCounts(tx, workCounts, '2025-01-15'))
  found = 66
  await inNetegem((tx) => keepOwnCounts(tx, workCounts, '2025-02-15'))
  const { rows } = await sql<{ value: number }>`select distinct value from analysis.indicator_value
    where indicator = 'rightsFoundPer100Checks' and period = '2024'`.execute(world.database.owner)
  expect(rows).toEqual([{ value: 73 }])
})
