import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../../tests/support/cards.ts'
import { freezeFile } from '../../../../../tests/support/frozen-volunteers.ts'
import { doWaitingJobs } from '../../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import { noteCaseProgress } from '../../signals/case/case-progress.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

/** A volunteer who sent a card that became a case, and whether there was mail when the case went on. */
async function isMailed(over: { readonly isFrozen: boolean }): Promise<boolean> {
  const sender = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const file = { id: uuidv7(), name: sender.name, birthYear: '1960', userId: sender.userId }
  expect((await world.as(coordinator).post('/volunteers', file)).status).toBe(303)
  const { cardId } = await fileCard(world, place, { wish: 'Samen naar de markt.' })
  await world.database.owner
    .updateTable('detection.signal')
    .set({ sender_user_id: sender.userId })
    .where('id', '=', cardId)
    .execute()
  const { caseId } = await openCaseOfCard(world, coordinator, cardId)
  if (over.isFrozen) await freezeFile(world, coordinator, file.id)
  const program = systemActor(place.id, 'test')
  await world.app.transact(program, (tx) => noteCaseProgress(tx, { caseId, progress: 'followed' }))
  await doWaitingJobs(world)
  return world.mail.some(({ to }) => to.startsWith(sender.userId))
}

test('P16 a volunteer whose file is frozen gets no mail about a card they sent; others do', async () => {
  expect(await isMailed({ isFrozen: false })).toBe(true)
  expect(await isMailed({ isFrozen: true })).toBe(false)
})
