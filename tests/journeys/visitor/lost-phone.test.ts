import { test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { findNetwork, loseNetwork, preparePhone } from '../support/visit-phone.ts'

const journey = journeyInNetegem()

test('a lost phone erases itself as soon as it has a network again', async () => {
  const rita = await journey.colleague('Rita Goossens', { screen: 'phone' })
  const reported = rita.page.waitForResponse((response) => response.url().endsWith('/api/phone'))
  await preparePhone(rita)
  await reported
  await loseNetwork(rita)

  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.opens('/admin/memberships')
  await fatima.follows('Rita Goossens')
  await fatima.follows('Toestellen en afmelden')
  await fatima.reads('Telefoons voor huisbezoek')
  await fatima.presses(/^Wis deze telefoon/)
  await fatima.reads('Wist zich bij het volgende contact')
  await fatima.arrivesAt('Toestellen')

  await findNetwork(rita)
  await rita.arrivesAt('Deze telefoon is gewist')
  await rita.reads('Alles was verzonden. Er is niets verloren.')
  // Also for who takes up the phone only later.
  await rita.opens('/visits')
  await rita.arrivesAt('Deze telefoon is gewist')
  await rita.presses('Opnieuw beginnen')
  await rita.arrivesAt('Deze telefoon klaarmaken')
  await fatima.opens(fatima.page.url())
  await fatima.reads('Gewist')
})
