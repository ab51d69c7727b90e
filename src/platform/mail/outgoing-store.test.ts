import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWaitingJobs } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { queueInstallationMail, queueMail } from './outgoing-store.ts'

let world: World
let here: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
})
afterAll(() => world.close())

const mail = { to: 'nele@netegem.example', subject: 'Er is een bericht voor u', text: 'Meld u aan om het te lezen.' }
const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString()
const forget = () =>
  world.app.jobs.find(({ recurring }) => recurring?.['mail.forget'])?.recurring?.['mail.forget']?.task(here.id)
const kept = () => world.database.owner.selectFrom('platform.outgoing_mail').select(['sealed', 'sent_at']).execute()

test('P15 mail is gone after thirty days, also what never left and what is of the installation', async () => {
  const staff = await makeStaff(world, here)
  await world.app.transact(staff, (tx) => queueMail(tx, mail))
  await doWaitingJobs(world)
  await queueInstallationMail(world.database.owner, world.vault, mail)
  expect(await kept()).toMatchObject([{ sealed: null }, { sent_at: null }])
  // The database notes by its own clock when a mail was queued.
  world.setNow(daysFromNow(29))
  await forget()
  expect(await kept()).toHaveLength(2)
  world.setNow(daysFromNow(31))
  await forget()
  expect(await kept()).toEqual([])
})
