import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../tests/support/cards.ts'
import { doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import { signalsByNeighbourhood } from '../../functions/detection/index.ts'
import { systemActor } from '../../platform/access/actor.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** What the officer gives to let data go. */
const freeing = { version: '1', because: 'settled', isTold: 'yes' }

test('P16 no work of the night touches, counts or reminds of frozen data; when they are let go it goes on', async () => {
  const place = await makeMunicipality(world)
  const coordinator = await makeStaff(world, place)
  const officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  const browser = world.as(coordinator)
  await browser.post('/substitutes/head-of-service', { head: coordinator.userId })
  const first = await fileCard(world, place, { wish: 'Samen naar de bibliotheek.' })
  const { personId, caseId } = await openCaseOfCard(world, coordinator, first.cardId)
  const waiting = await fileCard(world, place, { wish: 'Iemand voor de tuin.' })
  const { owner } = world.database
  await owner.updateTable('detection.signal').set({ person_id: personId }).where('id', '=', waiting.cardId).execute()
  const task = { id: uuidv7(), words: 'Bellen', dueOn: '2026-11-25', assigneeId: coordinator.userId }
  expect((await browser.post(`/cases/${caseId}/tasks`, task)).status).toBe(303)

  const request = { id: uuidv7(), personId, kind: 'restrict', channel: 'desk', receivedOn: '2026-11-23' }
  expect((await browser.post('/rights', { ...request, identityChecked: 'known' })).status).toBe(303)
  expect((await browser.post(`/rights/${request.id}/freezing`, {})).status).toBe(303)
  const before = await held()
  world.setNow('2027-01-04T08:00:00Z')
  await doWorkOfTheClock(world, place.id)
  expect(await held()).toEqual(before)
  expect(await counted()).toBe(0)

  expect((await world.as(officer).post(`/rights/${request.id}/freeing`, freeing)).status).toBe(303)
  await doWorkOfTheClock(world, place.id)
  const after = await held()
  expect(after.signals.find(({ id }) => id === waiting.cardId)).toMatchObject({ escalated: 'headOfService' })
  expect(after.tasks.find(({ id }) => id === task.id)?.reminded_on).toBe('2027-01-04')
  expect(await counted()).toBe(2)

  /** What is kept of them in case and card, as it stands. */
  async function held() {
    const inCase = owner.selectFrom('guidance.task').selectAll().where('case_id', '=', caseId).orderBy('id')
    const ofPerson = owner.selectFrom('detection.signal').selectAll().where('person_id', '=', personId).orderBy('id')
    return { tasks: await inCase.execute(), signals: await ofPerson.execute() }
  }

  /** Cards of that year in the figures of our own work. */
  async function counted(): Promise<number> {
    const program = systemActor(place.id, 'count the cards of a year')
    const counts = await world.app.transact(program, (tx) => signalsByNeighbourhood(tx, 2026))
    return counts.reduce((sum, { count }) => sum + count, 0)
  }
})
