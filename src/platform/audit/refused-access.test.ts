import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import type { StaffActor } from '../access/actor.ts'

let world: World
let visitor: StaffActor
let officer: StaffActor
beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world)
  visitor = await makeStaff(world, here, { role: 'visitor', name: 'Rita Goossens' })
  officer = await makeStaff(world, here, { role: 'dataProtectionOfficer' })
})
afterAll(() => world.close())

const refusals = () =>
  world.database.owner
    .selectFrom('audit.line')
    .select(['subject_id', 'actor_user_id'])
    .where('action', '=', 'refuse access')
    .execute()

test('a page refused to a colleague is in the log once a day, by the pattern of its route', async () => {
  const path = '/cases/0199aaaa-0000-7000-8000-000000000001'
  for (let asked = 0; asked < 3; asked += 1) expect((await world.as(visitor).get(path)).status).toBe(403)
  expect(await refusals()).toEqual([{ subject_id: '/cases/:id', actor_user_id: visitor.userId }])
})

test('what a passer-by may not see is not written down about anybody', async () => {
  const before = (await refusals()).length
  expect((await world.as().get('/cases')).status).toBe(303)
  expect(await refusals()).toHaveLength(before)
})

test('the data protection officer reads who was refused where', async () => {
  const page = await (await world.as(officer).get('/audit')).text()
  expect(page).toContain('Geweigerd worden op een pagina')
  expect(page).toContain('/cases/:id')
  expect(page).toContain('Rita Goossens')
})
