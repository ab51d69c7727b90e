import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('somebody finds a service in spite of a typing error, without script', async () => {
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem')
  await resident.arrivesAt('Welkom in Netegem')
  await resident.follows('Zoek hulp in de buurt')
  await resident.arrivesAt('Hulp in de buurt')
  await resident.writes('Wat zoekt u?', 'schuldbemidelling')
  await resident.presses('Zoek')
  await resident.arrivesAt('Hulp in de buurt')
  expect(new URL(resident.page.url()).search).toContain('schuldbemidelling')
  await resident.follows(/[Ss]chuldbemiddeling/)
  await resident.arrivesAt(/[Ss]chuldbemiddeling/)
  await resident.page.goBack()
  await resident.arrivesAt('Hulp in de buurt')
})

test('who finds nothing is shown another way to help', async () => {
  const resident = await journey.somebody({ screen: 'phone', light: 'night', script: 'off' })
  await resident.opens('/in/netegem/services')
  await resident.writes('Wat zoekt u?', 'zeppelinreizen')
  await resident.presses('Zoek')
  await resident.arrivesAt('Hulp in de buurt')
  await resident.reads('We vonden niets')
  await resident.follows('Vraag ons om hulp')
  await resident.arrivesAt('Vraag hulp met een kaartje')
})
