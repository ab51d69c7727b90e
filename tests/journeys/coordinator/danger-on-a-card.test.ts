import { test } from 'vitest'
import { cardArrives } from '../support/cards.ts'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('a danger leaves the inbox: call first, two professionals decide, and nobody else sees that it exists', async () => {
  await cardArrives(journey.server, {
    name: 'Hilde Roelandt',
    phone: '0470 61 62 63',
    wish: 'Ik durf ’s avonds niet meer naar huis',
    urgency: 'urgent',
  })
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await openFromSearch(sofie, 'Roelandt', 'Hilde Roelandt')
  await sofie.follows('Er is gevaar: veiligheidsspoor')
  await sofie.arrivesAt('Veiligheidsspoor')
  await sofie.reads('Bel eerst')
  for (const number of ['112', '1712', '1813', '106']) await sofie.reads(number)
  await sofie.picks(/^een volwassene/)
  await sofie.chooses('Eerste professional', 'Sofie De Wilde, coördinator')
  await sofie.chooses('Tweede professional', 'Inge Hermans, coördinator')
  await sofie.writes('Wat is er gezien of gezegd?', 'Zegt aan de telefoon dat haar broer haar slaat.')
  await sofie.presses('Naar het veiligheidsspoor')
  await sofie.reads('Het kaartje is uit de inbox. De twee professionals krijgen een bericht.')
  await sofie.arrivesAt('Inbox')
  await sofie.doesNotRead('Hilde Roelandt')

  await sofie.follows('Veiligheid')
  await sofie.arrivesAt('Veiligheid')
  await sofie.follows(/^Bezorgdheid van/)
  await sofie.arrivesAt('Veiligheidsspoor')
  await sofie.picks('samen opvolgen')
  await sofie.presses('Bewaar')
  await sofie.reads('samen opvolgen: wacht op de tweede')

  const inge = await journey.colleague('Inge Hermans', { script: 'off' })
  await inge.follows('Veiligheid')
  await inge.follows(/^Bezorgdheid van/)
  await inge.arrivesAt('Veiligheidsspoor')
  await inge.reads('Zegt aan de telefoon dat haar broer haar slaat.')
  await inge.picks('samen opvolgen')
  await inge.presses('Bewaar')
  await inge.arrivesAt('Veiligheidsspoor')
  await inge.doesNotRead('wacht op de tweede')

  const nele = await journey.colleague('Nele Baert', { script: 'off' })
  await nele.opens('/safety-concerns')
  await nele.arrivesAt('Veiligheid')
  await nele.reads('Geen dossiers')
})
