import { fileURLToPath } from 'node:url'
import { isoDateIn } from '@meernet/calendar'
import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Env } from '../../../src/platform/http/context.ts'
import { listen } from '../../../src/platform/http/listen.ts'
import { launchBrowser } from '../../support/browser.ts'
import { signInByLink } from '../../support/sign-in/sign-in.ts'
import { makeRound } from '../../support/visits.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../support/world.ts'
import { type Person, personAt } from '../support/person.ts'
import { findNetwork, loseNetwork, nextDoor, notesOnPhone, preparePhone, unlock } from '../support/visit-phone.ts'

const browserFolder = fileURLToPath(new URL('../../../dist/browser', import.meta.url))
const today = isoDateIn('Europe/Brussels', new Date())

let world: World
let server: Awaited<ReturnType<typeof listen>>
let browser: Browser
let municipality: TestMunicipality
let url = ''
let isUpdated = false

beforeAll(async () => {
  world = await openWorld({ clock: () => new Date(), browserFolder, address: () => url }, { sessions: 'real' })
  const web = new Hono<Env>()
  web.get('/visits-worker.js', async (c) => {
    const answer = await world.app.web.fetch(c.req.raw, c.env)
    return isUpdated ? new Response(nextVersion(await answer.text()), answer) : answer
  })
  web.get('/assets/*', (c) =>
    isUpdated && gone.test(c.req.path) ? c.notFound() : world.app.web.fetch(c.req.raw, c.env),
  )
  web.all('*', (c) => world.app.web.fetch(c.req.raw, c.env))
  server = await listen(web, { host: '127.0.0.1', port: 4420 })
  url = `http://localhost:${server.port}`
  municipality = await makeMunicipality(world, 'Visitegem')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await world?.close()
})

/** In the next version what opens the lock has other names: neither its worker nor its server knows these. */
const gone = /\/assets\/argon2/
const nextVersion = (program: string) => program.replace(/,"\/assets\/argon2[^"]*"/g, '')

/** A visitor with a round of today who set out, on a phone that is ready. */
async function visitorOnTheWay(): Promise<Person> {
  const { visitor } = await makeRound(world, municipality, {
    startsOn: `${today.slice(0, 8)}01`,
    endsOn: '2099-12-31',
    day: today,
  })
  const person = await personAt(browser, url, { screen: 'phone' })
  const signedIn = await signInByLink(world, `${visitor.userId}@test.example`)
  await person.page.context().addCookies([...signedIn.cookies()].map(([name, value]) => ({ name, value, url })))
  await preparePhone(person)
  await person.presses('Ik vertrek')
  await person.reads('Ik ben terug')
  await person.reads('Alles verzonden')
  return person
}

/** From now on nothing can be added, as a browser refuses it. NOTE: Chromium looks at the room that is left every half minute only. */
const fillPhone = ({ page }: Person) =>
  page.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse })
    addEventListener('makeRoom', () => Object.assign(IDBObjectStore.prototype, { add, put }), { once: true })
  })
const makeRoom = ({ page }: Person) => page.evaluate(() => dispatchEvent(new Event('makeRoom')))

/** From now on sealing takes longer than the pause in typing after which a draft is kept. */
const slowDown = ({ page }: Person) =>
  page.evaluate(() => {
    const { encrypt } = crypto.subtle
    const slowly: typeof encrypt = async (...sealing) => {
      await new Promise((resolve) => setTimeout(resolve, 700))
      return encrypt.call(crypto.subtle, ...sealing)
    }
    Object.assign(SubtleCrypto.prototype, { encrypt: slowly })
  })

test('a full phone says so with whom to call, loses nothing, and goes on when there is room', async () => {
  const visitor = await visitorOnTheWay()
  await nextDoor(visitor)
  await visitor.picks('Een fijn gesprek')
  await fillPhone(visitor)
  await visitor.writes('Eén zin over het bezoek', 'Kent de hele straat.')
  await visitor.presses('Bewaren')
  await visitor.reads('Wat er al op stond, is er nog.')
  await visitor.arrivesAt(/Lindelaan/)
  expect(await visitor.page.getByLabel('Eén zin over het bezoek').inputValue()).toBe('Kent de hele straat.')
  await makeRoom(visitor)
  await visitor.presses('Bewaren')
  await visitor.arrivesAt('Uw ronde van vandaag')
  await visitor.doesNotRead('Wat er al op stond, is er nog.')
  await visitor.reads('Alles verzonden')
  await visitor.leaves()
})

test('what a slow phone handed in does not come back as a draft', async () => {
  const visitor = await visitorOnTheWay()
  await nextDoor(visitor)
  await visitor.picks('Een fijn gesprek')
  await slowDown(visitor)
  await visitor.writes('Eén zin over het bezoek', 'Kent de hele straat.')
  await visitor.presses('Bewaren')
  await visitor.arrivesAt('Uw ronde van vandaag')
  // Written last, so whatever came before is there by now.
  await visitor.presses('Ik ben terug')
  await visitor.reads('Ik vertrek')
  await visitor.reads('Alles verzonden')
  expect(await notesOnPhone(visitor)).toBe(1)
  await visitor.leaves()
})

test('a new version that comes while somebody types reloads nothing, and the old one goes on without a network', async () => {
  const visitor = await visitorOnTheWay()
  await nextDoor(visitor)
  await visitor.picks('Een fijn gesprek')
  await visitor.writes('Eén zin over het bezoek', 'Kent de hele straat.')
  isUpdated = true
  await visitor.page.evaluate(async () => {
    const isNew = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
    await (await navigator.serviceWorker.ready).update()
    await isNew
    // It answers already while it still tidies up.
    const worker = navigator.serviceWorker.controller
    while (worker?.state === 'activating') await new Promise((resolve) => setTimeout(resolve, 50))
  })
  expect(await visitor.page.getByLabel('Eén zin over het bezoek').inputValue()).toBe('Kent de hele straat.')
  await loseNetwork(visitor)
  await visitor.presses('Bewaren')
  await visitor.reads('Nog te verzenden: 1')
  // What opens the lock is a file that the new version no longer has, and a browser drops what it happens to remember itself.
  const phone = await visitor.page.context().newCDPSession(visitor.page)
  await phone.send('Network.clearBrowserCache')
  await visitor.follows('Instellingen')
  await visitor.presses('Nu op slot doen')
  await visitor.arrivesAt('Uw zin, alstublieft')
  await unlock(visitor, 'Instellingen')
  await findNetwork(visitor)
  await visitor.reads('Alles verzonden')
  await visitor.leaves()
})
