import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('an administrator looks at everybody’s access, and the data protection officer reads what came of it', async () => {
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.reads('Kijk na wie toegang heeft')
  await fatima.opens('/admin/access-list')
  await fatima.arrivesAt('Wie ziet wat')
  await fatima.presses('Begin een nazicht')
  await fatima.arrivesAt(/^Nazicht van/)
  const path = new URL(fatima.page.url()).pathname
  for (const box of await fatima.page.getByRole('checkbox').all()) await box.check()
  await fatima.presses('Bevestig wie blijft')
  await fatima.arrivesAt(/^Nazicht van/)
  await fatima.reads('Bewaard.')
  await fatima.presses('Sluit het nazicht af')
  await fatima.reads('Het nazicht is afgesloten.')
  await fatima.arrivesAt(/^Nazicht van/)
  await fatima.reads('Dit nazicht is afgesloten en verandert niet meer.')
  await fatima.opens('/today')
  await fatima.doesNotRead('Kijk na wie toegang heeft')

  const officer = await journey.colleague('Tom Hendrickx', { script: 'off', screen: 'phone' })
  await officer.opens(path)
  await officer.arrivesAt(/^Nazicht van/)
  await officer.reads(/Fatima Yildiz/)
  expect(await officer.page.getByRole('button', { name: 'Sluit het nazicht af' }).count()).toBe(0)
})

test('an administrator signs a colleague out everywhere', async () => {
  const nele = await journey.colleague('Nele Baert', { script: 'off' })
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.opens('/admin/memberships')
  await fatima.follows('Nele Baert')
  await fatima.follows('Toestellen en afmelden')
  await fatima.arrivesAt('Toestellen')
  await fatima.presses('Meld overal af')
  await fatima.reads(/^Afgemeld\./)
  await fatima.arrivesAt('Toestellen')
  await nele.opens('/today')
  expect(new URL(nele.page.url()).pathname).toBe('/sign-in')
})
