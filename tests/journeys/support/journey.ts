import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { type DemoServer, startDemoServer } from '../../support/server.ts'
import { type Looking, type Person, personAt } from './person.ts'

/** Netegem behind a real server, and people who go there; one of each per file. */
export type Journey = {
  readonly server: DemoServer
  /** Somebody who just comes by. */
  somebody(looking?: Looking): Promise<Person>
  /** Somebody of the demo's staff, by name, signed in with one press and looking at "Vandaag". */
  colleague(name: string, looking?: Looking): Promise<Person>
}

/** Opens Netegem before the tests of a file and closes it after them. */
export function journeyInNetegem(): Journey {
  let server: DemoServer | undefined
  let browser: Browser | undefined
  const people: Person[] = []
  const open = () => {
    if (!server || !browser) throw new Error('Journeys begin inside a test.')
    return { server, browser }
  }
  const somebody = async (looking?: Looking) => {
    const person = await personAt(open().browser, open().server.url, looking)
    people.push(person)
    return person
  }
  beforeAll(async () => {
    server = await startDemoServer()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    for (const person of people) await person.leaves()
    await browser?.close()
    await server?.stop()
  })
  return {
    get server() {
      return open().server
    },
    somebody,
    colleague: async (name, looking) => {
      const person = await somebody(looking)
      await person.opens('/sign-in')
      await person.presses(new RegExp(name))
      await person.page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
      return person
    },
  }
}
