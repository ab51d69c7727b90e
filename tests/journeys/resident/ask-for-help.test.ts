import { expect, test } from 'vitest'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'
import { codeOnReceipt, sendUnhurried } from '../support/web-form.ts'

const journey = journeyInNetegem()

test('somebody asks for help without script, one question a page, and takes it back with the code', async () => {
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem')
  await resident.arrivesAt(/Netegem/)
  await resident.opens('/in/netegem/card')
  await resident.arrivesAt('Vraag hulp met een kaartje')
  await resident.presses('Begin een nieuw kaartje')
  await resident.arrivesAt('Voor wie is dit kaartje?')
  await resident.picks('Voor mijzelf')
  await resident.presses('Verder')

  await resident.arrivesAt('Waarvoor zoekt u hulp?')
  await resident.writes('Waarvoor zoekt u hulp?', 'Ik wil graag gezelschap. Mijn nummer is 85.07.30-033.28')
  await resident.presses('Verder')
  await resident.reads('Haal het rijksregisternummer weg: dat bewaren we nooit')
  await resident.arrivesAt('Waarvoor zoekt u hulp?')
  expect(await resident.page.getByLabel('Waarvoor zoekt u hulp?').inputValue()).toContain('gezelschap')
  await resident.writes('Waarvoor zoekt u hulp?', 'Ik wil graag gezelschap op zondag')
  await resident.presses('Verder')

  await resident.arrivesAt('Hoe kunnen we u bereiken?')
  await resident.presses('Verder')
  await resident.reads('Geef een telefoonnummer, een e-mailadres of een plaats')
  await resident.writes('Uw naam', 'Godelieve')
  await resident.writes('Telefoon', '0470 11 22 33')
  await resident.presses('Verder')
  await resident.arrivesAt('Wanneer en in welke taal?')
  await resident.writes('Wanneer bellen of komen we het best?', 'in de voormiddag')
  await resident.presses('Verder')
  await resident.arrivesAt('Wat mogen we vertellen, en aan wie?')
  await resident.picks('Een maatschappelijk werker')
  await resident.picks(/Ja, de coördinator mag dit kaartje lezen/)
  await resident.presses('Verder')
  await resident.arrivesAt('Hoe snel is het nodig?')
  await resident.picks('Gewoon')
  await resident.presses('Verder')
  await resident.arrivesAt('Klopt alles?')
  await resident.reads('Ik wil graag gezelschap op zondag')
  await sendUnhurried(resident, 'Verstuur het kaartje')
  await resident.arrivesAt('Bewaar deze code')
  const code = await codeOnReceipt(resident)
  await resident.presses('Wis de code van dit toestel')
  await resident.arrivesAt(/Netegem/)

  await openMyCard(resident, code)
  await resident.reads('Uw kaartje is aangekomen. De coördinator leest het binnenkort.')
  await resident.reads('Nog niemand opende dit kaartje.')
  await resident.doesNotRead('gezelschap')

  const coordinator = await journey.colleague('Sofie De Wilde')
  await openFromSearch(coordinator, 'Godelieve', 'Godelieve')
  await coordinator.reads('Ik wil graag gezelschap op zondag')

  await openMyCard(resident, code)
  await resident.reads(/coördinator, Gemeente Netegem/)
  await resident.follows('Trek mijn akkoord in')
  await resident.arrivesAt('Wilt u uw akkoord intrekken?')
  await resident.presses('Ja, trek mijn akkoord in')
  await resident.arrivesAt('Mijn kaartje')
  await resident.reads('U trok uw akkoord in. We delen niets meer.')

  await coordinator.page.reload()
  await coordinator.doesNotRead('gezelschap op zondag')
})

test('a wrong code opens nothing, and says so in plain words', async () => {
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/my-card')
  await resident.writes('Wat is de code van uw kaartje?', 'AAAA BBBB CCCC')
  await resident.presses('Toon mijn kaartje')
  await resident.arrivesAt('Wat is de code van uw kaartje?')
  await resident.reads('Deze code kennen we niet. Kijk elk teken na.')
})

async function openMyCard(resident: Person, code: string): Promise<void> {
  await resident.opens('/in/netegem/my-card')
  await resident.arrivesAt('Wat is de code van uw kaartje?')
  await resident.writes('Wat is de code van uw kaartje?', code.toLowerCase())
  await resident.presses('Toon mijn kaartje')
  await resident.arrivesAt('Mijn kaartje')
}
