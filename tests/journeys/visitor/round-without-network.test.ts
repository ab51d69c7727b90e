import { expect, test } from 'vitest'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'
import {
  findNetwork,
  loseNetwork,
  nextDoor,
  notesOnPhone,
  preparePhone,
  restart,
  startApp,
  unlock,
} from '../support/visit-phone.ts'

const journey = journeyInNetegem()
let rita: Person

test('a phone that dies in the middle of a sentence still knows it', async () => {
  rita = await journey.colleague('Rita Goossens', { screen: 'phone' })
  await preparePhone(rita)
  await rita.presses('Ik vertrek')
  await rita.reads('Ik ben terug')
  await rita.reads('Alles verzonden')
  await loseNetwork(rita)
  const address = await nextDoor(rita)
  await rita.picks('Een fijn gesprek')
  await rita.page.getByLabel('Eén zin over het bezoek').pressSequentially('Vertelt graag over de bloe', { delay: 20 })
  await rita.page.waitForTimeout(1000)

  rita = await restart(rita, journey.server)
  await unlock(rita)
  expect(await nextDoor(rita)).toBe(address)
  expect(await rita.page.getByLabel('Een fijn gesprek').isChecked()).toBe(true)
  const sentence = rita.page.getByLabel('Eén zin over het bezoek')
  expect(await sentence.inputValue()).toBe('Vertelt graag over de bloe')
  await sentence.fill('Vertelt graag over de bloemen.')
  await rita.presses('Bewaren')
  await rita.arrivesAt('Uw ronde van vandaag')
  await rita.reads('Nog te verzenden: 1')
})

test('a card half filled in is still there after the phone died, every space in its place', async () => {
  const address = await nextDoor(rita)
  await rita.picks('Kaartje invullen')
  await rita.presses('Samen het kaartje invullen')
  await rita.arrivesAt('Wat wilt u vragen?')
  await rita.writes('Uw vraag, in uw eigen woorden', 'Wie kan mij leren bellen met beeld?')
  await rita.page.getByLabel('Uw naam').pressSequentially('Octavie De Pauw', { delay: 20 })
  await rita.page.waitForTimeout(1000)

  rita = await restart(rita, journey.server)
  await unlock(rita)
  expect(await nextDoor(rita)).toBe(address)
  await rita.presses('Samen het kaartje invullen')
  await rita.arrivesAt('Wat wilt u vragen?')
  expect(await rita.page.getByLabel('Uw naam').inputValue()).toBe('Octavie De Pauw')
  await rita.writes('Uw telefoonnummer', '0470 31 32 33')
  await rita.presses('Verder')
  await rita.arrivesAt('Wat vindt u goed?')
  await rita.writes('Wat mogen wij vertellen?', 'mijn vraag en mijn nummer')
  await rita.picks('De coördinator van de buurt')
  await rita.picks('Ik zeg het')
  await rita.presses('Verder')
  await rita.arrivesAt('Lees dit samen na')
  await rita.reads('Octavie De Pauw')
  await rita.presses('Ja, geef dit door')
  await rita.arrivesAt(address)
  await rita.reads('Bewaard op deze telefoon')
})

test('what the office no longer allows comes back in plain words, and a coordinator settles it', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await rita.follows('Ronde')
  const address = await nextDoor(rita)
  // Meanwhile somebody at this door called the office: rather no visit.
  await optOutByPhone(sofie, address)
  await rita.picks('Een fijn gesprek')
  await rita.writes('Eén zin over het bezoek', 'Gaat elke dag wandelen.')
  await rita.presses('Bewaren')
  await rita.arrivesAt('Uw ronde van vandaag')
  await findNetwork(rita)
  await rita.reads('Niet verwerkt: 1. De coördinator kijkt het na.')
  await rita.follows('Bekijk wat er is')
  await rita.arrivesAt('Mijn kaartjes')
  await rita.reads('Dit adres heeft gezegd geen bezoek te willen.')
  await rita.reads('De coördinator heeft dit ook gekregen en beslist. U hoeft niets te doen.')
  await rita.presses('Gelezen')
  await rita.page.getByText('Dit adres heeft gezegd').waitFor({ state: 'detached' })

  await sofie.opens('/today')
  await sofie.follows(/van (een telefoon|telefoons) kon(den)? niet verwerkt worden/)
  await sofie.arrivesAt('Niet verwerkt van telefoons')
  await sofie.reads('Dit adres wil geen bezoek.')
  await sofie.follows('Bezoek')
  await sofie.arrivesAt('Bezoek')
  await sofie.reads('Over dit adres bewaart u niets.')
  await sofie.presses('Niet bewaren')
  await sofie.reads('Gewist.')
  await sofie.arrivesAt('Niet verwerkt van telefoons')
})

test('the visitor hears what became of the card, and nothing of what is on it', async () => {
  await rita.opens('/visits#/cards')
  await rita.arrivesAt('Mijn kaartjes')
  await expect.poll(() => newestCard(rita)).toContain('Aangekomen')
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await openFromSearch(sofie, 'Octavie', 'Octavie De Pauw')
  await sofie.presses(/^Gelezen/)
  await sofie.reads('Bewaard.')
  rita = await restart(rita, journey.server)
  await unlock(rita)
  await rita.follows('Kaartjes')
  await rita.arrivesAt('Mijn kaartjes')
  await expect.poll(() => newestCard(rita)).toContain('Iemand neemt het op')
  await rita.doesNotRead('Octavie')
})

test('P8 a day after handing over, the notes are gone from the phone, also while it stays locked', async () => {
  expect(await notesOnPhone(rita)).toBeGreaterThan(0)
  const context = rita.page.context()
  await rita.page.close()
  await context.setOffline(true)
  await context.clock.install({ time: new Date(Date.now() + 25 * 3_600_000) })
  rita = await startApp(context, journey.server.url)
  expect(await notesOnPhone(rita)).toBe(0)
  await unlock(rita, /^Uw ronde/)
  await rita.doesNotRead('bloemen')
})

const newestCard = ({ page }: Person) => page.getByRole('main').getByRole('listitem').first().innerText()

async function optOutByPhone(coordinator: Person, address: string): Promise<void> {
  await coordinator.follows('Campagnes')
  await coordinator.follows('Molenwijk, winter')
  await coordinator.follows('Geen bezoek')
  await coordinator.writes('Zoek het adres', address)
  await coordinator.presses('Zoek')
  await coordinator.presses(`Geen bezoek ${address}`)
  await coordinator.reads('Genoteerd. Dit adres krijgt geen bezoek.')
}
