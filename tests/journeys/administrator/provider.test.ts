import { afterAll, expect, test } from 'vitest'
import { type OpenIdProvider, startOpenIdProvider } from '../../support/sign-in/openid-provider.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()
let provider: OpenIdProvider | undefined
afterAll(async () => provider?.stop())

test('a municipality turns on its own provider, and a colleague enters through it without script', async () => {
  const there = await startOpenIdProvider([`${journey.server.url}/sign-in/provider/netegem/answer`])
  provider = there
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.follows('Eigen aanmelddienst')
  await fatima.arrivesAt('Eigen aanmelddienst')
  await fatima.reads(`${journey.server.url}/sign-in/provider/netegem/answer`)
  await fatima.writes(/^Naam$/, 'Werkplek')
  await fatima.writes('Adres van de dienst (issuer)', there.issuer)
  await fatima.writes('Naam van Meernet bij de dienst (client id)', there.clientId)
  await fatima.writes('Geheim (client secret)', there.clientSecret)
  await fatima.picks('Collega’s kunnen zich hiermee aanmelden')
  await fatima.presses('Bewaar')
  await fatima.reads('Bewaard.')
  await fatima.arrivesAt('Eigen aanmelddienst')

  there.personIs({ sub: '1', email: 'nele.baert@netegem.example', email_verified: true, name: 'Nele Baert' })
  const nele = await journey.somebody({ script: 'off', screen: 'phone' })
  await nele.opens('/sign-in')
  await nele.follows(/^Aanmelden via Werkplek/)
  await nele.arrivesAt('Vandaag')
  await nele.opens('/account')
  await nele.arrivesAt('Mijn account')
  await nele.reads(/U meldde zich aan via uw gemeente/)

  there.personIs({ sub: '2', email: 'vreemde@elders.example', email_verified: true, name: 'Vreemde' })
  const stranger = await journey.somebody({ script: 'off' })
  await stranger.opens('/sign-in')
  await stranger.follows(/^Aanmelden via Werkplek/)
  await stranger.arrivesAt('U hebt hier geen toegang')
  await stranger.reads(/niemand nodigde u uit bij Netegem/)
  expect(new URL(stranger.page.url()).pathname).toBe('/sign-in/provider/netegem/answer')
})
