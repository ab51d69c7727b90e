import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'
import type { Role, SecrecyStatus } from '../../../platform/access/actor.ts'
import { staffRule } from '../../../platform/access/rule.ts'
import type { Member } from '../../../platform/identity/index.ts'
import { accessList, unbound } from './access-list.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const member = (name: string, role: Role, secrecy: SecrecyStatus, over: Partial<Member> = {}): Member => ({
  id: name,
  accountId: name,
  name,
  email: `${name}@test.example`,
  role,
  zoneId: 'ocmw',
  neighbourhoods: 'all',
  secrecy,
  secrecyProof: null,
  secrecyReviewOn: null,
  phone: null,
  isOnCall: false,
  version: 1,
  endedAt: null,
  ...over,
})
const cases = {
  data: 'cases',
  rule: staffRule('workOnCases', ['coordinator', 'socialWorker'], ['professionalSecrecy']),
}
const visits = { data: 'visits', rule: staffRule('useVisitApp', ['visitor']) }
const day = { municipalityId: 'here', today: '2026-11-23' }

test('P18 the list of who has access is what the access rules themselves answer', () => {
  const lines = accessList(
    [
      member('Nele', 'socialWorker', 'professionalSecrecy'),
      member('Sofie', 'coordinator', 'professionalSecrecy'),
      member('Bram', 'coordinator', 'dutyOfDiscretion'),
      member('Rita', 'visitor', 'dutyOfDiscretion'),
    ],
    [cases, visits],
    day,
  )
  expect(lines.map(({ data, role, people }) => [data, role, people.map(({ name }) => name)])).toEqual([
    ['cases', 'socialWorker', ['Nele']],
    ['cases', 'coordinator', ['Sofie']],
    ['visits', 'visitor', ['Rita']],
  ])
})

test('P18 somebody with access whom no secrecy binds is named', () => {
  const passed = member('Karim', 'visitor', 'dutyOfDiscretion', { secrecyReviewOn: '2026-11-22' })
  const lines = accessList([passed, member('Rita', 'visitor', 'dutyOfDiscretion')], [visits, visits], day)
  expect(unbound(lines).map(({ name }) => name)).toEqual(['Karim'])
})

test('P18 administrator and data protection officer read the list of the own municipality, nobody else', async () => {
  const here = await makeMunicipality(world, 'Hier', '99001')
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  await makeStaff(world, here, { role: 'administrator', secrecy: 'none', name: 'Fatima Yildiz' })
  await makeStaff(world, elsewhere, { role: 'administrator', secrecy: 'none', name: 'Iemand Anders' })
  const officer = await makeStaff(world, here, { role: 'dataProtectionOfficer' })
  const page = await world.as(officer).get('/admin/access-list')
  const text = await page.text()
  expect(text).toContain('Fatima Yildiz')
  expect(text).not.toContain('Iemand Anders')
  expect((await world.as(await makeStaff(world, here)).get('/admin/access-list')).status).toBe(403)
})
