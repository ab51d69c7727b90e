import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../tests/support/cards.ts'
import { doWaitingJobs } from '../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { caseById } from './case-store.ts'
import { eventsOf } from './event-store.ts'
import { membersOf } from './member-store.ts'

let world: World
let here: TestMunicipality
let lead: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  lead = await makeStaff(world, here)
})
afterAll(() => world.close())

/** A card that became a case, and the acts on it from the version that holds. */
async function caseOfCard() {
  const { signalId } = await fileCard(world, here)
  const { caseId } = await openCaseOfCard(world, lead, signalId)
  const asProgram = world.app.transact
  const version = async () =>
    String((await asProgram(systemActor(here.id, 'test'), (tx) => caseById(tx, caseId)))?.version)
  const act = async (part: string, form: Record<string, string>) => {
    const answer = await world.as(lead).post(`/cases/${caseId}/${part}`, { version: await version(), ...form })
    expect(answer.status, part).toBe(303)
    await doWaitingJobs(world)
  }
  const close = (outcome: string) => act('closing', { id: uuidv7(), signalId: uuidv7(), outcome, preventable: 'no' })
  return { signalId, caseId, act, close }
}
const onCard = async (signalId: string) => {
  const { owner } = world.database
  const signal = await owner
    .selectFrom('detection.signal')
    .select('case_progress')
    .where('id', '=', signalId)
    .executeTakeFirstOrThrow()
  const toTell = await owner
    .selectFrom('detection.tell_back')
    .select('about')
    .where('signal_id', '=', signalId)
    .where('done_at', 'is', null)
    .orderBy('about')
    .execute()
  return { progress: signal.case_progress, toTell: toTell.map(({ about }) => about) }
}

describe('what the person and the sender hear', () => {
  test('a case that opens again is taken up again on its card, and its end is told once more', async () => {
    const { signalId, act, close } = await caseOfCard()
    await act('rights-check', { state: 'declined' })
    await close('unreachable')
    expect(await onCard(signalId)).toEqual({ progress: 'closed', toTell: ['result', 'whoFollows'] })
    await act('reopening', { reason: 'De persoon belde opnieuw.' })
    expect(await onCard(signalId)).toEqual({ progress: 'takenUp', toTell: ['whoFollows'] })
    await close('personStopped')
    expect(await onCard(signalId)).toEqual({ progress: 'closed', toTell: ['result', 'whoFollows'] })
  })

  test('nobody is asked to tell anything back to somebody who died', async () => {
    const { signalId, act, close } = await caseOfCard()
    await act('rights-check', { state: 'declined' })
    await close('deceased')
    expect(await onCard(signalId)).toEqual({ progress: 'closed', toTell: [] })
  })
})

describe('a case has one lead', () => {
  const letIn = async (caseId: string) => {
    const colleague = await makeStaff(world, here)
    await world.as(lead).post(`/cases/${caseId}/members`, { userId: colleague.userId })
    return colleague
  }
  const inCase = (caseId: string) =>
    world.app.transact(systemActor(here.id, 'test'), async (tx) => ({
      leads: (await membersOf(tx, caseId)).filter(({ isLead }) => isLead).length,
      ended: (await eventsOf(tx, caseId)).filter(({ kind }) => kind === 'memberEnded').length,
    }))

  test('also when a colleague is made lead and let go at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { caseId } = await caseOfCard()
      const { userId } = await letIn(caseId)
      await Promise.all([
        world.as(lead).post(`/cases/${caseId}/lead`, { userId }),
        world.as(lead).post(`/cases/${caseId}/members/removal`, { userId }),
      ])
      expect((await inCase(caseId)).leads).toBe(1)
    }
  })

  test('and who was never in it is not noted as having left', async () => {
    const { caseId } = await caseOfCard()
    const stranger = await makeStaff(world, here)
    const answer = await world.as(lead).post(`/cases/${caseId}/members/removal`, { userId: stranger.userId })
    expect([answer.status, (await inCase(caseId)).ended]).toEqual([409, 0])
  })
})
