import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../../../tests/support/guidance.ts'
import { doWaitingJobs } from '../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { spacedCode } from '../cards/card-code.ts'
import { cardById } from '../cards/card-store.ts'
import { type FiledCard, fileCards } from '../cards/file-cards.ts'
import { mergeSignals } from '../signals/merging/merging.ts'
import { eventsOf, signalById } from '../signals/signal-store.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

const program = () => systemActor(place.id, 'test')

async function file(source: 'resident' | 'visitor' = 'resident'): Promise<FiledCard> {
  const card = {
    id: uuidv7(),
    zoneId: place.municipalityZone,
    source,
    channel: 'web',
    wish: 'Een geheime wens',
    name: 'Georgette Maes',
    phone: '011 00 00 07',
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'alles', toWhom: ['coordinator'], given: 'written' },
    urgency: 'ordinary',
    filledInBy: 'zelf',
    filledInOn: '2026-11-23',
  } as const
  const [filed] = await world.app.transact(program(), (tx) =>
    fileCards(tx, [{ ...card, agreement: { ...card.agreement, toWhom: ['coordinator'] } }]),
  )
  if (!filed) throw new Error('not filed')
  return filed
}

/** Opens a card with its code and gives a browser that keeps the cookie. */
async function enter(code: string, language = 'nl') {
  world.setNow(new Date(world.now().getTime() + 16 * 60_000))
  const path = `/in/${place.slug}/my-card`
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost',
    'accept-language': language,
  }
  const ask = (address: string, init: RequestInit) =>
    Promise.resolve(world.app.web.request(`http://localhost${address}`, { redirect: 'manual', ...init }))
  const answer = await ask(path, { method: 'POST', headers, body: new URLSearchParams({ code }).toString() })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return {
    answer,
    get: (sub: string) => ask(path + sub, { headers: { cookie, 'accept-language': language } }),
    post: (sub: string, form: Record<string, string>) =>
      ask(path + sub, { method: 'POST', headers: { ...headers, cookie }, body: new URLSearchParams(form).toString() }),
  }
}

const kept = (id: string) =>
  world.app.transact(coordinator, async (tx) => ({ signal: await signalById(tx, id), card: await cardById(tx, id) }))

test('with the code one sees where the card is and never what it says', async () => {
  const { code } = await file()
  const browser = await enter(spacedCode(code).toLowerCase())
  expect([browser.answer.status, browser.answer.headers.get('location')]).toEqual([303, '/in/testgem/my-card/card'])
  const page = await (await browser.get('/card')).text()
  expect(page).toContain('Uw kaartje is aangekomen')
  expect(page).not.toMatch(/geheime wens|Georgette|011 00/)
})

test('P16 the holder of a code sees who looked: day, role and organisation, no name', async () => {
  const { code, signalId } = await file()
  await world.as(coordinator).get(`/inbox/${signalId}`)
  const page = await (await (await enter(code)).get('/card')).text()
  expect(page).toContain('coördinator, Gemeente Testgem')
  expect(page).not.toContain(coordinator.name)
})

test.each([
  ['resident', true],
  ['visitor', false],
] as const)('P16 who looked at the case is told to the holder of a card by a %s: %s', async (source, isTold) => {
  const { code, signalId } = await file(source)
  const socialWorker = await makeStaff(world, place, { role: 'socialWorker' })
  const personId = await makePerson(world, coordinator)
  await world.database.owner
    .updateTable('detection.signal')
    .set({ person_id: personId })
    .where('id', '=', signalId)
    .execute()
  await world.app.transact(socialWorker, async (tx) =>
    tx.audit({ action: 'read case', subject: { type: 'case', id: uuidv7() }, personId }),
  )
  const page = await (await (await enter(code)).get('/card')).text()
  expect(page.includes('maatschappelijk werker, Gemeente Testgem')).toBe(isTold)
})

