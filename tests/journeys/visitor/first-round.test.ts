import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { mailTo } from '../support/outbox.ts'
import type { Person } from '../support/person.ts'
import { preparePhone } from '../support/visit-phone.ts'

const journey = journeyInNetegem()
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const name = 'Yvonne Martens'

/** The new volunteer, on her own phone. */
let yvonne: Person
/** Who guides volunteers and campaigns. */
let sofie: Person

test('somebody who wants to visit is invited, and has no round yet', async () => {
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.follows('Medewerkers')
  await fatima.follows('Nodig iemand uit')
  await fatima.writes('E-mailadres', 'yvonne.martens@netegem.example')
  await fatima.chooses('Rol', 'bezoeker')
  await fatima.chooses('Organisatie', 'Gemeente Netegem')
  await fatima.picks('Discretieplicht')
  await fatima.writes('Bewijs', 'Afsprakennota van 2 maart')
  await fatima.writes('Opnieuw nakijken op', dayFromNow(300))
  await fatima.presses('Verstuur de uitnodiging')
  await fatima.reads('De uitnodiging is onderweg.')
  const { link } = await mailTo(journey.server, 'yvonne.martens@netegem.example')
  yvonne = await journey.somebody({ screen: 'phone' })
  await yvonne.opens(link)
  await yvonne.arrivesAt('U bent uitgenodigd')
  await yvonne.writes('Naam', name)
  await yvonne.presses('Neem de uitnodiging aan')
  await yvonne.arrivesAt('Vandaag')
  await preparePhone(yvonne, 'Uw ronde')
  await yvonne.reads('Geen ronde gepland')
})

test('nobody gets a round before everything that must be told was told and signed', async () => {
  sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Vrijwilligers')
  await sofie.arrivesAt('Vrijwilligers')
  await sofie.follows('Nieuwe vrijwilliger')
  await sofie.arrivesAt('Nieuwe vrijwilliger')
  await sofie.writes('Naam', name)
  await sofie.chooses('Account', name)
  await sofie.writes('Geboortejaar', '1955')
  await sofie.picks('op bezoek gaan')
  for (const time of ['weekdag, voormiddag', 'weekdag, namiddag', 'weekend']) await sofie.picks(time)
  await sofie.picks('Nederlands')
  await sofie.presses('Bewaar')
  await sofie.arrivesAt(name)
  await sofie.reads('Kan vandaag geen ronde krijgen')
  await sofie.reads(/^Nog te vertellen of te tekenen: doel en rechtsvorm/)

  const open = sofie.page.getByRole('button', { name: /^Noteer/ })
  for (let left = await open.count(); left > 0; left -= 1) {
    await sofie.doesNotRead('Kan een ronde krijgen.')
    await open.first().click()
    await expect.poll(() => open.count()).toBe(left - 1)
    await sofie.arrivesAt(name)
  }
  await sofie.reads('Kan een ronde krijgen.')

  await yvonne.opens('/my-volunteering')
  await yvonne.arrivesAt('Mijn vrijwilligerswerk')
  await yvonne.reads('getekende afsprakennota')
})

test('in a pair of a campaign that runs, the first round stands on the phone', async () => {
  await openCampaignOfToday()
  await sofie.follows('Tweetallen')
  await pairUp()
  await sofie.follows('Rondes')
  await sofie.writes('Vanaf', dayFromNow(0))
  await sofie.presses('Maak een voorstel')
  await sofie.presses(/^Bewaar deze/)
  await sofie.reads('De rondes zijn bewaard.')
  await sofie.follows('Overzicht')
  await sofie.presses('Start de campagne')
  await sofie.reads('De campagne loopt.')

  await yvonne.opens('/today')
  await yvonne.arrivesAt('Vandaag')
  await yvonne.reads(/^Uw ronde: \d+ deuren open/)
  await yvonne.opens('/visits')
  await yvonne.arrivesAt('Uw zin, alstublieft')
  await yvonne.writes('Uw zin', 'kastanje wandelt zondag')
  await yvonne.presses('Openen')
  await yvonne.reads('Buurt van Yvonne. Deuren')
  await yvonne.arrivesAt(/^Uw ronde/)
})

/** A campaign in whole streets whose letters went out ten days ago. */
async function openCampaignOfToday(): Promise<void> {
  await sofie.follows('Campagnes')
  await sofie.follows('Nieuwe campagne')
  await sofie.writes('Naam van de campagne', 'Buurt van Yvonne')
  await sofie.writes('Reden', 'Kennismaken met wie hier woont.')
  await sofie.writes('Beslist door', 'college')
  await sofie.writes('Beslist op', dayFromNow(-20))
  await sofie.picks('taak van algemeen belang')
  await sofie.writes('Waar dat staat', 'Decreet lokaal sociaal beleid, artikel 9')
  await sofie.picks('Heide')
  await sofie.writes('Eerste dag', dayFromNow(-1))
  await sofie.writes('Laatste dag', dayFromNow(60))
  await sofie.chooses('Coördinator van wacht', 'Sofie De Wilde')
  await sofie.picks('Nederlands')
  await sofie.presses('Verder naar de straten')
  await sofie.arrivesAt('Buurt van Yvonne')
  await sofie.page.getByRole('group', { name: 'Kies de straten' }).getByRole('checkbox').first().check()
  await sofie.presses('Bewaar deze straten')
  await sofie.reads('Bewaard.')
  await sofie.follows('Brieven')
  await sofie.presses(/^Maak \d+ brie/)
  await sofie.reads('De brieven zijn klaar om af te drukken.')
  await sofie.follows('Overzicht')
  await sofie.writes('Alle brieven gebust op', dayFromNow(0))
  await sofie.presses('De campagne is aangekondigd')
  await sofie.reads('De campagne is aangekondigd.')
}

/** Tries one after the other: who may go together depends on languages and times. */
async function pairUp(): Promise<void> {
  const others = await sofie.page.getByLabel('Tweede vrijwilliger').getByRole('option').allTextContents()
  for (const other of others.filter((each) => each && each !== name && each !== 'Kies…')) {
    await sofie.chooses('Eerste vrijwilliger', name)
    await sofie.chooses('Tweede vrijwilliger', other)
    await sofie.presses('Maak dit tweetal')
    if ((await sofie.page.getByText('Het tweetal is gemaakt.').count()) > 0) return
  }
  throw new Error(`nobody can go with ${name}`)
}
