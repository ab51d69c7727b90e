import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCase } from '../../../../tests/support/guidance.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { guidanceJobs } from '../jobs.ts'
import { tasksOf } from '../tasks/task-store.ts'
import { followedRightsOf, insertFollowedRights } from './followed-right-store.ts'

let world: World
let lead: StaffActor
beforeAll(async () => {
  world = await openWorld()
  lead = await makeStaff(world, await makeMunicipality(world))
})
afterAll(() => world.close())

test('a last day that comes back each year moves to the next one, with its task; another stays where it is', async () => {
  const { caseId, zoneId } = await makeCase(world, lead)
  const follow = (rightId: string, askBy: string) =>
    world.app.transact(lead, (tx) =>
      insertFollowedRights(tx, [
        { id: uuidv7(), caseId, zoneId, rightId, askBy, begunBy: lead.userId, begunAt: tx.now },
      ]),
    )
  await follow('sociaal-tarief-water', '2025-12-31')
  await follow('verwarmingstoelage', '2025-12-31')
  const renew = guidanceJobs(world.app).recurring?.['guidance.renewTerms']
  await renew?.task(lead.municipalityId)
  await renew?.task(lead.municipalityId)
  const asProgram = systemActor(lead.municipalityId, 'test')
  const rights = await world.app.transact(asProgram, (tx) => followedRightsOf(tx, caseId))
  expect(rights.map(({ rightId, askBy }) => [rightId, askBy])).toEqual([
    ['sociaal-tarief-water', '2026-12-31'],
    ['verwarmingstoelage', '2025-12-31'],
  ])
  const tasks = await world.app.transact(asProgram, (tx) => tasksOf(tx, caseId))
  expect(tasks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['askRight', '2026-12-17']])
})
