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
import type { StaffActor } from '../../../../platform/access/actor.ts'
import { tellBacksOf } from './tell-back-store.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

/** A card that became a case, so that the person must hear who follows it up. */
async function toTell(over: { phone?: string; email?: string; language?: 'nl' | 'ar' } = {}) {
  const { signalId } = await fileCard(world, place, { phone: undefined, ...over })
  await openCaseOfCard(world, coordinator, signalId)
  return { signalId, path: `/inbox/${signalId}/tell-backs/whoFollows` }
}
const outcomes = (signalId: string) =>
  world.app.transact(coordinator, async (tx) => (await tellBacksOf(tx, signalId)).map(({ outcome }) => outcome))

test('a person is told back once, in their own channel and within five working days', async () => {
  const { signalId, path } = await toTell({ phone: '011 00 00 08' })
  const [planned] = await world.app.transact(coordinator, (tx) => tellBacksOf(tx, signalId))
  expect(planned).toMatchObject({ about: 'whoFollows', channel: 'phone', dueOn: '2026-11-30', outcome: null })
  expect((await world.as(coordinator).post(path, { outcome: 'told' })).status).toBe(303)
  expect(await outcomes(signalId)).toEqual(['told'])
  expect((await world.as(coordinator).post(path, { outcome: 'notReached' })).status).toBe(409)
  expect(await outcomes(signalId)).toEqual(['told'])
})

test('telling back without saying how it went comes back with 422', async () => {
  const { path } = await toTell()
  expect((await world.as(coordinator).post(path, { outcome: 'perhaps' })).status).toBe(422)
})

test('P22 the mail to the person is in their language and says only that there is a message', async () => {
  const email = 'fatima@test.example'
  const { path } = await toTell({ email, language: 'ar' })
  expect((await world.as(coordinator).post(`${path}/mail`, {})).status).toBe(303)
  await doWaitingJobs(world)
  const letter = world.mail.find(({ to }) => to === email)
  expect(letter?.text).toContain(`http://localhost/in/${place.slug}/my-card`)
  expect(letter?.subject).toMatch(/\p{Script=Arabic}/u)
  expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/wandelen|Georgette/)
})

test('nobody is mailed who gave no e-mail address', async () => {
  const { path } = await toTell({ phone: '011 00 00 09' })
  const answer = await world.as(coordinator).post(`${path}/mail`, {})
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('geen e-mailadres')])
})

test('P6 a social worker tells nobody back through the inbox', async () => {
  const { signalId, path } = await toTell()
  const socialWorker = await makeStaff(world, place, { role: 'socialWorker' })
  expect((await world.as(socialWorker).post(path, { outcome: 'told' })).status).toBe(403)
  expect(await outcomes(signalId)).toEqual([null])
})
