import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWaitingJobs } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { systemActor } from '../access/actor.ts'
import { tellColleague } from './tell-colleague.ts'

let world: World
let here: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
})
afterAll(() => world.close())

const tell = (...userIds: readonly string[]) =>
  world.app.transact(systemActor(here.id, 'test'), async (tx) => {
    for (const userId of userIds) await tellColleague(tx, userId)
  })

test('P22 whoever is told several times in a row gets one mail, that says only that something waits', async () => {
  const { userId } = await makeStaff(world, here)
  await tell(userId, userId)
  await tell(userId)
  await doWaitingJobs(world)
  const letters = world.mail.filter(({ to }) => to.startsWith(userId))
  expect(letters).toHaveLength(1)
  expect(letters[0]?.text).toBe(
    'Dag,\n\nEr wacht iets op u in Meernet. Meld u aan om het te lezen:\nhttp://localhost/today\n',
  )
})

test('an account that is gone is not told, and the job does not fail', async () => {
  const before = world.mail.length
  await tell('019ab000-0000-7000-8000-000000000000')
  await doWaitingJobs(world)
  expect(world.mail).toHaveLength(before)
})
