import { test } from 'vitest'
import { cardArrives } from '../support/cards.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('a coordinator without professional secrecy asks a second, who takes the signal up and tells what was agreed', async () => {
  await cardArrives(journey.server, {
    wish: 'Ik wil graag eens mee naar de markt',
    name: 'Yvonne Lippens',
    phone: '09 000 77 66',
    urgency: 'urgent',
  })
  const bram = await journey.colleague('Bram Vercauteren', { script: 'off' })
  await bram.arrivesAt('Vandaag')
  await bram.reads(/nog een tweede nodig/)
  await bram.follows('Signalen')
  await bram.arrivesAt('Signalen')
  await bram.doesNotRead('Yvonne')
  await bram.page
    .getByRole('link', { name: /^Signaal van/ })
    .first()
    .click()
  await bram.arrivesAt(/^Signaal van/)
  await bram.doesNotRead('Ik wil graag eens mee naar de markt')
  const signal = new URL(bram.page.url()).pathname
  await bram.presses('Vraag een tweede')
  await bram.arrivesAt(/^Signaal van/)
  await bram.chooses('Aan wie?', 'Sofie De Wilde')
  await bram.presses('Vraag een tweede')
  await bram.reads('Gevraagd. Uw collega krijgt een bericht zonder inhoud.')
  await bram.reads('gevraagd aan Sofie De Wilde')

  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.arrivesAt('Vandaag')
  await sofie.follows(/U bent gevraagd als tweede/)
  await sofie.arrivesAt('U bent gevraagd als tweede')
  await sofie.reads('Bram Vercauteren volgt dit signaal en leest het kaartje niet. Neemt u het op?')
  await sofie.presses('Ik neem het op')
  await sofie.reads('U nam het signaal op.')
  await sofie.arrivesAt('U bent gevraagd als tweede')
  await sofie.writes('Wat mag die weten?', 'Er gaat iemand mee naar de markt')
  await sofie.presses('Vertel het')
  await sofie.reads('Vergelijk eerst met wat de persoon afsprak en vink dit aan')
  await sofie.picks('Ik vergeleek dit met wat de persoon afsprak')
  await sofie.presses('Vertel het')
  await sofie.reads('Verteld.')

  await bram.opens(signal)
  await bram.arrivesAt(/^Signaal van/)
  await bram.reads('bij Sofie De Wilde')
  await bram.reads(/Er gaat iemand mee naar de markt/)
})

test('the administrator reads that a coordinator without professional secrecy needs a second, and who can be', async () => {
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.opens('/admin/memberships')
  await fatima.follows('Bram Vercauteren')
  await fatima.arrivesAt('Bram Vercauteren')
  await fatima.reads('Een coördinator zonder beroepsgeheim heeft een tweede nodig')
  await fatima.reads(/Gemeente Netegem: .*Sofie De Wilde/)
})
