import { expect, test } from 'vitest'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
let sofie: Person
/** Numbers of house fronts as they stand on the sheet. */
let printed: readonly string[] = []

test('the round of today is printed on A4 for a visitor without a phone: open doors, whom to call, no names', async () => {
  sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/campaigns')
  await sofie.page
    .getByRole('main')
    .getByRole('link', { name: /winter/ })
    .click()
  await sofie.arrivesAt(/winter/)
  await sofie.follows('Rondes')
  await sofie.arrivesAt(/winter/)
  const today = new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(new Date())
  await sofie.page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^Ronde \\d+, .*${today}`) })
    .first()
    .click()
  await sofie.arrivesAt(/^Ronde \d+/)
  await sofie.follows('Rondelijst op papier')
  await sofie.page.getByRole('heading', { name: /^Ronde \d+/ }).waitFor()
  await sofie.reads(/Coördinator van wacht: Sofie De Wilde/)
  printed = await sofie.page.getByRole('rowheader').allTextContents()
  expect(printed.length).toBeGreaterThan(2)
  const pdf = (await sofie.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf).toMatch(/MediaBox ?\[0 0 59[45](\.\d+)? 84[12]/)
  await sofie.follows('Terug naar de rondes')
})

test('back at the office the boxes that were ticked are typed in, door by door', async () => {
  await sofie.arrivesAt(/^Ronde \d+/)
  await sofie.follows('Overnemen van papier')
  await sofie.arrivesAt(/^Ronde \d+ van papier/)
  const doors = sofie.page.getByRole('group').filter({ hasText: 'Niet bezocht' })
  await doors.first().waitFor()
  // A door where nobody was home is open and printed too, and noted already.
  const addresses = await sofie.page.locator('legend').allTextContents()
  for (const number of printed) {
    const sameNumber = printed.filter((other) => other === number)
    const taken = addresses.filter((address) => isAtNumber(address, number))
    expect(taken.length, number).toBeGreaterThanOrEqual(sameNumber.length)
  }
  await doors.nth(0).getByRole('combobox').selectOption({ label: 'Kaartje ingevuld' })
  await doors.nth(1).getByRole('combobox').selectOption({ label: 'Niet thuis' })
  await sofie.presses('Bewaar de ronde')
  await sofie.reads('De ronde is bewaard.')
  await sofie.arrivesAt(/^Kaartjes van ronde/)
})

test('the card that was filled in on paper at the door is entered with its address, and lies in the inbox', async () => {
  await sofie.page.getByRole('main').getByRole('listitem').last().getByRole('link').click()
  await sofie.arrivesAt('Nieuw kaartje')
  await sofie.picks('papier')
  await sofie.picks(/Het kaartje is samen met de persoon ingevuld/)
  await sofie.writes('In eigen woorden', 'Zoekt iemand om de haag te knippen')
  await sofie.picks('Gewoon')
  await sofie.writes('Naam van de persoon', 'Alfons Verheyden')
  await sofie.writes('Telefoon', '0470 91 92 94')
  await sofie.writes('Wat mogen we vertellen?', 'Alles wat op dit kaartje staat')
  await sofie.picks('Mondeling')
  await sofie.writes('Ingevuld door', 'tweetal van de Molenwijk')
  await sofie.presses('Bezorg het kaartje')
  await sofie.arrivesAt('Het kaartje is bezorgd')
  await openFromSearch(sofie, 'Verheiden', 'Alfons Verheyden')
  await sofie.arrivesAt('Alfons Verheyden')
  await sofie.reads('Kaartje binnengekomen: papier')
})

/** `12 / 3` as it stands on the sheet, in "Molenstraat 12 bus 3". */
const isAtNumber = (address: string, number: string) =>
  number.split(' / ').every((part) => address.split(/[ /]+/).includes(part))
