import { expect, test } from 'vitest'
import { catalogue, textsIn } from '../../../src/platform/messages/index.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
const t = textsIn(catalogue, 'nl', new Date())

/** What somebody with a child reads as worth asking for, every question left open. */
async function resultsFor(resident: Person): Promise<Person> {
  await resident.opens('/in/netegem/rights-check/questions')
  await resident.arrivesAt(t('resident.rightsCheck.people.title'))
  await resident.writes(t('resident.rightsCheck.people.age'), '40')
  await resident.writes(t('resident.rightsCheck.people.children'), '8')
  await resident.presses(t('resident.rightsCheck.next'))
  await resident.presses(t('resident.rightsCheck.show'))
  await resident.arrivesAt(t('resident.rightsCheck.results.title'))
  return resident
}

const worthAsking = (resident: Person) =>
  resident.page.getByRole('heading', { level: 2, name: /schoolkosten/i }).filter({ visible: true })

test('as long as the municipality says that there is no fund for school costs, nobody is told to ask for it', async () => {
  const resident = await resultsFor(await journey.somebody({ script: 'off' }))
  expect(await worthAsking(resident).count()).toBe(0)
  await resident.reads('Open: elke werkdag van 9 tot 12 uur, dinsdag tot 19 uur')
})

test('a coordinator enters an amount: a slip is shown again, then it stands', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Lokale rechten')
  await sofie.arrivesAt('Wat de gemeente zelf beslist over rechten')
  await sofie.follows('Fonds voor schoolkosten')
  await sofie.arrivesAt('Fonds voor schoolkosten')
  await sofie.picks('Een bedrag')
  await sofie.writes('Bedrag per kind per jaar', 'veel')
  await sofie.writes('Waar staat dit?', 'raad van deze maand')
  await sofie.presses('Bewaar')
  await sofie.arrivesAt('Fonds voor schoolkosten')
  await sofie.reads('Typ een bedrag boven nul, bijvoorbeeld 40 of 37,50')
  await sofie.writes('Bedrag per kind per jaar', '75')
  await sofie.presses('Bewaar')
  await sofie.arrivesAt('Fonds voor schoolkosten')
  await sofie.reads('€ 75,00 per jaar')
  await sofie.page.getByRole('link', { name: t.day(t.today), exact: true }).click()
  await sofie.arrivesAt(`Waarde vanaf ${t.day(t.today)} verbeteren`)
  await sofie.reads('Deze waarde weghalen?')
  await sofie.follows('Laat staan')
  await sofie.arrivesAt('Fonds voor schoolkosten')
})

test('from then on it is worth asking for', async () => {
  const resident = await resultsFor(await journey.somebody({ script: 'off' }))
  expect(await worthAsking(resident).count()).toBeGreaterThan(0)
})
