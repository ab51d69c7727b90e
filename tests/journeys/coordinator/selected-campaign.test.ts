import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const name = 'Molenwijk, nieuwjaar'
/** As long as the form lets it be. */
const words = 'We gaan deze winter langs bij oudere mensen die alleen wonen, om te horen hoe het met hen gaat.'

/** The coordinator who carries it out; every page works without script. */
let sofie: Person

test('a coordinator writes down what was decided before there is any address', async () => {
  sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Campagnes')
  await sofie.arrivesAt('Campagnes')
  await sofie.follows('Nieuwe campagne op gekozen adressen')
  await sofie.arrivesAt('Nieuwe campagne op gekozen adressen')
  await sofie.reads(/Hele straten bezoeken is beter/)
  await sofie.writes('Naam van de campagne', name)
  await sofie.writes('Reden', 'Horen hoe het gaat met wie in de winter alleen thuis is.')
  await sofie.writes('Beslist door', 'Het college van burgemeester en schepenen')
  await sofie.writes('Beslist op', dayFromNow(-10))
  await sofie.picks('taak van algemeen belang')
  await sofie.writes('Waar dat staat', 'Decreet lokaal sociaal beleid, artikel 9')
  await sofie.writes('Dezelfde reden in de brief', words)
  await sofie.writes('Lijst vernietigd, ten laatste op', dayFromNow(60))
  await sofie.picks('Molenwijk')
  await sofie.writes('Eerste dag', dayFromNow(-1))
  await sofie.writes('Laatste dag', dayFromNow(30))
  await sofie.chooses('Coördinator van wacht', 'Sofie De Wilde')
  await sofie.presses('Verder naar de adressen')
  await sofie.arrivesAt('Nieuwe campagne op gekozen adressen')
  await sofie.writes('Criteria van de keuze', '75 jaar of ouder en alleen wonend')
  await sofie.presses('Verder naar de adressen')
  await sofie.arrivesAt(name)
  await sofie.reads('75 jaar of ouder en alleen wonend')
})

test('a file with names is refused; one of addresses is looked at first, each other line with its reason', async () => {
  await sends('naam;straat;huisnummer\nJan;Windmolenlaan;8')
  await sofie.arrivesAt(name)
  await sofie.reads('Alleen adressen. Haal deze kolommen eruit: naam')
  await sends('straat;huisnummer\nwindmolenlaan;8\nWindmolenlaan;10\nNergensstraat;1\nWindmolenlaan;8\n')
  await sofie.arrivesAt(name)
  await sofie.reads('2 adressen gevonden op 4 regels.')
  await sofie.reads('Er is nog niets bewaard.')
  await sofie.reads('deze straat staat niet in het register')
  await sofie.reads('staat al hoger in het bestand')
  await sofie.presses('Zet deze 2 adressen op de lijst')
  await sofie.reads('De adressen staan op de lijst.')
  await sofie.arrivesAt(name)
})

test('an address is found in the register, and goes off the list again', async () => {
  await sofie.writes('Zoek het adres', 'Windmolenlaan 12')
  await sofie.presses('Zoek')
  await sofie.arrivesAt(name)
  await sofie.presses(/^Op de lijst.*Windmolenlaan 12$/)
  await sofie.reads('De adressen staan op de lijst.')
  await sofie.arrivesAt(name)
  await sofie.presses(/^Van de lijst.*Windmolenlaan 10$/)
  await sofie.reads('Van de lijst gehaald.')
  await sofie.arrivesAt(name)
})

test('the letters say why, each on one A4, and are announced once a rule makes sure that the list goes', async () => {
  await sofie.follows('Brieven')
  await sofie.arrivesAt(name)
  await sofie.presses('Maak 2 brieven')
  await sofie.reads('De brieven zijn klaar om af te drukken.')
  await sofie.follows(/^Afdrukken/)
  await sofie.page.getByRole('heading', { name: 'Wij komen graag bij u langs' }).first().waitFor()
  await sofie.reads(new RegExp(words))
  const pdf = (await sofie.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect([...pdf.matchAll(/MediaBox/g)].length).toBe(2)
  await sofie.follows('Terug naar de brieven')
  await sofie.follows('Overzicht')
  await sofie.arrivesAt(name)
  await switchesRuleOn()
  await opensCampaign(sofie)
  await sofie.writes('Alle brieven gebust op', dayFromNow(0))
  await sofie.presses('De campagne is aangekondigd')
  await sofie.reads('De campagne is aangekondigd.')
  await sofie.arrivesAt(name)
})

test('after the campaign the list is destroyed by hand, and the officer reads the certificate', async () => {
  await sofie.follows('Beëindig de campagne')
  await sofie.arrivesAt(/nu beëindigen/)
  await sofie.presses('Beëindig de campagne')
  await sofie.reads('De campagne is afgelopen.')
  await sofie.arrivesAt(name)
  await sofie.follows('Vernietig de lijst nu')
  await sofie.arrivesAt(/^De lijsten van .* nu vernietigen\?$/)
  await sofie.presses('Vernietig de lijst')
  await sofie.reads('De lijsten zijn vernietigd. Het certificaat staat klaar.')
  await sofie.arrivesAt(name)

  const officer = await journey.colleague('Tom Hendrickx', { screen: 'phone', script: 'off' })
  await opensCampaign(officer)
  await officer.reads('75 jaar of ouder en alleen wonend')
  await officer.follows('Certificaat van vernietiging')
  await officer.arrivesAt('Certificaat van vernietiging')
  await officer.reads('Sofie De Wilde')
  await officer.doesNotRead(/Windmolenlaan/)
})

async function sends(text: string): Promise<void> {
  const file = { name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await sofie.page.getByLabel('Bestand met adressen (CSV)').setInputFiles(file)
  await sofie.presses('Kijk het bestand na')
}

async function opensCampaign(person: Person): Promise<void> {
  await person.opens('/campaigns')
  await person.page.getByRole('main').getByRole('link', { name }).click()
  await person.arrivesAt(name)
}

async function switchesRuleOn(): Promise<void> {
  await sofie.opens('/visit-list-rule')
  await sofie.arrivesAt('Bewaren van bezoeklijsten')
  await sofie.picks('Vanzelf verwijderen')
  await sofie.writes('Waar de regel staat', 'Selectielijst 12.3')
  await sofie.writes('Beslist door', 'Het college')
  await sofie.writes('Beslist op', dayFromNow(-100))
  await sofie.presses('Bewaar')
  await sofie.reads('Bewaard.')
}
