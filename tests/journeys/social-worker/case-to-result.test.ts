import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { type Keyboard, keyboardOn } from '../support/keyboard.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

/** The social worker of the demo, whose case this is. */
let nele: Person
let keys: Keyboard

test('a social worker opens a case, explores it and makes a plan with keys alone', async () => {
  nele = await journey.colleague('Nele Baert')
  keys = keyboardOn(nele.page)
  await keys.follows('Dossiers')
  await nele.arrivesAt('Dossiers')
  await keys.follows('Nieuw dossier')
  await nele.arrivesAt('Nieuw dossier')
  await keys.writes('Voornaam', 'Irma')
  await keys.writes('Familienaam', 'Vandenbossche')
  await keys.writes('Telefoon', '0470 31 32 33')
  await keys.writes('In een paar woorden', 'verwarming en papieren')
  await keys.follows('Open het dossier')
  await nele.arrivesAt('verwarming en papieren')
  await nele.reads('Bied eerst een rechtenverkenning aan. Zonder dat kan dit dossier niet dicht.')

  await keys.follows('Begin te verkennen')
  await nele.reads('De stap is genoteerd')
  await keys.follows('Het plan staat vast')
  await nele.reads(/Een plan begint met een doel in de woorden van de persoon. Voeg er eerst een toe/)

  await keys.follows('Plan')
  await nele.arrivesAt('verwarming en papieren')
  await keys.writes('Doel, in de woorden van de persoon', 'Ik wil mijn huis warm krijgen zonder schulden')
  await keys.follows('Voeg het doel toe')
  await nele.reads('Ik wil mijn huis warm krijgen zonder schulden')
  await notesFact('Wonen', 'verkend', 'De ketel is twintig jaar oud')
  await keys.follows('Overzicht')
  await keys.follows('Het plan staat vast')
  await nele.reads('Er is een plan. Begin eraan zodra de persoon dat wil.')
  await keys.follows('Begin uit te voeren')
  await nele.reads('Het plan wordt uitgevoerd.')
})

test('she writes a note and plans a task from anywhere in the case', async () => {
  await keys.opensWith('n')
  await nele.arrivesAt('verwarming en papieren')
  await keys.writes('Notitie', 'Irma wil liever gebeld worden dan gemaild')
  await keys.follows('Bewaar de notitie')
  await nele.reads('Irma wil liever gebeld worden dan gemaild')
  await keys.opensWith('t')
  await nele.arrivesAt('verwarming en papieren')
  await keys.writes('Wat moet er gebeuren?', 'Factuur opvragen')
  await keys.goesTo('Tegen')
  // Day and month are the same number, so that it does not matter which the browser asks first.
  await nele.page.keyboard.type(`1212${new Date().getFullYear() + 1}`)
  await keys.follows('Voeg de taak toe')
  await nele.reads('De taak is toegevoegd')
  await keys.follows('Gedaan')
  await nele.reads('De taak is gedaan')
})

test('she hands over to a partner, which shares nothing before all five checks hold', async () => {
  await keys.opensWith('o')
  await nele.arrivesAt('verwarming en papieren')
  await keys.chooses('Ontvanger', partner)
  await keys.writes('Naam', 'Irma Vandenbossche')
  await keys.writes('Bereikbaar', '0470 31 32 33, in de voormiddag')
  await keys.writes('Waarover het gaat', 'Zoekt hulp bij een oude ketel en een hoge factuur')
  await keys.follows('Stel de overdracht voor')
  await nele.reads('Eerst een afspraak met de persoon')

  const hilde = await journey.colleague('Hilde Maes')
  await hilde.opens('/handovers')
  await hilde.arrivesAt('Ontvangen overdrachten')
  await hilde.doesNotRead('Irma')

  await keys.follows('Noteer een afspraak')
  await nele.arrivesAt('Nieuwe afspraak')
  await keys.writes('Wat mag verteld worden?', 'Dat ik hulp zoek voor mijn verwarming')
  await keys.picks('partnerorganisatie')
  await keys.picks('mondeling')
  await keys.writes('Wie hoorde of zag het?', 'Nele Baert')
  await keys.follows('Noteer de afspraak')
  await nele.arrivesAt('verwarming en papieren')
  for (const check of fiveChecks.slice(1)) await keys.picks(check)
  await keys.picks('Dat ik hulp zoek voor mijn verwarming')
  await keys.follows('Deel met de ontvanger')
  await nele.reads(/Alle vijf/)
  for (const check of fiveChecks) await keys.picks(check)
  await keys.picks('Dat ik hulp zoek voor mijn verwarming')
  await keys.follows('Deel met de ontvanger')
  await nele.reads('Gedeeld met de ontvanger')
  await keys.picks('samen, in een gesprek met drie')
  await keys.follows('Noteer de kennismaking')
  await nele.reads('De kennismaking is genoteerd')
  await nele.arrivesAt('verwarming en papieren')

  const byKeys = keyboardOn(hilde.page)
  await hilde.opens('/handovers')
  await byKeys.follows('Irma Vandenbossche')
  await hilde.arrivesAt('Overdracht van OCMW Netegem')
  await hilde.reads('Zoekt hulp bij een oude ketel en een hoge factuur')
  await hilde.doesNotRead('De ketel is twintig jaar oud')
  await byKeys.writes('Uw naam', 'Hilde Maes')
  await byKeys.follows('Ja, ik neem dit op')
  await hilde.reads('Aanvaard: de afzender weet het')
})

