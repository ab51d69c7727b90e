import { test } from 'vitest'
import { handoverIntroduced } from '../support/handovers.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('a partner reads a handover as long as it goes on, and no longer once its sender took it back', async () => {
  const path = await handoverIntroduced(journey.server, 'Nele Baert', {
    person: 'Marieke',
    title: 'brieven en papieren',
    text: 'Zoekt hulp bij brieven van de bank',
    to: 'Hilde Maes',
  })
  const hilde = await journey.colleague('Hilde Maes', { script: 'off' })
  await hilde.opens('/handovers')
  await hilde.arrivesAt('Ontvangen overdrachten')
  await hilde.follows('Marieke')
  await hilde.arrivesAt('Overdracht van OCMW Netegem')
  await hilde.reads('Zoekt hulp bij brieven van de bank')
  const address = new URL(hilde.page.url()).pathname

  const nele = await journey.colleague('Nele Baert', { script: 'off' })
  await nele.opens(path)
  await nele.page.locator('summary').filter({ hasText: 'Overdracht terugnemen' }).click()
  await nele.presses('Neem terug')
  await nele.arrivesAt('brieven en papieren')

  await hilde.opens(address)
  await hilde.doesNotRead('Zoekt hulp bij brieven van de bank')
  await hilde.opens('/handovers')
  await hilde.arrivesAt('Ontvangen overdrachten')
  await hilde.doesNotRead('Marieke')
})
