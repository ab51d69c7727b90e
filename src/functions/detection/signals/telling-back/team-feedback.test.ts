import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard } from '../../../../../tests/support/cards.ts'
import { doWaitingJobs } from '../../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { tellVisitorTeams } from './team-feedback.ts'

let world: World
let place: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
})
afterAll(() => world.close())

const mailed = async () => {
  await doWaitingJobs(world)
  return world.mail.map(({ to }) => to)
}

test('the visitors of a zone hear on the first of a month of the cards of the month before, once each and without names', async () => {
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const elsewhere = await makeStaff(world, place, {
    role: 'visitor',
    secrecy: 'dutyOfDiscretion',
    zoneId: place.ocmwZone,
  })
  const coordinator = await makeStaff(world, place)
  await fileCard(world, place, { source: 'visitor', senderUserId: visitor.userId })
  await fileCard(world, place, { source: 'visitor', senderUserId: visitor.userId })
  await mailed()
  const before = world.mail.length
  world.setNow('2026-12-01T07:00:00Z')
  await tellVisitorTeams(world.app.transact, place.id)
  const to = (await mailed()).slice(before)
  expect(to).toEqual([`${visitor.userId}@test.example`])
  for (const other of [elsewhere, coordinator]) expect(to).not.toContain(`${other.userId}@test.example`)
  expect(world.mail.at(-1)?.text).not.toMatch(/Georgette|wandelen/)
})

test('a month without cards of visitors is not mailed about', async () => {
  const before = (await mailed()).length
  world.setNow('2027-01-01T07:00:00Z')
  await tellVisitorTeams(world.app.transact, place.id)
  expect(await mailed()).toHaveLength(before)
})
