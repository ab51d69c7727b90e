import { test } from 'vitest'
import { handoverIntroduced } from '../support/handovers.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('after six weeks and again after six months somebody asks what the help came to', async () => {
  const path = await handoverIntroduced(journey.server, 'Nele Baert', {
    person: 'Godelieve',
    title: 'trap en valgevaar',
    text: 'Zoekt raad om veilig de trap te doen',
    to: 'Hilde Maes',
  })
  const hilde = await journey.colleague('Hilde Maes', { script: 'off' })
  await hilde.opens('/handovers')
  await hilde.follows('Godelieve')
  await hilde.writes('Uw naam', 'Hilde Maes')
  await hilde.presses('Ja, ik neem dit op')
  await hilde.reads('Aanvaard: de afzender weet het')

  const nele = await journey.colleague('Nele Baert', { script: 'off' })
  await nele.opens(path)
  await nele.presses('De hulp is begonnen')
  await nele.reads('De aankomst is genoteerd')

  journey.server.passDays(43)
  const sixWeeksOn = await journey.colleague('Nele Baert', { script: 'off' })
  await sixWeeksOn.arrivesAt('Vandaag')
  await sixWeeksOn.reads('Resultaat na zes weken')
  await sixWeeksOn.reads(/trap en valgevaar/)
  await sixWeeksOn.opens(path)
  await sixWeeksOn.picks('de hulp loopt')
  await sixWeeksOn.presses('Bewaar het resultaat')
  await sixWeeksOn.reads('Het resultaat is bewaard')
  await sixWeeksOn.arrivesAt('trap en valgevaar')

  journey.server.passDays(145)
  const sixMonthsOn = await journey.colleague('Nele Baert', { screen: 'phone', script: 'off' })
  await sixMonthsOn.arrivesAt('Vandaag')
  await sixMonthsOn.reads('Resultaat na zes maanden')
  await sixMonthsOn.reads(/trap en valgevaar/)
  await sixMonthsOn.opens(path)
  await sixMonthsOn.picks('de persoon stopte')
  await sixMonthsOn.presses('Bewaar het resultaat')
  await sixMonthsOn.reads('Het resultaat is bewaard')
  await sixMonthsOn.arrivesAt('trap en valgevaar')
  await sixMonthsOn.reads('de persoon stopte')
})
