import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCase } from '../../../../tests/support/guidance.ts'
import { type HandoverWorld, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import { lookersOf } from '../../../platform/audit/index.ts'
import { linkOf } from '../handovers/link-store.ts'

let known: HandoverWorld
beforeAll(async () => {
  known = await openHandoverWorld()
})
afterAll(() => known.world.close())

const lines = (action: string, userId: string) =>
  known.world.database.owner
    .selectFrom('audit.line')
    .select(['reason', 'subject_id'])
    .where('action', '=', action)
    .where('actor_user_id', '=', userId)
    .execute()

test('P17 who looks at a list of their cases leaves one line a day for each list', async () => {
  const { world, lead } = known
  await makeCase(world, lead)
  for (const path of ['/cases', '/cases', '/cases?state=closed', '/cases']) await world.as(lead).get(path)
  expect((await lines('list cases', lead.userId)).map(({ reason }) => reason)).toEqual(['open cases', 'closed cases'])
  world.setNow('2026-11-23T22:59:00Z')
  await world.as(lead).get('/cases')
  world.setNow('2026-11-23T23:01:00Z')
  await world.as(lead).get('/cases')
  expect(await lines('list cases', lead.userId)).toHaveLength(3)
  world.setNow('2026-11-23T08:00:00Z')
})

test('P17 a list of received handovers leaves a line too', async () => {
  const { world, receiver } = known
  await world.as(receiver).get('/handovers')
  await world.as(receiver).get('/handovers')
  expect(await lines('list handovers', receiver.userId)).toHaveLength(1)
})

test('P16 who read a handover by a link is among those who looked, by organisation', async () => {
  const { world, here, act, introduced, asProgram } = known
  const made = await introduced({ receiver: 'other', organisationName: 'Huis van de Maan' })
  await act(made, 'link')
  const secret = (await asProgram((tx) => linkOf(tx, made.id)))?.secret
  const opened = await world.as().post(`/in/${here.slug}/handover/${secret?.token}`, { code: secret?.code ?? '' })
  expect(opened.status).toBe(303)
  const looks = await asProgram((tx) => lookersOf(tx, { personId: made.personId }))
  expect(looks).toContainEqual(
    expect.objectContaining({ role: 'linkReceiver', organisation: 'Huis van de Maan', userId: null }),
  )
  const sheet = await world.as(known.lead).get(`/people/${made.personId}/lookers`)
  expect(await sheet.text()).toContain('ontvanger van een overdracht, met een link')
})
