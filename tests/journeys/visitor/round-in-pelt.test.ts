import { fileURLToPath } from 'node:url'
import { isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../../src/platform/http/listen.ts'
import { zonesOf } from '../../../src/registers/municipalities/index.ts'
import { launchBrowser } from '../../support/browser.ts'
import { importPlacesFrom, municipalityIn } from '../../support/files/places-files.ts'
import { signInByLink } from '../../support/sign-in/sign-in.ts'
import { makeRound, type TestRound } from '../../support/visits.ts'
import { openWorld, type World } from '../../support/world.ts'
import { type Person, personAt } from '../support/person.ts'
import { loseNetwork, phrase, preparePhone } from '../support/visit-phone.ts'

// Published data that lies beside the checkout: too large, and not ours, to keep in it.
const beside = (path: string) => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url))
const neighbourhoods = beside('geo/provincies-in-cijfers/ggw7.shp.zip')
const addresses = beside('population/best-addresses-seed-municipalities.csv.gz')
const browserFolder = fileURLToPath(new URL('../../../dist/browser', import.meta.url))

const today = isoDateIn('Europe/Brussels', new Date())
const doorCount = 120
/** Seconds on a processor four times slower; the budget is 1.5 on a quiet machine, tests run on a busy one. */
const patienceSeconds = 20

let world: World
let server: Awaited<ReturnType<typeof listen>>
let browser: Browser
let round: TestRound
let url = ''
let visitor: Person

beforeAll(async () => {
  world = await openWorld({ clock: () => new Date(), browserFolder, address: () => url }, { sessions: 'real' })
  server = await listen(world.app.web, { host: '127.0.0.1', port: 4500 })
  url = `http://localhost:${server.port}`
  const id = municipalityIn(await importPlacesFrom(world, '72043', neighbourhoods, addresses))
  const zones = await zonesOf(world.database.owner, id)
  const zone = (kind: 'municipality' | 'ocmw') => zones.find((one) => one.kind === kind)?.id ?? ''
  const pelt = { id, slug: 'pelt', municipalityZone: zone('municipality'), ocmwZone: zone('ocmw') }
  round = await makeRound(world, pelt, {
    startsOn: `${today.slice(0, 8)}01`,
    endsOn: '2099-12-31',
    day: today,
    doors: 0,
  })
  await giveDoors(id)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await world?.close()
})

test('a round of Pelt with its longest street names, and doors without a street, fits the phone', async () => {
  visitor = await personAt(browser, url, { screen: 'phone' })
  const signedIn = await signInByLink(world, `${round.visitor.userId}@test.example`)
  await visitor.page.context().addCookies([...signedIn.cookies()].map(([name, value]) => ({ name, value, url })))
  await preparePhone(visitor)
  await visitor.reads(new RegExp(`Deuren: ${doorCount}\\.`))
  await visitor.reads('Zonder straatnaam')
  const streets = await visitor.page.getByRole('heading', { level: 2 }).allInnerTexts()
  expect(Math.max(...streets.map((street) => street.length))).toBeGreaterThan(24)
  expect(await doorLinks().count()).toBe(doorCount)
  await visitor.page.setViewportSize({ width: 320, height: 568 })
  await visitor.arrivesAt('Uw ronde van vandaag')
})

test('it opens fast without a network on a slow phone', async () => {
  await visitor.presses('Ik vertrek')
  await visitor.reads('Ik ben terug')
  await visitor.reads('Alles verzonden')
  await loseNetwork(visitor)
  const phone = await visitor.page.context().newCDPSession(visitor.page)
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const locked = await secondsUntil(async () => {
    await visitor.page.reload()
    await visitor.page.getByRole('heading', { name: 'Uw zin, alstublieft' }).waitFor()
  })
  await visitor.writes('Uw zin', phrase)
  const open = await secondsUntil(async () => {
    await visitor.presses('Openen')
    await visitor.page.getByRole('link', { name: /^Volgende deur/ }).waitFor()
  })
  console.info(`4× slower, ${doorCount} doors: locked screen ${locked.toFixed(1)} s, unlocked ${open.toFixed(1)} s`)
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  expect(locked).toBeLessThan(patienceSeconds)
  expect(open).toBeLessThan(patienceSeconds)
})

test('a door without a street is found by the street it is near, and its visit is noted', async () => {
  const section = visitor.page.locator('section').filter({ hasText: 'Zonder straatnaam' }).last()
  const title = await section.getByRole('link').first().innerText()
  expect(title).toMatch(/^\d+.*\(.+\)$/)
  await section.getByRole('link').first().click()
  await visitor.arrivesAt(title)
  await visitor.picks('Niet thuis')
  await visitor.presses('Bewaren')
  await visitor.arrivesAt('Uw ronde van vandaag')
  await visitor.reads('Nog te verzenden: 1')
  await visitor.leaves()
})

const doorLinks = () => visitor.page.locator('main ol a[href^="#/door/"]')

async function secondsUntil(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Twenty doors without a street, and a hundred in the streets with the longest names. */
async function giveDoors(municipalityId: string): Promise<void> {
  const living = sql`
    select a.municipality_id, a.id, a.street_id, s.name, a.number
    from places.address a
    left join places.street s on s.municipality_id = a.municipality_id and s.id = a.street_id
    where a.municipality_id = ${municipalityId} and a.gone_on is null`
  await sql`
    with living as (${living}),
      chosen as (
        (select * from living where street_id is null order by number, id limit 20)
        union all
        (select * from living where street_id is not null order by length(name) desc, name, number, id limit ${doorCount - 20})
      )
    insert into detection.round_address (municipality_id, zone_id, id, campaign_id, round_id, street_id, address_id, position)
    select r.municipality_id, r.zone_id, gen_random_uuid(), r.campaign_id, r.id, street_id, chosen.id,
      row_number() over (order by length(name) desc nulls last, name, chosen.number, chosen.id)
    from chosen join detection.round r on r.municipality_id = chosen.municipality_id and r.id = ${round.round}`.execute(
    world.database.owner,
  )
}
