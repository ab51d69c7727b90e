import { expect, test } from 'vitest'
import { netegemId } from '../../../src/demo/netegem.ts'
import type { FiledCard } from '../../../src/functions/detection/index.ts'
import { fileCard } from '../../support/cards.ts'
import { doWorkOfTheClock } from '../../support/jobs.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

/** A resident's own card of Netegem, with the code that the resident keeps. */
async function cardOf(name: string, wish: string, language = 'nl'): Promise<FiledCard> {
  const { world } = journey.server
  const { id } = await world.database.owner
    .selectFrom('municipalities.data_zone')
    .select('id')
    .where('municipality_id', '=', netegemId)
    .where('kind', '=', 'municipality')
    .executeTakeFirstOrThrow()
  const place = { id: netegemId, slug: 'netegem', municipalityZone: id, ocmwZone: id }
  return fileCard(world, place, { name, wish, language })
}

/** Opens the request that the holder of this card sent last. */
async function opensRequestOf(colleague: Person, { cardId }: FiledCard, heading: string): Promise<string> {
  const { id } = await journey.server.world.database.owner
    .selectFrom('rights.request')
    .select('id')
    .where('card_id', '=', cardId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await colleague.opens(`/rights/${id}`)
  await colleague.arrivesAt(heading)
  return id
}

test('a resident asks a copy and a correction on a phone without script; the coordinator prints it and answers in time', async () => {
  const card = await cardOf('Godelieve Smets', 'Iemand om samen naar de markt te gaan.')
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/my-card')
  await resident.writes('Wat is de code van uw kaartje?', card.code)
  await resident.presses('Toon mijn kaartje')
  await resident.arrivesAt('Mijn kaartje')
  const asks = () => resident.page.getByText('Vraag iets over uw gegevens, of maak bezwaar').click()
  await asks()
  await resident.picks('Een kopie, op papier of als bestand')
  await resident.presses('Verstuur')
  await resident.reads('Verstuurd. De coördinator antwoordt u.')
  await asks()
  await resident.picks('Iets verbeteren, of een vraag')
  await resident.writes(
    'Wat klopt er niet, wat wilt u weten, of waarover gaat uw klacht?',
    'Mijn straat heet nu anders.',
  )
  await resident.presses('Verstuur')
  await resident.arrivesAt('Mijn kaartje')

  const tom = await journey.colleague('Tom Hendrickx', { script: 'off' })
  await tom.reads(/Een vraag over eigen gegevens wacht op antwoord/)
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await opensRequestOf(sofie, card, 'Verbeteren')
  await sofie.reads('Mijn straat heet nu anders.')
  await sofie.opens('/rights')
  await sofie.arrivesAt('Vragen over eigen gegevens')
  const copy = sofie.page.getByRole('link', { name: 'Een kopie' }).last()
  await copy.click()
  await sofie.arrivesAt('Een kopie')
  await sofie.follows('Open alles wat er staat')
  await sofie.arrivesAt('Alles wat er staat')
  await sofie.reads('Iemand om samen naar de markt te gaan.')
  await sofie.presses('Naar het papier')
  await sofie.arrivesAt('Wat wij over u bewaren')
  await sofie.reads('Iemand om samen naar de markt te gaan.')
  await sofie.reads(/Of er een zorg om gevaar is genoteerd/)
  await sofie.page.goBack()
  await sofie.follows('Naar de vraag')
  await sofie.arrivesAt('Een kopie')
  await sofie.picks('Gedaan wat gevraagd was')
  await sofie.writes('Wat hebt u geantwoord?', 'Op papier meegegeven aan het loket.')
  await sofie.presses('Bewaar het antwoord')
  await sofie.reads('Antwoord bewaard.')
  await sofie.doesNotRead('Open alles wat er staat')
})

test('who is in no register objects with the code of a card, on the phone and at the desk, and without the sheet', async () => {
  const own = await cardOf('Godelieve Smets', 'Iemand om samen te breien.')
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/my-card')
  await resident.writes('Wat is de code van uw kaartje?', own.code)
  await resident.presses('Toon mijn kaartje')
  await resident.arrivesAt('Mijn kaartje')
  await resident.page.getByText('Vraag iets over uw gegevens, of maak bezwaar').click()
  await resident.picks('Een klacht over mijn gegevens')
  await resident.presses('Verstuur')
  await resident.reads('Vul dit in')
  await resident.picks('Geen bezoek of brief meer: ik maak bezwaar')
  await resident.presses('Verstuur')
  await resident.reads('Verstuurd. De coördinator antwoordt u.')

  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await opensRequestOf(sofie, own, 'Bezwaar')
  await sofie.follows('Van wie dit kaartje is')
  await sofie.reads('Iemand om samen te breien.')
  await opensRequestOf(sofie, own, 'Bezwaar')
  await sofie.presses('Beëindig het kaartje')
  await sofie.reads('Het akkoord op het kaartje is ingetrokken.')
  await resident.opens('/in/netegem/my-card/card')
  await resident.reads('U trok uw akkoord in. We delen niets meer.')

  const sheet = await cardOf('Godelieve Smets', 'Iemand om samen te koken.')
  await sofie.opens('/rights/new')
  await sofie.writes('Wie vraagt het?', 'Godelieve Smets, 09 000 00 44')
  await sofie.picks('Bezwaar')
  await sofie.picks('aan het loket')
  await sofie.picks('Ik ken de persoon')
  await sofie.writes(/^Code van het kaartje/, '2222 2222 2222')
  await sofie.presses('Noteer de vraag')
  await sofie.reads('Deze code kennen we hier niet. Kijk elk teken na.')
  await sofie.writes(/^Code van het kaartje/, sheet.code)
  await sofie.presses('Noteer de vraag')
  await sofie.arrivesAt('Bezwaar')
  await sofie.reads(/Was het kaartje nog onderweg, dan is het beëindigd/)

  const lost = await cardOf('Godelieve Smets', 'Iemand om samen te zingen.')
  await sofie.opens(`/inbox/${lost.signalId}`)
  await sofie.page.getByRole('main').getByRole('link', { name: 'Vraag over eigen gegevens' }).click()
  await sofie.arrivesAt('Vraag noteren')
  await sofie.doesNotRead('Godelieve Smets')
  await sofie.picks('Afspraak intrekken')
  await sofie.picks('per telefoon')
  await sofie.picks('Gevraagd wat alleen de persoon weet')
  await sofie.presses('Noteer de vraag')
  await sofie.arrivesAt('Afspraak intrekken')
  await sofie.reads(/Was het kaartje nog onderweg, dan is het beëindigd/)
})

test('the same in Arabic, from right to left: the paper is in the language of the person', async () => {
  const card = await cardOf('Samira Haddad', 'أريد أن أتعلم الهولندية', 'ar')
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/my-card?lang=ar')
  await resident.writes('ما رمز بطاقتك؟', card.code)
  await resident.presses('أظهر بطاقتي')
  await resident.arrivesAt('بطاقتي')
  await resident.page.getByText('اسأل عن بياناتك أو اعترض').click()
  await resident.picks('أن نرى معًا ما هو محفوظ عني')
  await resident.presses('أرسل')
  await resident.arrivesAt('بطاقتي')

  const sofie = await journey.colleague('Sofie De Wilde', { screen: 'phone' })
  await opensRequestOf(sofie, card, 'Gegevens inkijken')
  await sofie.follows('Open alles wat er staat')
  await sofie.arrivesAt('Alles wat er staat')
  await sofie.presses('Naar het papier')
  await sofie.arrivesAt('ما نحتفظ به عنك')
  expect(await sofie.page.locator('html').getAttribute('dir')).toBe('rtl')
  await sofie.reads('أريد أن أتعلم الهولندية')
})

test('somebody whose data are frozen: who helped reads why, nobody reads the data, and the officer lets them go', async () => {
  const { owner } = journey.server.world.database
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  const found = await owner
    .selectFrom('guidance.case_member as m')
    .innerJoin('guidance.case as c', 'c.id', 'm.case_id')
    .innerJoin('people.person as p', 'p.id', 'c.person_id')
    .innerJoin('identity.account as a', 'a.id', 'm.user_id')
    .select(['c.id as caseId', 'p.id as personId', 'p.given_name as givenName', 'p.family_name as familyName'])
    .where('a.name', '=', 'Sofie De Wilde')
    .where('m.ended_at', 'is', null)
    .where('p.family_name', 'is not', null)
    .executeTakeFirstOrThrow()
  const name = `${found.givenName} ${found.familyName}`
  await sofie.opens(`/people/${found.personId}`)
  await sofie.follows('Vraag noteren')
  await sofie.arrivesAt('Vraag noteren')
  await sofie.picks('Gegevens bevriezen')
  await sofie.picks('aan het loket')
  await sofie.picks('Ik ken de persoon')
  await sofie.presses('Noteer de vraag')
  await sofie.arrivesAt('Gegevens bevriezen')
  await sofie.presses('Bevries de gegevens')
  await sofie.reads('De gegevens zijn bevroren.')
  const request = new URL(sofie.page.url()).pathname
  await sofie.opens(`/cases/${found.caseId}`)
  await sofie.arrivesAt('Deze gegevens zijn bevroren')
  await sofie.reads(/Spreek de functionaris voor gegevensbescherming aan/)
  await sofie.doesNotRead(name)
  await sofie.opens('/people')
  await sofie.writes('Naam of telefoonnummer', name)
  await sofie.presses('Zoek')
  await sofie.reads(/Eén resultaat is bevroren/)

  const tom = await journey.colleague('Tom Hendrickx', { script: 'off', light: 'night' })
  await tom.opens(request)
  await tom.arrivesAt('Gegevens bevriezen')
  await letsGo(tom)
  await sofie.opens(`/people/${found.personId}`)
  await sofie.arrivesAt(new RegExp(found.familyName ?? ''))
})

test('a volunteer asks to freeze: others take over without a name, the volunteer still reads, and the officer lets the file go', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/volunteers')
  await sofie.follows('Rita Goossens')
  await sofie.arrivesAt('Rita Goossens')
  const file = new URL(sofie.page.url()).pathname
  await sofie.page.getByRole('main').getByRole('link', { name: 'Vraag over eigen gegevens' }).click()
  await sofie.arrivesAt('Vraag noteren')
  await sofie.picks('Gegevens bevriezen')
  await sofie.picks('aan het loket')
  await sofie.picks('Ik ken de persoon')
  await sofie.presses('Noteer de vraag')
  await sofie.arrivesAt('Gegevens bevriezen')
  await sofie.presses('Bevries de gegevens')
  await sofie.reads('De gegevens zijn bevroren.')
  const request = new URL(sofie.page.url()).pathname
  await sofie.opens('/volunteers')
  await sofie.doesNotRead('Rita Goossens')
  await sofie.follows(/^Bevroren op/)
  await sofie.arrivesAt('Bevroren dossier')
  await sofie.reads(/stop het, dan wachten de deuren op een ander tweetal/)
  expect(new URL(sofie.page.url()).pathname).toBe(file)
  await sofie.follows('Wat al betaald is, voor de boekhouding')
  await sofie.arrivesAt('Terugbetaling aan Rita Goossens')
  await sofie.reads(/De lijst per jaar blijft te lezen/)

  const rita = await journey.colleague('Rita Goossens', { script: 'off', screen: 'phone' })
  await rita.opens('/my-volunteering')
  await rita.arrivesAt('Mijn vrijwilligerswerk')
  await rita.reads(/^Uw gegevens zijn bevroren sinds/)
  await rita.follows('Alles wat er staat')
  await rita.reads('Uw gegevens als vrijwilliger')

  const tom = await journey.colleague('Tom Hendrickx', { script: 'off' })
  await tom.opens(request)
  await tom.arrivesAt('Gegevens bevriezen')
  await tom.presses('Maak weer leesbaar')
  await tom.reads('Zeg het eerst aan de persoon. De wet vraagt dat.')
  await letsGo(tom)
  await sofie.opens(file)
  await sofie.arrivesAt('Rita Goossens')
})

