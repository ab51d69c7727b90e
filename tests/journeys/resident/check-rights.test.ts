import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { catalogue, type Language, textsIn } from '../../../src/platform/messages/index.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
const words = (language: Language) => textsIn(catalogue, language, new Date())

/** Leaves every question open until the list of what to ask for is there; says how many pages that were. */
async function leavesTheRestOpen(person: Person, language: Language): Promise<number> {
  const t = words(language)
  const results = person.page.getByRole('heading', { level: 1, name: t('resident.rightsCheck.results.title') })
  const next = person.page.getByRole('button', { name: t('resident.rightsCheck.next'), exact: true })
  for (let pages = 0; pages < 60; pages += 1) {
    await results.or(next).first().waitFor()
    if (await results.isVisible()) return pages
    const asked = await person.page.locator('input[name="asked"]').getAttribute('value')
    await next.click()
    await person.page.locator(`input[name="asked"][value="${asked}"]`).waitFor({ state: 'detached' })
  }
  throw new Error('The questions never end.')
}

test('somebody of seventy checks their rights on the device, and nothing of what is told leaves it', async () => {
  const t = words('nl')
  const resident = await journey.somebody({ screen: 'phone' })
  await resident.opens('/in/netegem/rights-check')
  await resident.arrivesAt(t('resident.rightsCheck.title'))
  await resident.follows(t('resident.rightsCheck.start.begin'))
  await resident.arrivesAt(t('resident.rightsCheck.people.title'))
  await resident.page.waitForLoadState('networkidle')
  const sent: string[] = []
  resident.page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`))

  await resident.writes(t('resident.rightsCheck.people.age'), '70')
  await resident.presses(t('resident.rightsCheck.next'))
  await resident.page.getByRole('button', { name: t('resident.rightsCheck.show') }).waitFor()
  expect(await leavesTheRestOpen(resident, 'nl')).toBeGreaterThan(3)
  await resident.arrivesAt(t('resident.rightsCheck.results.title'))
  await resident.reads(/Inkomensgarantie voor ouderen/)
  await resident.reads(t('resident.rightsCheck.results.noPromise'))
  expect(sent).toEqual([])

  await resident.page.emulateMedia({ media: 'print' })
  await resident.reads(/Inkomensgarantie voor ouderen/)
  expect(await resident.page.getByRole('button', { name: t('resident.rightsCheck.results.print') }).isVisible()).toBe(
    false,
  )
})

test.each(['nl', 'ar'] as const)(
  'the same without script, for who reads %s: pages of the server that set no cookie',
  async (language) => {
    const t = words(language)
    const resident = await journey.somebody({ screen: 'phone', script: 'off' })
    await resident.opens(`/in/netegem/rights-check?lang=${language}`)
    await resident.arrivesAt(t('resident.rightsCheck.title'))
    await resident.follows(t('resident.rightsCheck.start.begin'))
    await resident.arrivesAt(t('resident.rightsCheck.people.title'))
    const before = await resident.page.context().cookies()
    await resident.writes(t('resident.rightsCheck.people.age'), 'zeventig')
    await resident.presses(t('resident.rightsCheck.next'))
    await resident.reads(t('resident.rightsCheck.error.age'))
    await resident.writes(t('resident.rightsCheck.people.age'), '70')
    await resident.presses(t('resident.rightsCheck.next'))
    await leavesTheRestOpen(resident, language)
    await resident.arrivesAt(t('resident.rightsCheck.results.title'))
    expect(resident.page.url()).toMatch(/\/rights-check\/questions$/)
    expect(await resident.page.context().cookies()).toEqual(before)
  },
)

const onBadNetworks: readonly (readonly [
  what: string,
  file: string,
  answers: (route: Route) => Promise<void>,
  way: string,
])[] = [
  ['the script stays away', '**/rights-check.island-*.js', async () => {}, 'resident.rightsCheck.tooLong'],
  [
    'the rules do not arrive',
    '**/rules-*.js',
    (route) => route.abort('internetdisconnected'),
    'resident.rightsCheck.goOnHere',
  ],
]
test.each(onBadNetworks)('where %s, somebody goes on with pages of the server', async (_, file, answers, way) => {
  const t = words('nl')
  const resident = await journey.somebody({ screen: 'phone' })
  await resident.page.route(file, answers)
  await resident.opens('/in/netegem/rights-check/questions')
  await resident.arrivesAt(t('resident.rightsCheck.people.title'))
  await resident.follows(t(way))
  await resident.writes(t('resident.rightsCheck.people.age'), '70')
  await resident.presses(t('resident.rightsCheck.next'))
  await resident.page.getByRole('button', { name: t('resident.rightsCheck.show') }).waitFor()
  await resident.presses(t('resident.rightsCheck.show'))
  await resident.arrivesAt(t('resident.rightsCheck.results.title'))
  await resident.reads(/Inkomensgarantie voor ouderen/)
  await resident.leaves()
})

test('somebody without a mouse goes from the first question to the list', async () => {
  const t = words('nl')
  const resident = await journey.somebody()
  await resident.opens('/in/netegem/rights-check/questions')
  await resident.arrivesAt(t('resident.rightsCheck.people.title'))
  // The questions come with the script, after the heading.
  await resident.page.getByLabel(t('resident.rightsCheck.people.age')).waitFor()
  const { keyboard } = resident.page
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await keyboard.press('Tab')
      const focused = await resident.page.evaluate(() => {
        const element = document.activeElement
        return element instanceof HTMLInputElement
          ? (element.labels?.[0]?.textContent ?? '')
          : (element?.textContent ?? '')
      })
      if (focused.trim() === name) return
    }
    throw new Error(`The keyboard does not reach "${name}".`)
  }
  await tabTo(t('resident.rightsCheck.people.age'))
  await keyboard.type('70')
  await tabTo(t('resident.rightsCheck.next'))
  await keyboard.press('Enter')
  await resident.page.getByRole('button', { name: t('resident.rightsCheck.show') }).waitFor()
  await tabTo(t('resident.rightsCheck.show'))
  await keyboard.press('Enter')
  await resident.arrivesAt(t('resident.rightsCheck.results.title'))
})