test.each([
  ['resident', 'visitor', true],
  ['visitor', 'resident', false],
] as const)(
  'P16 who holds the code of a merged card of a %s, kept as one of a %s, is told of the case: %s',
  async (own, kept, isTold) => {
    const [first, double] = [await file(kept), await file(own)]
    await mergeSignals({ transact: world.app.transact }, coordinator, {
      signalId: first.signalId,
      version: 1,
      other: double.signalId,
    })
    const personId = await makePerson(world, coordinator)
    await world.database.owner
      .updateTable('detection.signal')
      .set({ person_id: personId })
      .where('id', '=', first.signalId)
      .execute()
    const socialWorker = await makeStaff(world, place, { role: 'socialWorker' })
    await world.app.transact(socialWorker, async (tx) =>
      tx.audit({ action: 'read case', subject: { type: 'case', id: uuidv7() }, personId }),
    )
    const page = await (await (await enter(double.code)).get('/card')).text()
    expect(page.includes('maatschappelijk werker, Gemeente Testgem')).toBe(isTold)
  },
)

test('P2 withdrawing the agreement ends the card and erases what it says', async () => {
  const { code, signalId } = await file()
  const browser = await enter(code)
  expect((await browser.post('/withdrawal', {})).status).toBe(303)
  const { signal, card } = await kept(signalId)
  expect(signal).toMatchObject({ state: 'closed', closedBecause: 'withdrawn' })
  expect(card).toMatchObject({ content: undefined, agreement: { withdrawnOn: expect.any(String) } })
  expect(await (await browser.get('/card')).text()).toContain('U trok uw akkoord in')
})

test('the holder gives another telephone number and asks a correction, which the coordinator reads', async () => {
  const { code, signalId } = await file()
  const browser = await enter(code)
  await browser.post('/contact', { phone: '0470 11 22 33', reachWhen: 'na 17 uur' })
  await browser.post('/correction', { correction: 'Mijn naam is Georgine.' })
  const { card } = await kept(signalId)
  expect(card?.content).toMatchObject({ phone: '0470 11 22 33', reachWhen: 'na 17 uur', wish: 'Een geheime wens' })
  const events = await world.app.transact(coordinator, (tx) =>
    eventsOf(tx, { id: signalId, zoneId: place.municipalityZone }),
  )
  expect(events.map(({ kind, by }) => [kind, by]).slice(1)).toEqual([
    ['contactChanged', 'codeHolder'],
    ['correctionAsked', 'codeHolder'],
  ])
  expect(events.at(-1)?.note).toBe('Mijn naam is Georgine.')
})

test('P16 a resident asks with the code to see what is kept, or a copy, and who filled a card in for another does not', async () => {
  const asked = async () =>
    world.database.owner.selectFrom('rights.request').select(['kind', 'card_id']).orderBy('recorded_at').execute()
  const own = await file()
  const mine = await enter(own.code)
  expect(await (await mine.get('/card')).text()).toContain('Samen bekijken wat er over mij staat')
  const before = (await asked()).length
  await mine.post('/correction', { what: 'copy', correction: '' })
  expect((await asked()).slice(before)).toEqual([{ kind: 'copy', card_id: own.signalId }])
  expect((await mine.post('/correction', { what: 'correct', correction: '' })).status).toBe(422)
  const others = await file('visitor')
  const sender = await enter(others.code)
  expect(await (await sender.get('/card')).text()).not.toContain('Samen bekijken')
  await sender.post('/correction', { what: 'view', correction: '' })
  expect(await asked()).toHaveLength(before + 1)
})

test('P3 a correction with a national number comes back with 422', async () => {
  const browser = await enter((await file()).code)
  expect((await browser.post('/correction', { correction: '85.07.30-033.28' })).status).toBe(422)
})

