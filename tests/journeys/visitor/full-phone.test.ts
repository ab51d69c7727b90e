import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'
import { findNetwork, loseNetwork, nextDoor, preparePhone, restart, unlock } from '../support/visit-phone.ts'

const journey = journeyInNetegem()
let rita: Person
let roomOfPhone: (() => Promise<void>) | undefined
/** Notes of the last day that the demo gives her, by the hour. */
let notesBefore = 0

test('a phone without room says so and whom to call, and keeps what it has', async () => {
  rita = await journey.colleague('Rita Goossens', { screen: 'phone' })
  await preparePhone(rita)
  await rita.presses('Ik vertrek')
  await rita.reads('Ik ben terug')
  await rita.reads('Alles verzonden')
  notesBefore = (await kept()).notes
  await loseNetwork(rita)
  const address = await note('Zingt in het koor.')
  await rita.arrivesAt('Uw ronde van vandaag')
  await rita.reads('Nog te verzenden: 1')
  roomOfPhone = await fill(rita)

  expect(await note('Bakt elke week wafels.')).not.toBe(address)
  await rita.reads('Niet bewaard')
  await rita.reads('De telefoon is vol of liet het niet toe. Wat er al op stond, is er nog.')
  await rita.reads('Van wacht')
  // What could not be kept still stands on the screen, to be written on paper.
  expect(await rita.page.getByLabel('Eén zin over het bezoek').inputValue()).toBe('Bakt elke week wafels.')
  expect(await kept()).toEqual({ acts: 1, notes: notesBefore + 1 })
})

test('a full phone that was locked opens, and still shows what it has', async () => {
  rita = await restart(rita, journey.server)
  await rita.writes('Uw zin', 'een heel andere zin')
  await rita.presses('Openen')
  await rita.reads('Dat was een andere zin')
  await unlock(rita)
  await rita.reads('Nog te verzenden: 1')
  await rita.reads('Fijn gesprek')
})

test('a full phone sends when there is a network, once, and lets go of what was taken', async () => {
  const before = await visitsOfRita()
  await findNetwork(rita)
  await rita.reads('Alles verzonden')
  await rita.reads('Niet bewaard')
  expect(await kept()).toEqual({ acts: 0, notes: notesBefore })
  expect(await visitsOfRita()).toBe(before + 1)
})

test('with room again, everything is kept as before', async () => {
  await roomOfPhone?.()
  const before = await visitsOfRita()
  await note('Bakt elke week wafels.')
  await rita.arrivesAt('Uw ronde van vandaag')
  await rita.reads('Alles verzonden')
  await expect.poll(visitsOfRita).toBe(before + 1)
  await rita.doesNotRead('Niet bewaard')
})

/** Leaves the browser no room for this site, as on a phone that is full; gives what makes room again. */
async function fill({ page }: Person): Promise<() => Promise<void>> {
  const context = page.context()
  // The limit lasts as long as the page that asked for it, so not the app's own.
  const browser = await context.newCDPSession(await context.newPage())
  const limit = async (quotaSize: { quotaSize?: number }) => {
    await browser.send('Storage.overrideQuotaForOrigin', { origin: journey.server.url, ...quotaSize })
    await setTimeout(browserRemembersMs)
  }
  await limit({ quotaSize: 1 })
  return () => limit({})
}

/** How long the browser goes on with the room it knew of. */
const browserRemembersMs = 35_000

/** What lies on the phone: acts that wait, notes about visits. */
const kept = () =>
  rita.page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const db = await read(indexedDB.open('meernet-visits'))
    const reading = db.transaction(['outbox', 'record'])
    const acts = await read(reading.objectStore('outbox').count())
    const places = await read(reading.objectStore('record').getAllKeys())
    db.close()
    return { acts, notes: places.filter((place) => String(place).startsWith('visit/')).length }
  })

async function visitsOfRita(): Promise<number> {
  const visits = await journey.server.world.database.owner
    .selectFrom('detection.visit as v')
    .innerJoin('identity.account as a', 'a.id', 'v.visitor_id')
    .select('v.id')
    .where('a.name', '=', 'Rita Goossens')
    .execute()
  return visits.length
}

/** Notes a visit at the next door; gives its address. */
async function note(sentence: string): Promise<string> {
  const address = await nextDoor(rita)
  await rita.picks('Een fijn gesprek')
  await rita.writes('Eén zin over het bezoek', sentence)
  await rita.presses('Bewaren')
  return address
}
