import { afterAll, beforeAll, expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { changedWords, type Releasing, releasingApp } from '../support/next-version.ts'
import { type Person, personOn } from '../support/person.ts'
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
let app: Releasing
let rita: Person
beforeAll(async () => {
  app = await releasingApp(journey.server)
})
afterAll(() => app?.stop())

test('a new version that breaks off half-way leaves the app as it was, with all it keeps, without a network too', async () => {
  const { page } = await journey.colleague('Rita Goossens', { screen: 'phone' })
  rita = personOn(page, app.url)
  await preparePhone(rita)
  await keepsRights(rita)
  await loseNetwork(rita)
  await rita.presses('Ik vertrek')
  await nextDoor(rita)
  await rita.picks('Een fijn gesprek')
  await rita.writes('Eén zin over het bezoek', 'Zingt in het koor.')
  await rita.presses('Bewaren')
  await rita.reads('Nog te verzenden: 2')

  await watchVersions(rita)
  app.release('cut')
  await findNetwork(rita)
  await meetsVersion(rita, 'redundant')
  await loseNetwork(rita)
  rita = await restart(rita, app)
  await rita.reads(changedWords.before)
  await unlock(rita)
  await rita.reads('Fijn gesprek')
})

test('a new version that comes while the app is open takes nothing away, and is there at the next start', async () => {
  await watchVersions(rita)
  app.release('after')
  await findNetwork(rita)
  await meetsVersion(rita, 'activated')
  // The open page goes on with the files of its own version, which the server does not have any more.
  await rita.follows('Instellingen')
  await rita.presses('Français')
  await rita.arrivesAt('Réglages')
  await rita.presses('Nederlands')
  await rita.arrivesAt('Instellingen')
  await rita.reads('Alles verzonden')

  await loseNetwork(rita)
  rita = await restart(rita, app)
  await rita.reads(changedWords.after)
  await unlock(rita)
  await rita.reads('Fijn gesprek')
})

test('the new version has the check of rights too, though it never had a network itself', async () => {
  await nextDoor(rita)
  await rita.follows('Samen rechten nakijken')
  await rita.arrivesAt('Samen uw rechten nakijken')
  await rita.presses('Ja, samen bekijken')
  await rita.arrivesAt('Wie woont er bij u?')
})

/**
 * Writes down from now on what becomes of every new version, before one is there: browsers also look for one by themselves, at a
 * moment of their own.
 */
const watchVersions = ({ page }: Person) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const states: string[] = []
    Object.assign(window, { statesOfVersions: states })
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => states.push(worker.state))
    })
  })

/** Looks for a new version, as browsers do now and then, until one comes to this. */
async function meetsVersion({ page }: Person, state: 'redundant' | 'activated'): Promise<void> {
  const look = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update().catch(() => undefined)
      return (window as unknown as { statesOfVersions: string[] }).statesOfVersions
    })
  await expect.poll(look, { interval: 500 }).toContain(state)
}
