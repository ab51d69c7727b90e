import type { BrowserContext } from 'playwright-core'
import type { DemoServer } from '../../support/server.ts'
import { type Person, personOn } from './person.ts'

/** The phrase every visitor of the journeys chooses. */
export const phrase = 'kastanje wandelt zondag'

/** Somebody signed in opens the app for the first time on this phone and chooses a phrase; it can then open without a network. */
export async function preparePhone(visitor: Person, heading: string | RegExp = 'Uw ronde van vandaag'): Promise<void> {
  await visitor.opens('/visits')
  await visitor.arrivesAt('Deze telefoon klaarmaken')
  await visitor.writes('Uw zin', phrase)
  await visitor.writes('Nog eens dezelfde zin', phrase)
  await visitor.presses('Zin bewaren en beginnen')
  await visitor.arrivesAt(heading)
  await visitor.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** Closes the app without a word, as a phone that dies, and starts it again: locked. */
export async function restart(visitor: Person, { url }: Pick<DemoServer, 'url'>): Promise<Person> {
  const context = visitor.page.context()
  await visitor.page.close({ runBeforeUnload: false })
  return startApp(context, url)
}

/** Opens the app in another window of the same phone. */
export async function startApp(context: BrowserContext, url: string): Promise<Person> {
  const visitor = personOn(await context.newPage(), url)
  await visitor.opens('/visits')
  await visitor.arrivesAt('Uw zin, alstublieft')
  return visitor
}

export async function unlock(visitor: Person, heading: string | RegExp = 'Uw ronde van vandaag'): Promise<void> {
  await visitor.writes('Uw zin', phrase)
  await visitor.presses('Openen')
  await visitor.arrivesAt(heading)
}

export const loseNetwork = (visitor: Person): Promise<void> => visitor.page.context().setOffline(true)
export const findNetwork = (visitor: Person): Promise<void> => visitor.page.context().setOffline(false)

/** Opens the next door of the round and gives its address. */
export async function nextDoor(visitor: Person): Promise<string> {
  const text = await visitor.page.getByRole('link', { name: /^Volgende deur/ }).innerText()
  const address = text.replace(/^Volgende deur:\s*/, '').trim()
  await visitor.follows(/^Volgende deur/)
  await visitor.arrivesAt(address)
  return address
}

/** Waits until the phone keeps the check of rights, which comes after the app itself. */
export const keepsRights = async (visitor: Person): Promise<void> => {
  const isKept = () => visitor.page.evaluate(async () => (await caches.match('/visits/rights-languages')) !== undefined)
  while (!(await isKept())) await visitor.page.waitForTimeout(200)
}

/** How many sealed notes of visits and drafts lie on this phone; asks nothing of the phrase. */
export const notesOnPhone = (visitor: Person): Promise<number> =>
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
    return places.filter((place) => /^(visit|draft)\//.test(place)).length
  })