test('a merged card stands where the other stands', async () => {
  const [own, other] = [await file(), await file()]
  await world.as(coordinator).post(`/inbox/${other.signalId}/acknowledgement`, { version: '1' })
  const needs = { transact: world.app.transact }
  expect(await mergeSignals(needs, coordinator, { signalId: other.signalId, version: 2, other: own.signalId })).toEqual(
    { kind: 'done' },
  )
  expect(await (await (await enter(own.code)).get('/card')).text()).toContain(
    'De coördinator heeft het kaartje gelezen',
  )
})

test('a wrong code says so, and after ten tries one has to wait', async () => {
  world.setNow('2026-11-25T10:01:00Z')
  const resident = world.as()
  const statuses = []
  for (let attempt = 0; attempt < 11; attempt += 1)
    statuses.push((await resident.post(`/in/${place.slug}/my-card`, { code: 'C7RM 4XHP 9KWD' })).status)
  expect(statuses).toEqual([...Array(10).fill(422), 429])
})

test('the page is there in Arabic, from right to left', async () => {
  const browser = await enter((await file()).code, 'ar')
  const page = await (await browser.get('/card')).text()
  expect(page).toMatch(/<html lang="ar" dir="rtl"/)
  expect(page).toContain('وصلت بطاقتك')
})

/** Two cards of one person, the second merged into the first. */
async function mergedPair() {
  const [first, double] = [await file(), await file()]
  const needs = { transact: world.app.transact }
  await mergeSignals(needs, coordinator, { signalId: first.signalId, version: 1, other: double.signalId })
  return { first, double }
}

test('P2 withdrawing a merged card stops its use where it goes on, and that one is looked at today', async () => {
  const { first, double } = await mergedPair()
  const today = isoDateIn('Europe/Brussels', world.now())
  expect((await kept(first.signalId)).signal?.dueOn).not.toBe(today)
  expect((await (await enter(double.code)).post('/withdrawal', {})).status).toBe(303)
  expect((await kept(double.signalId)).card).toMatchObject({ content: undefined })
  const surviving = await kept(first.signalId)
  expect(surviving.signal).toMatchObject({ state: 'received', dueOn: today })
  expect(surviving.card?.content?.wish).toBe('Een geheime wens')
  const page = await (await world.as(coordinator).get(`/inbox/${first.signalId}`)).text()
  expect(page).toContain('De persoon trok een kaartje in')
  const mail = world.mail.length
  await doWaitingJobs(world)
  expect(world.mail.slice(mail).map(({ to }) => to)).toContain(`${coordinator.userId}@test.example`)
})

test('what the holder of a merged card tells is read where the card goes on', async () => {
  const { first, double } = await mergedPair()
  const browser = await enter(double.code)
  await browser.post('/contact', { phone: '0470 99 88 77' })
  await browser.post('/correction', { correction: 'Mijn straat heet nu anders.' })
  const page = await (await world.as(coordinator).get(`/inbox/${first.signalId}`)).text()
  for (const words of ['0470 99 88 77', 'Mijn straat heet nu anders.']) expect(page).toContain(words)
})

test('P2 withdrawing a card into which another was merged takes the agreement back on both', async () => {
  const { first, double } = await mergedPair()
  expect((await (await enter(first.code)).post('/withdrawal', {})).status).toBe(303)
  for (const { signalId } of [first, double])
    expect((await kept(signalId)).card).toMatchObject({
      content: undefined,
      agreement: { withdrawnOn: expect.any(String), mayTell: undefined },
    })
  expect(await (await (await enter(double.code)).get('/card')).text()).toContain('U trok uw akkoord in')
})

test('P2 a coordinator to whom somebody says to stop takes the agreement back on the card and on what was merged into it', async () => {
  const { first, double } = await mergedPair()
  const version = String((await kept(first.signalId)).signal?.version)
  const answer = await world.as(coordinator).post(`/inbox/${first.signalId}/closing`, { version, because: 'withdrawn' })
  expect(answer.status).toBe(303)
  for (const { signalId } of [first, double])
    expect((await kept(signalId)).card?.agreement.withdrawnOn).toBe(isoDateIn('Europe/Brussels', world.now()))
})