/** Says why, and that the person knows. */
async function letsGo(officer: Person): Promise<void> {
  await officer.picks('De persoon vraagt het zelf')
  await officer.picks('De persoon weet dat de gegevens weer gebruikt worden')
  await officer.presses('Maak weer leesbaar')
  await officer.reads('De gegevens zijn weer leesbaar.')
}

test('what is past its term is proposed, checked by one, approved by another, deleted and certified on paper', async () => {
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.opens('/retention')
  await fatima.arrivesAt('Bewaren en vernietigen')
  await fatima.follows('Beslissing vastleggen')
  await fatima.arrivesAt('Beslissing vastleggen')
  await fatima.picks('Vragen over eigen gegevens')
  await fatima.writes('Hoeveel', '1')
  await fatima.chooses('Jaren, maanden of dagen', 'dagen')
  await fatima.writes('Waar de regel te vinden is', 'Selectielijst 12.9')
  await fatima.writes('Waarom deze termijn', 'De vraag is beantwoord.')
  await fatima.writes('Beslist door', 'college')
  await fatima.page.locator('input[name="decidedOn"]').fill('2026-01-15')
  await fatima.presses('Leg vast')
  await fatima.reads('Beslissing vastgelegd.')

  journey.server.passDays(4)
  await doWorkOfTheClock(journey.server.world, netegemId)
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows(/Een voorstel tot vernietiging wacht op controle/)
  await sofie.arrivesAt('Voorstel tot vernietiging')
  const proposal = new URL(sofie.page.url()).pathname
  await sofie.presses('Gecontroleerd')
  await sofie.reads('Iemand anders dan wie controleerde, keurt goed.')

  const inge = await journey.colleague('Inge Hermans', { script: 'off' })
  await inge.follows(/Een voorstel tot vernietiging wacht op goedkeuring/)
  await inge.arrivesAt('Voorstel tot vernietiging')
  await inge.presses(/Keur goed en vernietig \(\d+\)/)
  await inge.arrivesAt('Voorstel tot vernietiging')
  await expect
    .poll(async () => {
      await inge.opens(proposal)
      return inge.page.getByRole('link', { name: 'Attest van vernietiging' }).count()
    })
    .toBe(1)
  await inge.follows('Attest van vernietiging')
  await inge.arrivesAt('Attest van vernietiging')
  await inge.follows('Druk het attest af')
  await inge.arrivesAt('Attest van vernietiging')
  await inge.reads('Selectielijst 12.9')
  await inge.reads('rights.request')
})
