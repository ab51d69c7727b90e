import { expect, test } from 'vitest'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

test('a doctor hands in a card with the patient, and hears only where it is', async () => {
  const anke = await journey.colleague('Dokter Anke Lemmens', { script: 'off' })
  await anke.opens('/cards')
  await anke.arrivesAt('Mijn kaartjes')
  await anke.opens('/cards/new')
  await anke.arrivesAt('Nieuw kaartje')
  await fillIn(anke, { name: 'Godfried Lambrecht', wish: 'Wil hulp bij het koken nu zijn vrouw er niet meer is' })
  await anke.presses('Bezorg het kaartje')
  await anke.arrivesAt('Nieuw kaartje')
  await anke.reads('Een kaartje wordt samen met de persoon ingevuld')
  expect(await anke.page.getByLabel('Naam van de persoon').inputValue()).toBe('Godfried Lambrecht')
  await anke.picks(/Het kaartje is samen met de persoon ingevuld/)
  await anke.presses('Bezorg het kaartje')
  await anke.arrivesAt('Het kaartje is bezorgd')
  await anke.opens('/cards')
  await anke.arrivesAt('Mijn kaartjes')
  await anke.doesNotRead(/Godfried|koken/)

  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await openFromSearch(sofie, 'Lambrecht', 'Godfried Lambrecht')
  await sofie.presses(/^Gelezen/)
  await sofie.reads('Bewaard.')
  await anke.page.reload()
  await anke.reads('gelezen')
  await anke.doesNotRead(/Godfried|koken/)
})

test('somebody who calls gets the same card, with the way it came in noted', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/inbox')
  await sofie.follows(/^Nieuw kaartje/)
  await sofie.arrivesAt('Nieuw kaartje')
  await sofie.chooses('Van wie', 'inwoner zelf')
  await sofie.picks('telefoon')
  await sofie.picks(/Het kaartje is samen met de persoon ingevuld/)
  await fillIn(sofie, { name: 'Yvonne Steyaert', wish: 'Zoekt iemand om mee naar de markt te gaan' })
  await sofie.presses('Bezorg het kaartje')
  await sofie.arrivesAt('Het kaartje is bezorgd')
  await openFromSearch(sofie, 'Steyart', 'Yvonne Steyaert')
  await sofie.arrivesAt('Yvonne Steyaert')
  await sofie.reads('Kaartje binnengekomen: telefoon')
})

test.each(['nl', 'ar'])('the card on paper is one A6 in the language %s', async (language) => {
  const resident = await journey.somebody({ script: 'off' })
  await resident.opens(`/in/netegem/paper-card?lang=${language}`)
  await resident.arrivesAt(/./)
  const file = await resident.page.request.get(`${journey.server.url}/in/netegem/paper-card/${language}-a6.pdf`)
  const pdf = (await file.body()).toString('latin1')
  const [, ...sides] = /MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect(sides.map((side) => Math.round(Number(side))).sort()).toEqual([298, 420])
  expect([...pdf.matchAll(/\/Type ?\/Page\b/g)].length).toBeLessThanOrEqual(2)
})

test('a person hears through the coordinator who looked at their data', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/people')
  await sofie.arrivesAt('Mensen')
  await sofie.writes('Naam of telefoonnummer', 'Wilems')
  await sofie.presses('Zoek')
  await sofie.arrivesAt('Mensen')
  await sofie.page
    .getByRole('main')
    .getByRole('link', { name: /Willems/ })
    .first()
    .click()
  await sofie.arrivesAt(/Willems/)
  await sofie.follows('Wie keek naar deze gegevens?')
  await sofie.arrivesAt('Wie keek naar deze gegevens?')
  await sofie.page.getByRole('cell', { name: 'coördinator' }).first().waitFor()
  await sofie.follows('Druk af voor de persoon')
  await sofie.page.getByRole('heading', { name: 'Wie keek naar mijn gegevens?' }).waitFor()
  const pdf = (await sofie.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf).toMatch(/MediaBox ?\[0 0 59[45](\.\d+)? 84[12]/)
})

async function fillIn(person: Person, { name, wish }: { readonly name: string; readonly wish: string }) {
  await person.writes('In eigen woorden', wish)
  await person.picks('Gewoon')
  await person.writes('Naam van de persoon', name)
  await person.writes('Telefoon', '0470 91 92 93')
  await person.writes('Wat mogen we vertellen?', 'Alles wat op dit kaartje staat')
  await person.picks('Mondeling')
  await person.writes('Ingevuld door', 'praktijk Lemmens')
}
