import { TOTP } from 'otpauth'
import { test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { mailTo } from '../support/outbox.ts'

const journey = journeyInNetegem()
const password = 'kraai fietst langs zeven molens'

test('somebody signs in with a link from the mail, which works once', async () => {
  const nele = await journey.somebody({ screen: 'phone', script: 'off' })
  await nele.opens('/sign-in')
  await nele.arrivesAt('Aanmelden')
  await nele.writes('E-mailadres', 'nele.baert@netegem.example')
  await nele.presses('Mail mij een link')
  await nele.arrivesAt('Kijk in uw mail')
  const { link } = await mailTo(journey.server, 'nele.baert@netegem.example')
  await nele.opens(link)
  await nele.arrivesAt('U bent er bijna')
  await nele.presses('Meld mij aan')
  await nele.arrivesAt('Vandaag')
  await nele.reads(/Nele Baert/)

  const another = await journey.somebody({ script: 'off' })
  await another.opens(link)
  await another.presses('Meld mij aan')
  await another.arrivesAt('Deze link werkt niet meer')
})

test('an address without an account gets the same answer and no mail', async () => {
  const stranger = await journey.somebody({ script: 'off' })
  await stranger.opens('/sign-in')
  await stranger.writes('E-mailadres', 'niemand@elders.example')
  await stranger.presses('Mail mij een link')
  await stranger.arrivesAt('Kijk in uw mail')
})

test('somebody chooses a password, couples a phone, and signs in with both', async () => {
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.follows('Fatima Yildiz')
  await fatima.arrivesAt('Mijn account')
  await fatima.follows('Kies een wachtwoord')
  await fatima.arrivesAt('Kies een wachtwoord')
  await fatima.writes('Nieuw wachtwoord', 'wachtwoord')
  await fatima.presses('Bewaar')
  await fatima.reads(/Neem een langer wachtwoord/)
  await fatima.writes('Nieuw wachtwoord', password)
  await fatima.presses('Bewaar')
  await fatima.arrivesAt('Codes van uw telefoon')
  await fatima.writes('Uw huidige wachtwoord', password)
  await fatima.presses('Verder')
  await fatima.arrivesAt('Codes van uw telefoon')
  const [, key = ''] = (await fatima.page.getByRole('main').innerText()).match(/Sleutel\s+([A-Z2-7 ]{16,})\n/) ?? []
  const secret = key.replaceAll(' ', '')
  const codeAt = (moment: number) => new TOTP({ secret }).generate({ timestamp: moment })
  await fatima.writes('Code', codeAt(Date.now()))
  await fatima.presses('Zet codes aan')
  await fatima.reads('Codes staan aan. U kunt zich nu met wachtwoord en code aanmelden.')
  await fatima.arrivesAt('Mijn account')
  await fatima.presses('Afmelden')

  await fatima.opens('/sign-in')
  await fatima.follows('Aanmelden met wachtwoord en code')
  await fatima.arrivesAt('Aanmelden met wachtwoord')
  await fatima.writes('E-mailadres', 'fatima.yildiz@netegem.example')
  await fatima.writes('Wachtwoord', 'een ander wachtwoord')
  await fatima.presses('Verder')
  await fatima.arrivesAt('Aanmelden met wachtwoord')
  await fatima.reads(/Adres en wachtwoord passen niet bij elkaar/)
  await fatima.writes('Wachtwoord', password)
  await fatima.presses('Verder')
  await fatima.arrivesAt('Geef uw code')
  await fatima.writes('Code', '000000')
  await fatima.presses(/Verder|Aanmelden|Meld mij aan/)
  await fatima.reads(/Deze code klopt niet/)
  // A code works once; the one of the next half minute is accepted already.
  await fatima.writes('Code', codeAt(Date.now() + 30_000))
  await fatima.presses(/Verder|Aanmelden|Meld mij aan/)
  await fatima.arrivesAt('Vandaag')
})
