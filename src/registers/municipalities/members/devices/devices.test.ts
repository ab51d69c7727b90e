import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  browserWithCookies,
  makeColleague,
  moveClock,
  signInByLink,
} from '../../../../../tests/support/sign-in/sign-in.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'

let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality
let fatima: Awaited<ReturnType<typeof signInByLink>>
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  world = await openWorld({}, { sessions: 'real' })
  moveClock(world, '2026-11-23T08:00:00Z')
  here = await makeMunicipality(world, 'Hier', '99001')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const { email } = await makeColleague(world, here, { role: 'administrator', secrecy: 'none' })
  fatima = await signInByLink(world, email)
})
afterAll(async () => {
  vi.useRealTimers()
  await world.close()
})
let minutes = 0
beforeEach(() => {
  // Mails to sign in with are counted per quarter of an hour.
  minutes += 16
  moveClock(world, new Date(Date.parse('2026-11-23T08:00:00Z') + minutes * 60_000).toISOString())
})

const pathOf = ({ membershipId }: { readonly membershipId: string }) => `/admin/memberships/${membershipId}/devices`
const report = async (browser: ReturnType<typeof browserWithCookies>, id: string, notSent?: number) =>
  ((await (await browser.postJson('/api/phone', { id, notSent })).json()) as { wipe: boolean }).wipe

test('an administrator ends all sessions of a colleague here, at once, and those of nobody else', async () => {
  const [rita, omar] = [await makeColleague(world, here), await makeColleague(world, here)]
  const [desk, phone, other] = [
    await signInByLink(world, rita.email),
    await signInByLink(world, rita.email),
    await signInByLink(world, omar.email),
  ]
  expect(await (await fatima.get(pathOf(rita))).text()).toContain('Meld overal af')
  expect((await fatima.post(`${pathOf(rita)}/sign-out`, {})).status).toBe(303)
  expect([(await desk.get('/today')).status, (await phone.get('/today')).status]).toEqual([303, 303])
  expect((await other.get('/today')).status).toBe(200)
  expect(await (await fatima.get(pathOf(rita))).text()).toContain('Nergens aangemeld')
})

test('sessions of the same colleague in another municipality go on', async () => {
  const rita = await makeColleague(world, here)
  const there = await makeStaff(world, elsewhere, { userId: rita.userId, role: 'visitor' })
  const [hereDesk, thereDesk] = [await signInByLink(world, rita.email), await signInByLink(world, rita.email)]
  await hereDesk.post('/memberships', { membershipId: rita.membershipId })
  await thereDesk.post('/memberships', { membershipId: there.membershipId })
  await fatima.post(`${pathOf(rita)}/sign-out`, {})
  expect([(await hereDesk.get('/today')).status, (await thereDesk.get('/today')).status]).toEqual([303, 200])
})

test('nobody but an administrator of the own municipality sees or ends sessions of a colleague', async () => {
  const rita = await makeColleague(world, here)
  const desk = await signInByLink(world, rita.email)
  const stranger = await makeColleague(world, elsewhere, { role: 'administrator', secrecy: 'none' })
  const coordinator = await makeColleague(world, here)
  const statuses = []
  for (const { email } of [stranger, coordinator]) {
    const browser = await signInByLink(world, email)
    statuses.push((await browser.get(pathOf(rita))).status, (await browser.post(`${pathOf(rita)}/sign-out`, {})).status)
  }
  expect(statuses).toEqual([404, 404, 403, 403])
  expect((await desk.get('/today')).status).toBe(200)
})

