import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { demoWorld } from '../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../registers/places/index.ts'
import { notePolicySignal, readAsSecond } from './actions.ts'
import { demoPolicySignals } from './demo.ts'
import { policySignalById, policySignalsOf, saveSecondReading } from './policy-signal-store.ts'

let world: World
let here: TestMunicipality
let author: StaffActor
let coordinator: StaffActor

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  author = await makeStaff(world, here, { role: 'socialWorker', zoneId: here.ocmwZone })
  coordinator = await makeStaff(world, here)
})
afterAll(() => world.close())

const fromCase = (id: string, noteBy: string) => ({
  id,
  theme: 'housing',
  causeType: 'waitingTime',
  competentLevel: 'flemish',
  neighbourhoodId: null,
  groups: ['poverty'],
  description: 'Wie een sociale woning vraagt, wacht jaren.',
  noteBy,
  caseClosedOn: '2026-11-20',
})
const id = '01900000-0000-7000-8000-000000000a01'
const seenBy = (actor: StaffActor) => world.app.transact(actor, (tx) => policySignalById(tx, id))

test('a closed case leaves its signal for policy once, without the case in it', async () => {
  for (let times = 0; times < 2; times += 1)
    await world.app.transact(author, (tx) => notePolicySignal(tx, fromCase(id, author.userId)))
  const signals = await world.app.transact(author, (tx) => policySignalsOf(tx, {}))
  expect(signals).toHaveLength(1)
  expect(signals[0]).toMatchObject({ origin: 'case', situations: 'under5', notedOn: '2026-11-20', readOn: null })
})

test('nobody notes in the name of somebody else', async () => {
  const foreign = fromCase('01900000-0000-7000-8000-000000000a02', coordinator.userId)
  await expect(world.app.transact(author, (tx) => notePolicySignal(tx, foreign))).rejects.toThrow(/row-level security/)
})

test('P14 until a second reader found nobody recognisable, only the author and coordinators see it', async () => {
  const others = await Promise.all(
    (
      ['steeringGroup', 'policyMaker', 'dataProtectionOfficer', 'communityWorker', 'administrator', 'visitor'] as const
    ).map((role) => makeStaff(world, here, { role })),
  )
  for (const other of others) expect(await seenBy(other), other.role).toBeUndefined()
  expect(await seenBy(author)).toBeDefined()
  expect(await seenBy(coordinator)).toBeDefined()

  const reading = { id, version: 1, description: 'Wie een woning vraagt, wacht jaren.', today: '2026-11-23' }
  expect(await readAsSecond(world.app, coordinator, reading)).toEqual({ kind: 'read' })
  const see = await Promise.all(others.map(async (other) => [other.role, (await seenBy(other)) !== undefined]))
  expect(Object.fromEntries(see)).toEqual({
    steeringGroup: true,
    policyMaker: true,
    dataProtectionOfficer: true,
    communityWorker: false,
    administrator: false,
    visitor: false,
  })
  expect(await readAsSecond(world.app, coordinator, reading)).toEqual({ kind: 'stale' })
})

test('P14 the author is not the second reader, not even against the database', async () => {
  const own = '01900000-0000-7000-8000-000000000a03'
  await world.app.transact(coordinator, (tx) => notePolicySignal(tx, fromCase(own, coordinator.userId)))
  const reading = { id: own, version: 1, description: 'Zelf nagelezen.', today: '2026-11-23' }
  expect(await readAsSecond(world.app, coordinator, reading)).toEqual({ kind: 'refused', reason: 'ownNote' })
  const forced = world.app.transact(coordinator, (tx) =>
    saveSecondReading(tx, { ...reading, reader: coordinator.userId, readOn: '2026-11-23' }),
  )
  expect(await forced).toBe(false)
})

test('another municipality sees none of it', async () => {
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const stranger = await makeStaff(world, elsewhere)
  expect(await seenBy(stranger)).toBeUndefined()
  expect(await world.app.transact(stranger, (tx) => policySignalsOf(tx, {}))).toEqual([])
})

test('the demo has fifteen signals, of which five wait for a second reader', async () => {
  const netegem = await makeMunicipality(world, 'Netegem', '99999')
  const system = systemActor(netegem.id, 'demo')
  const demo = demoWorld(7, netegem.id, '2026-11-23')
  const signals = await world.app.transact(system, async (tx) => {
    const { neighbourhoods } = await demoPlaces(tx, demo)
    await demoPolicySignals(tx, demo, {
      authors: [author.userId],
      reader: coordinator.userId,
      neighbourhoodIds: neighbourhoods.map((one) => one.id),
    })
    return policySignalsOf(tx, {})
  })
  expect(signals).toHaveLength(15)
  expect(signals.filter(({ readOn }) => readOn === null)).toHaveLength(5)
})