test('she checks the arrival and the result, and the case stays open until rights come first', async () => {
  await nele.opens('/cases')
  await nele.follows('Irma Vandenbossche')
  await nele.arrivesAt('verwarming en papieren')
  await keys.follows('Overdrachten')
  await keys.follows(partner)
  await keys.follows('De hulp is begonnen')
  await nele.reads('De aankomst is genoteerd')
  await keys.follows('Plan')
  await notesFact('Wonen', 'bereikt', 'De buurman hielp met het lokaliseren van het lek', 'hulp van buren')
  await keys.follows('Overzicht')
  await keys.picks('aangeboden')
  await keys.follows('Bewaar de rechtenverkenning')
  await keys.follows('Kijk het resultaat na')
  await nele.reads('Kijk samen na wat bereikt is. Daarna kan het dossier dicht.')

  await keys.follows('Afsluiten')
  await nele.arrivesAt('verwarming en papieren')
  await keys.picks('resultaat bereikt')
  await keys.follows('Sluit het dossier af')
  expect(
    await nele.page.getByRole('link', { name: /Had een regel, dienst of beslissing|Kies/ }).count(),
  ).toBeGreaterThan(0)
  await keys.picks('ja')
  await keys.chooses('Thema', 'Wonen')
  await keys.chooses('Wat ligt eraan ten grondslag?', 'De prijs')
  await keys.chooses('Wie kan er iets aan doen?', 'Vlaamse overheid')
  await keys.writes('Wat gebeurt er met mensen?', 'Een nieuwe ketel kost meer dan de premie, die pas achteraf komt.')
  await keys.follows('Sluit het dossier af')
  await nele.reads(/Er is alleen hulp van buren/)
})

test('after a result and a rights check the case closes, and policy hears what could have prevented it', async () => {
  await keys.follows('Overdrachten')
  await keys.follows(partner)
  await keys.picks('de hulp loopt')
  await keys.follows('Bewaar het resultaat')
  await nele.reads('Het resultaat is bewaard')
  await keys.follows('Overzicht')
  await keys.picks('gedaan')
  await keys.follows('Bewaar de rechtenverkenning')
  await keys.follows('Afsluiten')
  await keys.picks('resultaat bereikt')
  await keys.picks('ja')
  await keys.chooses('Thema', 'Wonen')
  await keys.chooses('Wat ligt eraan ten grondslag?', 'De prijs')
  await keys.chooses('Wie kan er iets aan doen?', 'Vlaamse overheid')
  await keys.writes('Wat gebeurt er met mensen?', 'Een nieuwe ketel kost meer dan de premie, die pas achteraf komt.')
  await keys.follows('Sluit het dossier af')
  await nele.reads('Dit dossier is afgesloten')
  await nele.arrivesAt('verwarming en papieren')
  await keys.follows('Tijdlijn')
  await nele.arrivesAt('verwarming en papieren')
  await nele.reads(/gegevens gedeeld na vijf controles/)

  const sofie = await journey.colleague('Sofie De Wilde')
  await sofie.opens('/policy-signals?reading=waiting')
  await sofie.arrivesAt('Signalen voor beleid')
  await sofie.page.getByRole('link', { name: 'Wonen: De prijs' }).first().click()
  await sofie.reads('Een nieuwe ketel kost meer dan de premie, die pas achteraf komt.')
  await sofie.doesNotRead('Irma')
})

const partner = 'CAW'
const fiveChecks = [
  'De ontvanger heeft beroepsgeheim',
  'De ontvanger heeft hetzelfde doel: helpen',
  'De persoon weet wat gedeeld wordt en met wie',
  'De persoon gaat akkoord',
  'Alleen wat nodig is, in het belang van de persoon',
]

async function notesFact(domain: string, kind: string, text: string, reached?: string): Promise<void> {
  await keys.chooses(/^Levensdomein$/, domain)
  await keys.picks(kind)
  await keys.writes('Wat?', text)
  if (reached) await keys.picks(reached)
  await keys.follows('Noteer')
  await nele.reads('Genoteerd')
}
