import type { Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { catalogue, type Language, textsIn } from '../../../src/platform/messages/index.ts'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import { keyboardOn } from '../support/keyboard.ts'
import type { Person } from '../support/person.ts'
import {
  findNetwork,
  keepsRights,
  loseNetwork,
  nextDoor,
  preparePhone,
  restart,
  unlock,
} from '../support/visit-phone.ts'

const journey = journeyInNetegem()
const words = (language: Language) => textsIn(catalogue, language, new Date())
const t = words('nl')
let rita: Person
let address: string
const sent: Sent[] = []

test('a phone keeps the check for when there is no network, without being asked', async () => {
  rita = await journey.colleague('Rita Goossens', { screen: 'phone' })
  rita.page.context().on('request', (request) => sent.push(sentBy(request)))
  await preparePhone(rita)
  await rita.presses('Ik vertrek')
  await rita.reads('Ik ben terug')
  await rita.reads('Alles verzonden')
  await keepsRights(rita)
  await loseNetwork(rita)
  rita = await restart(rita, journey.server)
  await unlock(rita)
  address = await nextDoor(rita)
})

test('somebody who does not want it says no, and nothing is left of the question', async () => {
  await offer(rita)
  await rita.follows(t('resident.homeVisit.rights.no'))
  await rita.arrivesAt(address)
  expect(await checksOnPhone(rita)).toEqual([])
})

test('together they find what to ask and of whom, without a network, and keep nothing', async () => {
  sent.length = 0
  await offer(rita)
  await rita.presses(t('resident.homeVisit.rights.yes'))
  await rita.arrivesAt(t('resident.rightsCheck.people.title'))
  await rita.writes(t('resident.rightsCheck.people.age'), 'zeventig')
  await rita.presses(t('resident.rightsCheck.next'))
  await rita.reads(t('resident.rightsCheck.error.age'))
  await rita.writes(t('resident.rightsCheck.people.age'), '71')
  await looksForNetwork(rita)
  expect(await rita.page.getByLabel(t('resident.rightsCheck.people.age')).inputValue()).toBe('71')
  await rita.presses(t('resident.rightsCheck.next'))
  await tellIncome(rita, '1212,34')
  expect(await checksOnPhone(rita)).toHaveLength(1)

  await rita.presses(t('resident.rightsCheck.show'))
  await rita.arrivesAt(t('resident.rightsCheck.results.title'))
  await rita.reads(/^Inkomensgarantie voor ouderen.*: vraag het aan/)
  await rita.reads(t('resident.rightsCheck.results.noPromise'))
  await rita.presses(t('resident.homeVisit.rights.keepNothing'))
  await rita.arrivesAt(t('resident.homeVisit.rights.gone'))
  expect(await checksOnPhone(rita)).toEqual([])
})

test('nothing of what was told leaves the phone, also once there is a network', async () => {
  await findNetwork(rita)
  await rita.follows(t('resident.homeVisit.rights.back'))
  await rita.arrivesAt(address)
  await expect.poll(() => sent.some(({ path }) => path === '/api/visits/rounds')).toBe(true)
  await rita.page.waitForTimeout(1500)
  const usual =
    /^GET \/(visits|assets\/|api\/visits\/rounds$|in\/netegem\/(house-style\.css|rights-check\/place\.json)$)/
  const others = sent.filter(({ method, path }) => !usual.test(`${method} ${path}`))
  // The phone reports that it is there: its number, how many acts wait, whether it is shared.
  expect(new Set(others.map(({ path }) => path))).toEqual(new Set(others.length > 0 ? ['/api/phone'] : []))
  expect(sent.map(({ body, search }) => `${search} ${body}`).join('\n')).not.toMatch(
    /1212|told|persons|net_income|"71"/,
  )
})

test('a check left half-way goes on after the phone was locked, and only there', async () => {
  await loseNetwork(rita)
  await offer(rita)
  await rita.presses(t('resident.homeVisit.rights.yes'))
  await rita.writes(t('resident.rightsCheck.people.age'), '71')
  await rita.presses(t('resident.rightsCheck.next'))
  await rita.page.locator('input[name="asked"]').waitFor({ state: 'attached' })
  await expect.poll(() => checksOnPhone(rita)).toHaveLength(1)

  rita = await restart(rita, journey.server)
  await unlock(rita)
  expect(await nextDoor(rita)).toBe(address)
  await offer(rita)
  await rita.reads(t('resident.homeVisit.rights.begun'))
  await rita.presses(t('resident.homeVisit.rights.goOn'))
  await rita.presses(t('resident.rightsCheck.show'))
  await rita.arrivesAt(t('resident.rightsCheck.results.title'))
})

test('what the person wants help with goes on the card by name, under the agreement of the card', async () => {
  await rita.presses(t('resident.homeVisit.rights.toCard'))
  await rita.reads(t('resident.homeVisit.rights.choose'))
  await rita.page
    .getByRole('checkbox', { name: /^Inkomensgarantie voor ouderen/ })
    .first()
    .check()
  await rita.presses(t('resident.homeVisit.rights.toCard'))
  await rita.arrivesAt(t('resident.homeVisit.card.wish.title'))
  expect(await checksOnPhone(rita)).toEqual([])
  const wish = await rita.page.getByLabel(t('resident.homeVisit.card.wish'), { exact: true }).inputValue()
  expect(wish).toMatch(/^Ik wil graag hulp om dit te vragen:\n• Inkomensgarantie voor ouderen[^\d€\n]*$/)
  await rita.writes('Uw naam', 'Octavie De Pauw')
  await rita.writes('Uw telefoonnummer', '0470 31 32 33')
  await rita.presses('Verder')
  await rita.arrivesAt('Wat vindt u goed?')
  await rita.writes('Wat mogen wij vertellen?', 'waarbij ik hulp wil')
  await rita.picks('De coördinator van de buurt')
  await rita.picks('Ik zeg het')
  await rita.presses('Verder')
  await rita.arrivesAt('Lees dit samen na')
  await rita.reads(/Inkomensgarantie voor ouderen/)
  await rita.presses('Ja, geef dit door')
  await rita.arrivesAt(address)
  await findNetwork(rita)
  await rita.reads('Alles verzonden')

  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await openFromSearch(sofie, 'Octavie', 'Octavie De Pauw')
  await sofie.reads(/Ik wil graag hulp om dit te vragen:/)
  await sofie.reads(/^• Inkomensgarantie voor ouderen/)
  await sofie.doesNotRead(/1212/)
})

test('somebody who reads Arabic goes through it in Arabic, from right to left, by keyboard and without a network', async () => {
  const ar = words('ar')
  await rita.follows('Ronde')
  await nextDoor(rita)
  await loseNetwork(rita)
  await offer(rita)
  await rita.follows('العربية')
  await rita.arrivesAt(ar('resident.homeVisit.rights.title'))
  const keys = keyboardOn(rita.page)
  await keys.goesTo(ar('resident.homeVisit.rights.yes'))
  await keys.presses('Enter')
  await rita.arrivesAt(ar('resident.rightsCheck.people.title'))
  expect(await rita.page.locator('[lang=ar][dir=rtl] h1').count()).toBe(1)
  await keys.writes(ar('resident.rightsCheck.people.age'), '71')
  await keys.presses('Enter')
  await rita.page.locator('input[name="asked"]').waitFor({ state: 'attached' })
  // The new question has the focus: what is read next is the question itself.
  await expect.poll(() => rita.page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await keys.goesTo(ar('resident.rightsCheck.show'))
  await keys.presses('Enter')
  await rita.arrivesAt(ar('resident.rightsCheck.results.title'))
  await keys.goesTo(ar('resident.homeVisit.rights.keepNothing'))
  await keys.presses('Enter')
  await rita.arrivesAt(ar('resident.homeVisit.rights.gone'))
})

type Sent = { readonly method: string; readonly path: string; readonly search: string; readonly body: string }

function sentBy(request: Request): Sent {
  const { pathname, search } = new URL(request.url())
  return { method: request.method(), path: pathname, search, body: request.postData() ?? '' }
}

async function offer(visitor: Person): Promise<void> {
  await visitor.follows(t('homeVisit.rights.look'))
  await visitor.arrivesAt(t('resident.homeVisit.rights.title'))
}

/** The phone thinks for a moment that there is a network, and draws anew what it says of that. */
async function looksForNetwork(visitor: Person): Promise<void> {
  await visitor.page.evaluate(() => dispatchEvent(new Event('online')))
  await visitor.page.waitForTimeout(500)
  await visitor.reads(/Geen internet/)
}

/** Leaves every question open until one asks for an amount in the month, and answers that. */
async function tellIncome(person: Person, amount: string): Promise<void> {
  const money = person.page.locator('input[name^="person.net_income_month@"]')
  const asked = person.page.locator('input[name="asked"]')
  for (let pages = 0; pages < 40; pages += 1) {
    await asked.waitFor({ state: 'attached' })
    const before = await asked.getAttribute('value')
    const isHere = (await money.count()) > 0
    if (isHere) await money.first().fill(amount)
    await person.presses(t('resident.rightsCheck.next'))
    if (isHere) return
    await person.page.locator(`input[name="asked"][value="${before}"]`).waitFor({ state: 'detached' })
  }
  throw new Error('Nobody asked for an income.')
}

/** Where checks of rights lie on this phone; asks nothing of the phrase. */
const checksOnPhone = (visitor: Person): Promise<readonly string[]> =>
  visitor.page.evaluate(async () => {
    const open = indexedDB.open('meernet-visits')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const asked = db.transaction('record').objectStore('record').getAllKeys()
    const places = await new Promise<readonly string[]>((resolve) => {
      asked.onsuccess = () => resolve(asked.result as string[])
    })
    db.close()
    return places.filter((place) => place.startsWith('check/'))
  })
