import { test } from 'vitest'
import { fingerprintsOf } from '../support/fingerprints.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('somebody makes a passkey, signs in with a finger, names it and takes it away', async () => {
  const fatima = await journey.colleague('Fatima Yildiz')
  await fingerprintsOf(fatima.page)
  await fatima.follows('Fatima Yildiz')
  await fatima.arrivesAt('Mijn account')
  await fatima.follows('Passkeys')
  await fatima.arrivesAt('Passkeys')
  await fatima.reads('Nog geen passkey')
  await fatima.presses('Maak een passkey')
  await fatima.arrivesAt('Passkeys')
  await fatima.reads('Vul dit in')
  await fatima.writes('Naam van de passkey', 'telefoon')
  await fatima.presses('Maak een passkey')
  await fatima.reads('De passkey is bewaard. U kunt zich er nu mee aanmelden.')
  await fatima.arrivesAt('Passkeys')
  await fatima.presses('Afmelden')

  await fatima.opens('/sign-in')
  await fatima.arrivesAt('Aanmelden')
  await fatima.presses('Aanmelden met een passkey')
  await fatima.arrivesAt('Vandaag')

  await fatima.opens('/account/passkeys')
  await fatima.reads(/laatst gebruikt/)
  await fatima.follows(/^Wijzig/)
  await fatima.arrivesAt('telefoon')
  await fatima.writes('Naam van de passkey', 'sleutelhanger')
  await fatima.presses('Bewaar')
  await fatima.arrivesAt('Passkeys')
  await fatima.reads('sleutelhanger')
  await fatima.follows(/^Wijzig/)
  await fatima.presses('Haal deze passkey weg')
  await fatima.reads('De passkey is weg.')
  await fatima.arrivesAt('Passkeys')
})

test('without script the page of passkeys says which ways there are, and signing in shows no button that does nothing', async () => {
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off', screen: 'phone' })
  await fatima.opens('/account/passkeys')
  await fatima.arrivesAt('Passkeys')
  await fatima.reads(/Met een link, of met wachtwoord en code/)
  await fatima.doesNotRead('Maak een passkey')
  const passerBy = await journey.somebody({ script: 'off', screen: 'phone' })
  await passerBy.opens('/sign-in')
  await passerBy.doesNotRead('Aanmelden met een passkey')
})
