import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type HandoverWorld, type MadeHandover, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import { doWaitingJobs } from '../../../../tests/support/jobs.ts'
import { makeStaff } from '../../../../tests/support/world.ts'
import { guidanceJobs } from '../jobs.ts'

let known: HandoverWorld
beforeAll(async () => {
  known = await openHandoverWorld()
})
afterEach(async () => {
  known.world.setNow('2026-11-23T09:00:00Z')
  await known.world.database.owner
    .updateTable('guidance.handover')
    .set({ state: 'withdrawn', ended_at: new Date('2026-11-23T09:00:00Z') })
    .where('state', 'in', ['proposed', 'agreed', 'introduced'])
    .execute()
})
afterAll(() => known.world.close())

/** To whom the morning of a day sends a mail. */
async function mailedOn(day: string): Promise<readonly string[]> {
  const { world, here } = known
  world.setNow(`${day}T05:00:00Z`)
  await guidanceJobs(world.app).recurring?.['guidance.remind']?.task(here.id)
  return mailedNow()
}
async function mailedNow(): Promise<readonly string[]> {
  const { world } = known
  const before = world.mail.length
  await doWaitingJobs(world)
  const mails = world.mail.slice(before)
  for (const { text, subject } of mails) expect(`${subject} ${text}`).not.toMatch(/Fatima|verwarming|overdracht/i)
  return mails.map(({ to }) => to.replace('@test.example', '')).toSorted()
}
const askedOn = async ({ id }: MadeHandover) => {
  const handovers = known.world.database.owner.selectFrom('guidance.handover').select('answer_asked_on')
  return (await handovers.where('id', '=', id).executeTakeFirstOrThrow()).answer_asked_on
}
const both = () => [known.lead.userId, known.receiver.userId].toSorted()

test('P22 the receiver hears that something waits when the person agreed, and the mail says nothing of it', async () => {
  await known.proposed()
  expect(await mailedNow()).toEqual([])
  await known.shared()
  expect(await mailedNow()).toEqual([known.receiver.userId])
})

test('a handover nobody answers is asked about on both sides after ten working days, and every ten after', async () => {
  await known.introduced()
  await mailedNow()
  expect(await mailedOn('2026-12-04')).toEqual([])
  expect(await mailedOn('2026-12-07')).toEqual(both())
  expect(await mailedOn('2026-12-08')).toEqual([])
  expect(await mailedOn('2026-12-18')).toEqual([])
  expect(await mailedOn('2026-12-21')).toEqual(both())
})

test('before the two sides met only the sender can do something, and only the sender is asked', async () => {
  await known.proposed()
  await known.shared()
  await mailedNow()
  expect(await mailedOn('2026-12-07')).toEqual([known.lead.userId])
})

test.each<[string, (made: MadeHandover) => Promise<unknown>]>([
  ['an answer', (made) => known.reply(made, 'refusal', { reason: 'full', by: 'Nele' })],
  ['a withdrawal', (made) => known.act(made, 'withdrawal')],
])('after %s nobody is asked any more', async (_what, end) => {
  const made = await known.introduced()
  await end(made)
  await mailedOn('2026-12-07')
  expect(await askedOn(made)).toBeNull()
})

test('where a zone has coordinators, they hear of a handover and not all its social workers', async () => {
  const { world, here } = known
  const zone = { zoneId: here.ocmwZone } as const
  const coordinator = await makeStaff(world, here, zone)
  await makeStaff(world, here, { ...zone, secrecy: 'dutyOfDiscretion' })
  await known.shared()
  expect(await mailedNow()).toEqual([coordinator.userId])
})
