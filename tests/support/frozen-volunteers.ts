import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import type { World } from './world.ts'

/** Notes at the desk that a volunteer asks to restrict, and freezes the file; gives the request. */
export async function freezeFile(world: World, coordinator: StaffActor, volunteerId: string): Promise<string> {
  const id = uuidv7()
  const request = { id, volunteerId, kind: 'restrict', channel: 'desk', receivedOn: '2026-11-23' }
  const browser = world.as(coordinator)
  expect((await browser.post('/rights', { ...request, identityChecked: 'known' })).status).toBe(303)
  expect((await browser.post(`/rights/${id}/freezing`, {})).status).toBe(303)
  return id
}

/** Lets what a request froze go again, as the data protection officer. */
export async function freeFile(world: World, officer: StaffActor, requestId: string): Promise<void> {
  const { version } = await world.database.owner
    .selectFrom('rights.request')
    .select('version')
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  const form = { version: String(version), because: 'settled', isTold: 'yes' }
  expect((await world.as(officer).post(`/rights/${requestId}/freeing`, form)).status).toBe(303)
}
