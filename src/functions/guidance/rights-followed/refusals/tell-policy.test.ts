import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeCase, makePerson } from '../../../../../tests/support/guidance.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import { guidanceJobs } from '../../jobs.ts'
import type { Standing } from '../followed-right.ts'
import { followedRightsOf, insertFollowedRights, saveOutcome } from '../followed-right-store.ts'

let world: World
let here: TestMunicipality
let lead: StaffActor
// One for each test, so that nothing counted before is counted again.
let municipalities = 0
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  const number = `${++municipalities}`
  here = await makeMunicipality(world, `Gemeente${number}`, `9990${number}`)
  lead = await makeStaff(world, here)
})
afterAll(() => world.close())

const count = () => guidanceJobs(world.app).recurring?.['guidance.countRefusals']?.task(here.id)
const signals = () =>
  world.database.owner
    .selectFrom('policy_advice.policy_signal')
    .select(['origin', 'situations', 'theme', 'cause_type', 'competent_level', 'description', 'noted_by'])
    .where('municipality_id', '=', here.id)
    .execute()

const refused = (answeredOn = '2026-11-10'): Standing => ({
  state: 'refused',
  askedOn: '2026-10-01',
  answeredOn,
  refusalReason: 'late',
})

/** Somebody's right as it stands; a new person unless one is given. */
async function stands(standing: Standing, personId?: string): Promise<void> {
  const { caseId, zoneId } = await makeCase(world, lead, personId)
  await world.app.transact(lead, async (tx) => {
    const begun = { id: uuidv7(), caseId, zoneId, rightId: 'verwarmingstoelage', askBy: null }
    await insertFollowedRights(tx, [{ ...begun, begunBy: lead.userId, begunAt: tx.now }])
    const [right] = await followedRightsOf(tx, caseId)
    if (right) await saveOutcome(tx, right, right.version, { standing, words: null })
  })
}

test('a right refused to three people becomes one policy signal, however often it is counted', async () => {
  for (let person = 0; person < 3; person++) await stands(refused())
  await count()
  await count()
  expect(await signals()).toEqual([
    {
      origin: 'counted',
      situations: 'under5',
      theme: 'incomeAndDebts',
      cause_type: 'rule',
      competent_level: 'federal',
      description:
        '“Verwarmingstoelage” werd bij verschillende mensen geweigerd of bleef zonder antwoord. De reden die terugkomt: te laat gevraagd.',
      noted_by: null,
    },
  ])
})

test('the same person refused in three cases becomes none', async () => {
  const personId = await makePerson(world, lead)
  for (let time = 0; time < 3; time++) await stands(refused(), personId)
  await count()
  expect(await signals()).toEqual([])
})

test('asked and not answered for three months counts as a refusal, asked last week does not', async () => {
  await stands(refused())
  await stands({ state: 'asked', askedOn: '2026-08-01' })
  await stands({ state: 'asked', askedOn: '2026-11-16' })
  await count()
  expect(await signals()).toEqual([])
  await stands({ state: 'asked', askedOn: '2026-08-25' })
  await count()
  expect(await signals()).toHaveLength(1)
})

test('P14 what was counted waits for a coordinator to read it, whoever that is, and names nobody', async () => {
  for (let person = 0; person < 3; person++) await stands(refused())
  await count()
  const [id] = (
    await world.database.owner
      .selectFrom('policy_advice.policy_signal')
      .select('id')
      .where('municipality_id', '=', here.id)
      .execute()
  ).map((row) => row.id)
  const steering = await makeStaff(world, here, { role: 'steeringGroup', secrecy: 'none' })
  expect((await world.as(steering).get(`/policy-signals/${id}`)).status).toBe(404)
  expect(await (await world.as(lead).get('/today')).text()).toContain('op nalezen')
  const page = await (await world.as(lead).get(`/policy-signals/${id}`)).text()
  expect(page).toContain('telling in de dossiers, zonder namen')
  const reading = { version: '1', description: 'Te weinig tijd om te vragen.', isUnrecognisable: 'yes' }
  expect((await world.as(lead).post(`/policy-signals/${id}/reading`, reading)).status).toBe(303)
  expect((await world.as(steering).get(`/policy-signals/${id}`)).status).toBe(200)
})

test('nobody but the program sees what was told', async () => {
  for (let person = 0; person < 3; person++) await stands(refused())
  await count()
  const seen = await world.app.transact(lead, (tx) => tx.db.selectFrom('guidance.refusal_signal').selectAll().execute())
  expect(seen).toEqual([])
})
