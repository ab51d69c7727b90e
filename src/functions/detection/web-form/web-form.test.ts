import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { cardById } from '../cards/card-store.ts'

let world: World
let place: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
})
afterAll(() => world.close())

/** A browser without script that keeps its cookies, as a resident has it. */
function residentBrowser() {
  const jar = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const cookie = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const ask = (path: string, init: RequestInit = {}) =>
    Promise.resolve(
      world.app.web.request(`http://localhost/in/${place.slug}${path}`, {
        redirect: 'manual',
        ...init,
        headers: { ...cookie(), 'accept-language': 'nl', origin: 'http://localhost', ...init.headers },
      }),
    ).then(keep)
  return {
    jar,
    get: (path: string, headers = {}) => ask(path, { headers }),
    post: (path: string, form: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}

const answers = [
  ['who', { source: 'resident' }],
  ['wish', { wish: 'Ik geraak niet meer alleen in de winkel.' }],
  ['contact', { name: 'Jeanne Vermeulen', phone: '011 00 00 12' }],
  ['reach', { reachWhen: 'in de voormiddag', language: 'nl' }],
  ['agreement', { mayTell: 'alles op dit kaartje', agrees: 'yes', toWhom: 'socialWorker' }],
  ['urgency', { urgency: 'ordinary' }],
] as const

async function fillIn(over: Partial<Record<string, Record<string, string>>> = {}) {
  const browser = residentBrowser()
  await browser.post('/card')
  for (const [step, form] of answers) await browser.post(`/card/${step}`, over[step] ?? form)
  world.setNow(new Date(world.now().getTime() + 60_000))
  return browser
}

const path = (answer: Response) => new URL(answer.headers.get('location') ?? '', 'http://localhost').pathname

test('a resident fills in a card page by page without script, and keeps a code', async () => {
  const browser = residentBrowser()
  expect(path(await browser.post('/card'))).toBe('/in/testgem/card/who')
  const after: string[] = []
  for (const [step, form] of answers) after.push(path(await browser.post(`/card/${step}`, form)))
  expect(after.map((address) => address.split('/').at(-1))).toEqual([
    'wish',
    'contact',
    'reach',
    'agreement',
    'urgency',
    'check',
  ])
  expect(await (await browser.get('/card/check')).text()).toContain('Ik geraak niet meer alleen in de winkel.')
  world.setNow(new Date(world.now().getTime() + 60_000))
  const sent = await browser.post('/card/check')
  expect([sent.status, path(sent)]).toEqual([303, '/in/testgem/card/receipt'])
  const receipt = await (await browser.get('/card/receipt')).text()
  expect(receipt).toMatch(/[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}/)

  const coordinator = await makeStaff(world, place)
  const card = await world.app.transact(coordinator, async (tx) => {
    const { id } = await tx.db
      .selectFrom('detection.signal')
      .select('id')
      .orderBy('received_at', 'desc')
      .executeTakeFirstOrThrow()
    return cardById(tx, id)
  })
  expect(card).toMatchObject({
    source: 'resident',
    channel: 'web',
    content: { wish: 'Ik geraak niet meer alleen in de winkel.', phone: '011 00 00 12' },
    agreement: { toWhom: ['coordinator', 'socialWorker'], given: 'written', withdrawnOn: null },
  })
})

test('nothing that was typed can be read in the cookies or in an address', async () => {
  const browser = await fillIn()
  const kept = [...browser.jar.values()].join('')
  expect(kept.length).toBeGreaterThan(100)
  expect(Buffer.from(kept, 'base64url').toString('latin1') + kept).not.toMatch(/Jeanne|winkel|00 12/)
})

test('a page with a mistake comes back with 422, the sentence and what was typed', async () => {
  const browser = residentBrowser()
  await browser.post('/card')
  await browser.post('/card/who', { source: 'resident' })
  const answer = await browser.post('/card/contact', { name: 'Jeanne', phone: 'bel maar' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Geef een telefoonnummer, zoals 0470 12 34 56')
  expect(page).toContain('value="bel maar"')
  expect(page).toContain('href="#f-phone"')
})

test.each([
  ['wish', { wish: 'Mijn nummer is 85.07.30-033.28' }, 'Haal het rijksregisternummer weg'],
  ['wish', { wish: 'Stort op BE68 5390 0754 7034' }, 'Haal het rekeningnummer weg'],
  ['wish', {}, 'Vul dit in'],
  ['contact', { name: 'Jeanne' }, 'Geef een telefoonnummer, een e-mailadres of een plaats'],
  ['agreement', { mayTell: 'alles' }, 'Zonder akkoord kunnen we het kaartje niet lezen'],
  ['urgency', {}, 'Kies een van de mogelijkheden'],
])('P3 P12 the page "%s" says what to mend: %o', async (step, form, sentence) => {
  const browser = residentBrowser()
  await browser.post('/card')
  await browser.post('/card/who', { source: 'resident' })
  const answer = await browser.post(`/card/${step}`, form)
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
})

test('a card about somebody else asks to fill it in together; alone one is asked to talk first', async () => {
  const browser = residentBrowser()
  await browser.post('/card')
  expect(path(await browser.post('/card/who', { source: 'keyPerson' }))).toMatch(/together$/)
  expect(path(await browser.post('/card/together', { together: 'no' }))).toMatch(/talk-first$/)
  expect(path(await browser.post('/card/together', { together: 'yes' }))).toMatch(/wish$/)
})

test('a card that is not finished cannot be sent', async () => {
  const browser = await fillIn({ urgency: {} })
  expect(path(await browser.get('/card/check'))).toMatch(/urgency$/)
  expect(path(await browser.post('/card/check'))).toBe('/in/testgem/card')
})

test('a program that fills in everything or is too fast does not send a card', async () => {
  const browser = await fillIn()
  expect((await browser.post('/card/check', { website: 'https://spam.example' })).status).toBe(422)
  const fast = residentBrowser()
  await fast.post('/card')
  for (const [step, form] of answers) await fast.post(`/card/${step}`, form)
  expect((await fast.post('/card/check')).status).toBe(422)
})

test('changing one answer afterwards leads straight back to the check', async () => {
  const browser = await fillIn()
  expect(path(await browser.post('/card/contact', { phone: '011 00 00 13' }))).toMatch(/check$/)
})

test('a draft of more than an hour ago is forgotten', async () => {
  const browser = await fillIn()
  world.setNow(new Date(world.now().getTime() + 2 * 3600_000))
  expect(path(await browser.get('/card/check'))).toBe('/in/testgem/card')
})

test('the longest card fits in the cookies', async () => {
  const long = Array.from({ length: 1000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('')
  const browser = await fillIn({ wish: { wish: long } })
  const check = await browser.get('/card/check')
  expect(check.status).toBe(200)
  expect(await check.text()).toContain(long)
})

test('the form is there in Arabic, from right to left', async () => {
  const page = await (await residentBrowser().get('/card', { 'accept-language': 'ar' })).text()
  expect(page).toMatch(/<html lang="ar" dir="rtl"/)
  expect(page).toContain('اطلب المساعدة ببطاقة')
})
