import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserWithCookies } from '../../../../tests/support/sign-in/sign-in.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { createPartnerZone } from '../../../registers/municipalities/index.ts'
import { roles } from '../../access/actor.ts'
import { demoWorld } from '../../demo/demo-world.ts'
import { type DemoStaff, demoIdentity } from '../demo.ts'

let demo: World
let real: World
let here: TestMunicipality
let staff: DemoStaff
const outboxFolder = mkdtempSync(join(tmpdir(), 'meernet-outbox-'))

beforeAll(async () => {
  ;[demo, real] = await Promise.all([
    openWorld({ isDemo: true, outboxFolder, clock: () => new Date() }, { sessions: 'real' }),
    openWorld({ isDemo: false, clock: () => new Date() }, { sessions: 'real' }),
  ])
  here = await makeMunicipality(demo)
  const partner = await createPartnerZone(demo.database.owner, here.id, 'Thuiszorg De Linde')
  const zones = { municipality: here.municipalityZone, ocmw: here.ocmwZone, partner }
  staff = await demoIdentity(demo.database.owner, demoWorld(1, here.id, '2026-11-23'), { zones })
})
afterAll(async () => {
  await demo.close()
  await real.close()
})

test('on a demo one press signs in as each role', async () => {
  const page = await (await browserWithCookies(demo).get('/sign-in')).text()
  for (const { membershipId, name } of Object.values(staff)) {
    expect(page).toContain(membershipId)
    const browser = browserWithCookies(demo)
    expect((await browser.post('/sign-in/demo', { membershipId })).headers.get('location')).toBe('/today')
    expect(await (await browser.get('/today')).text()).toContain(name)
  }
})

test('every role has somebody in the demo', () => {
  const played = Object.values(staff).map(({ role }) => role)
  expect(roles.filter((role) => !played.includes(role))).toEqual([])
})

test('the demo is the same every time', async () => {
  const again = demoWorld(1, here.id, '2026-11-23')
  expect(again.id()).toBe(staff.coordinator.userId)
})

test('a real installation has no such buttons, no such address and no outbox', async () => {
  const browser = browserWithCookies(real)
  expect(await (await browser.get('/sign-in')).text()).not.toContain('/sign-in/demo')
  expect((await browser.post('/sign-in/demo', { membershipId: staff.coordinator.membershipId })).status).toBe(404)
  expect((await browser.get('/outbox')).status).toBe(404)
})

test('the outbox of a demo shows mail as its reader would see it, to who is signed in', async () => {
  const mail =
    'To: rita@netegem.example\nSubject: Aanmelden\nContent-Type: text/plain\n\nHier is uw link.\n\nhttp://localhost/x\n'
  writeFileSync(join(outboxFolder, '01900000-0000-7000-8000-000000000001.eml'), mail)
  const browser = browserWithCookies(demo)
  expect((await browser.get('/outbox')).status).toBe(303)
  await browser.post('/sign-in/demo', { membershipId: staff.visitor.membershipId })
  const page = await (await browser.get('/outbox')).text()
  expect(page).toContain('rita@netegem.example')
  expect(page).toContain('href="http://localhost/x"')
})