test('a phone erases itself at its next contact when an administrator asked it, also after its session ended', async () => {
  const rita = await makeColleague(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const phone = await signInByLink(world, rita.email)
  const id = uuidv7()
  expect(await report(phone, id)).toBe(false)
  const page = await (await fatima.get(pathOf(rita))).text()
  expect(page).toContain(`${pathOf(rita)}/phones/${id}/wipe`)
  await fatima.post(`${pathOf(rita)}/phones/${id}/wipe`, {})
  await fatima.post(`${pathOf(rita)}/sign-out`, {})
  expect(await (await fatima.get(pathOf(rita))).text()).toContain('Wist zich bij het volgende contact')
  expect(await report(phone, id)).toBe(true)
  expect(await (await fatima.get(pathOf(rita))).text()).toContain('Gewist')
})

test('its owner asks a lost phone to erase itself; nobody can for somebody else', async () => {
  const rita = await makeColleague(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const phone = await signInByLink(world, rita.email)
  const id = uuidv7()
  await report(phone, id)
  const omar = await signInByLink(world, (await makeColleague(world, here)).email)
  await omar.post(`/account/phones/${id}/wipe`, {})
  expect(await report(phone, id)).toBe(false)
  expect(await (await phone.get('/account')).text()).toContain('Uw telefoons voor huisbezoek')
  await phone.post(`/account/phones/${id}/wipe`, {})
  expect(await report(phone, id)).toBe(true)
})

test('a phone whose owner lost access while it was away erases itself', async () => {
  const rita = await makeColleague(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const phone = await signInByLink(world, rita.email)
  const id = uuidv7()
  await report(phone, id)
  await fatima.post(`/admin/memberships/${rita.membershipId}/ending`, {})
  expect(await report(phone, id)).toBe(true)
})

test('what a phone had not sent when it erased itself is said to coordinators as a number, until somebody asked', async () => {
  const rita = await makeColleague(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const phone = await signInByLink(world, rita.email)
  const coordinator = await signInByLink(world, (await makeColleague(world, here)).email)
  const stranger = await signInByLink(world, (await makeColleague(world, elsewhere)).email)
  const id = uuidv7()
  await report(phone, id, 2)
  expect(await (await fatima.get(pathOf(rita))).text()).toContain('Niet verzonden: 2')
  const words = '3 handelingen waren niet verzonden'
  const lostOn = async (browser: typeof coordinator) =>
    (await (await browser.get('/refused-acts')).text()).includes(words)
  expect(await lostOn(coordinator)).toBe(false)
  // Access is taken away while the phone has no network; it did one thing more.
  await fatima.post(`/admin/memberships/${rita.membershipId}/ending`, {})
  expect(await report(phone, id, 3)).toBe(true)
  expect([await lostOn(coordinator), await lostOn(stranger)]).toEqual([true, false])
  expect(await (await coordinator.get('/today')).text()).toContain('1 telefoon wiste zich met onverzonden bezoeken')
  const settlement = `/refused-acts/lost/${id}/settlement`
  await stranger.post(settlement, {})
  expect(await lostOn(coordinator)).toBe(true)
  expect((await coordinator.post(settlement, {})).status).toBe(303)
  expect(await lostOn(coordinator)).toBe(false)
  expect((await coordinator.post('/refused-acts/lost/x/settlement', {})).status).toBe(404)
})

test('P22 a telephone that two visitors share is a registration for each, and says so without naming the other', async () => {
  const wishes = { role: 'visitor', secrecy: 'dutyOfDiscretion' } as const
  const [rita, omar] = [await makeColleague(world, here, wishes), await makeColleague(world, here, wishes)]
  const session = await signInByLink(world, rita.email)
  const [ofRita, ofOmar] = [uuidv7(), uuidv7()]
  const reportOf = async (browser: typeof session, id: string, visitor: string, shared = true) => {
    const answer = await browser.postJson('/api/phone', { id, notSent: 1, shared, visitor })
    return ((await answer.json()) as { wipe: boolean }).wipe
  }
  await reportOf(session, ofRita, rita.userId, false)
  // Both report in whichever session there is: the notebook of one is never put on the name of the other.
  expect(await reportOf(session, ofOmar, omar.userId)).toBe(false)
  const pageOf = async (colleague: typeof rita) => (await fatima.get(pathOf(colleague))).text()
  expect(await pageOf(rita)).not.toContain('Gedeelde telefoon')
  expect([(await pageOf(rita)).includes(ofOmar), (await pageOf(omar)).includes(ofOmar)]).toEqual([false, false])
  const sessionOfOmar = await signInByLink(world, omar.email)
  await reportOf(sessionOfOmar, ofOmar, omar.userId)
  await reportOf(sessionOfOmar, ofRita, rita.userId)
  expect(await pageOf(rita)).toContain('Gedeelde telefoon')
  expect([(await pageOf(omar)).includes(ofOmar), (await pageOf(rita)).includes(ofOmar)]).toEqual([true, false])
  expect((await pageOf(rita)).includes(omar.name)).toBe(false)
  expect(await (await sessionOfOmar.get('/account')).text()).toContain('Gedeelde telefoon')

  await fatima.post(`${pathOf(rita)}/phones/${ofRita}/wipe`, {})
  expect(await reportOf(sessionOfOmar, ofRita, rita.userId)).toBe(true)
  expect(await reportOf(sessionOfOmar, ofOmar, omar.userId)).toBe(false)
})

test('P22 a session on a shared phone is over after half an hour of silence, that of a phone of one is not', async () => {
  const wishes = { role: 'visitor', secrecy: 'dutyOfDiscretion' } as const
  const [shares, alone] = [await makeColleague(world, here, wishes), await makeColleague(world, here, wishes)]
  const stillIn = async (colleague: typeof alone, shared: boolean) => {
    const session = await signInByLink(world, colleague.email)
    await session.postJson('/api/phone', { id: uuidv7(), notSent: 0, shared, visitor: colleague.userId })
    await world.database.owner
      .updateTable('identity.session')
      .set({ last_seen_at: new Date(world.now().getTime() - 30 * 60_000) })
      .where('account_id', '=', colleague.userId)
      .execute()
    return (await session.get('/api/visits/rounds')).status
  }
  expect([await stillIn(alone, false), await stillIn(shares, true)]).toEqual([200, 401])
})

test('a phone that nobody knows hears no, and a broken report is refused', async () => {
  const passerBy = browserWithCookies(world)
  expect(await report(passerBy, uuidv7())).toBe(false)
  expect((await passerBy.postJson('/api/phone', { id: 'x' })).status).toBe(400)
  expect((await passerBy.postJson('/api/phone', { id: uuidv7(), notSent: -1 })).status).toBe(400)
  expect((await passerBy.post('/api/phone', { id: uuidv7() })).status).toBe(400)
})

test('a phone in the hands of another visitor stays that of the first', async () => {
  const [rita, karim] = [
    await makeColleague(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' }),
    await makeColleague(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' }),
  ]
  const id = uuidv7()
  await report(await signInByLink(world, rita.email), id)
  await report(await signInByLink(world, karim.email), id)
  expect(await (await fatima.get(pathOf(karim))).text()).not.toContain(id)
  expect(await (await fatima.get(pathOf(rita))).text()).toContain(id)
})

test('an administrator lets links by mail open again for a colleague who lost all else, in the own municipality only', async () => {
  const rita = await makeColleague(world, here)
  const shut = world.database.owner
    .updateTable('identity.account')
    .set({ opens_by_mail: false })
    .where('id', '=', rita.userId)
  await shut.execute()
  const stranger = await makeColleague(world, elsewhere, { role: 'administrator', secrecy: 'none' })
  expect((await (await signInByLink(world, stranger.email)).post(`${pathOf(rita)}/mail-links`, {})).status).toBe(404)
  expect(await (await fatima.get(pathOf(rita))).text()).toContain('Laat links in een mail weer toe')
  await fatima.post(`${pathOf(rita)}/mail-links`, {})
  expect((await (await signInByLink(world, rita.email)).get('/today')).status).toBe(200)
})
