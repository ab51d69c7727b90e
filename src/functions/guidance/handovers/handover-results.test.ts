import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAgreement, makeCase } from '../../../../tests/support/guidance.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { closingGroundOf } from '../cases/closing-store.ts'
import { tasksOf } from '../tasks/task-store.ts'
import { fiveChecks } from './five-checks.ts'
import { handoverById } from './handover-store.ts'

let world: World
let lead: StaffActor
let handedOver: { readonly caseId: string; readonly id: string }

beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world)
  lead = await makeStaff(world, here)
  const receiver = await makeStaff(world, here, { role: 'socialWorker', zoneId: here.ocmwZone })
  const { caseId, personId } = await makeCase(world, lead)
  const agreementId = await makeAgreement(world, lead, personId)
  handedOver = { caseId, id: uuidv7() }
  const proposal = { personName: 'Fatima', reachBy: '0470 12 34 56', text: 'Verwarming.', returnsTo: lead.userId }
  await world
    .as(lead)
    .post(`/cases/${caseId}/handovers`, { id: handedOver.id, receiver: `zone:${here.ocmwZone}`, ...proposal })
  await act('agreement', { checks: fiveChecks, agreementId })
  await act('introduction', { how: 'together', on: '2026-11-23' })
  const version = String((await handover()).version)
  await world.as(receiver).post(`/handovers/${handedOver.id}/acceptance`, { version, by: 'Nele', waitingWeeks: '0' })
  await act('arrival', { on: '2026-11-23' })
})
afterAll(() => world.close())

const asProgram = <Result>(work: (tx: Tx) => Promise<Result>) =>
  world.app.transact(systemActor(lead.municipalityId, 'test'), work)

async function handover() {
  const found = await asProgram((tx) => handoverById(tx, handedOver.id))
  if (!found) throw new Error('there is no such handover')
  return found
}

async function act(part: string, form: Record<string, string | readonly string[]>): Promise<void> {
  const { caseId, id } = handedOver
  const version = String((await handover()).version)
  const { status } = await world.as(lead).post(`/cases/${caseId}/handovers/${id}/${part}`, { version, ...form })
  expect(status, part).toBe(303)
}

const openChecks = async () =>
  (await asProgram((tx) => tasksOf(tx, handedOver.caseId)))
    .filter(({ kind, doneAt }) => kind.startsWith('result') && doneAt === null)
    .map(({ kind }) => kind)

test('a result noted after six weeks answers the check of six weeks, and leaves the one of six months', async () => {
  expect(await openChecks()).toEqual(['resultAfterSixWeeks', 'resultAfterSixMonths'])
  world.setNow('2027-01-04T08:00:00Z')
  await act('outcome', { outcome: 'helpStarted' })
  expect(await openChecks()).toEqual(['resultAfterSixMonths'])
  world.setNow('2027-05-24T08:00:00Z')
  await act('outcome', { outcome: 'rightGranted' })
  expect(await openChecks()).toEqual([])
})

test('what a handover came to is a result of the case', async () => {
  const ground = await asProgram((tx) => closingGroundOf(tx, handedOver.caseId))
  expect(ground).toEqual({ results: ['right'], handoversUnderWay: 0, rightsNotAsked: 0 })
})
