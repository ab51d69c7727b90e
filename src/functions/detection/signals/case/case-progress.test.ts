import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../../tests/support/cards.ts'
import { doWaitingJobs } from '../../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { type Actor, type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import { eventsOf, signalById } from '../signal-store.ts'
import { tellBacksOf } from '../telling-back/tell-back-store.ts'
import { type CaseProgress, noteCaseProgress } from './case-progress.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let socialWorker: StaffActor
let sender: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  socialWorker = await makeStaff(world, place, { role: 'socialWorker' })
  sender = await makeStaff(world, place, { role: 'frontlineProfessional' })
})
afterAll(() => world.close())

async function cardInCase() {
  const { signalId } = await fileCard(world, place, { source: 'frontlineProfessional', senderUserId: sender.userId })
  const { caseId } = await openCaseOfCard(world, coordinator, signalId)
  return { signalId, caseId }
}
const note = (actor: Actor, progress: CaseProgress) => world.app.transact(actor, (tx) => noteCaseProgress(tx, progress))
const kept = (signalId: string) =>
  world.app.transact(systemActor(place.id, 'test'), async (tx) => ({
    progress: (await signalById(tx, signalId))?.caseProgress,
    noted: (await eventsOf(tx, { id: signalId, zoneId: place.municipalityZone }))
      .filter(({ kind }) => kind === 'progressed')
      .map(({ detail }) => detail),
    toldBack: (await tellBacksOf(tx, signalId)).map(({ about }) => about).sort(),
  }))

test('a case that is followed shows on its card at once, and the person and the sender hear it', async () => {
  const { signalId, caseId } = await cardInCase()
  await note(coordinator, { caseId, progress: 'followed' })
  expect(await kept(signalId)).toEqual({
    progress: 'followed',
    noted: ['followed'],
    toldBack: ['followed', 'whoFollows'],
  })
  const before = world.mail.length
  await doWaitingJobs(world)
  const told = world.mail.slice(before).filter(({ to }) => to === `${sender.userId}@test.example`)
  expect(told).toHaveLength(1)
  expect(await (await world.as(sender).get('/cards')).text()).toContain('wordt gevolgd')
})

test('a social worker does not change signals, so what they reached is noted by a job after them', async () => {
  const { signalId, caseId } = await cardInCase()
  await note(socialWorker, { caseId, progress: 'closed' })
  expect((await kept(signalId)).progress).toBe('takenUp')
  await doWaitingJobs(world)
  expect(await kept(signalId)).toEqual({
    progress: 'closed',
    noted: ['closed'],
    toldBack: ['result', 'whoFollows'],
  })
})

test('the same progress told twice is noted once', async () => {
  const { signalId, caseId } = await cardInCase()
  await note(coordinator, { caseId, progress: 'followed' })
  await note(socialWorker, { caseId, progress: 'followed' })
  await doWaitingJobs(world)
  expect((await kept(signalId)).noted).toEqual(['followed'])
})
