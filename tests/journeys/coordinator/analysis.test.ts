import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
const title = 'Zo leeft de Heide'

test('an analysis is made, checked with residents, read by a second and published; somebody reads it in Arabic on a phone', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Buurtanalyse')
  await sofie.arrivesAt('Buurtanalyse')
  await sofie.follows('Heide')
  await sofie.arrivesAt('Heide')
  await sofie.follows('Analyse beginnen')
  await sofie.arrivesAt('Analyse beginnen')
  await sofie.presses('Beginnen')
  await sofie.reads('Kijk dit na')
  await sofie.writes('Titel', title)
  await sofie.presses('Beginnen')
  await sofie.arrivesAt(title)
  await gather(sofie)
  await write(sofie)
  await decide(sofie)
  await sofie.presses('Bewoners keken dit na')
  await sofie.reads('De analyse is nagekeken met bewoners.')
  await sofie.reads('Publiceren kan zodra alles hierboven in orde is.')

  const nele = await journey.colleague('Nele Baert', { script: 'off' })
  await nele.opens(new URL(sofie.page.url()).pathname)
  await nele.arrivesAt(title)
  await nele.picks('Ik las alles en niemand is te herkennen')
  await nele.presses('Nagelezen')
  await nele.reads(/Nagelezen\. Dit geldt/)

  await sofie.page.reload()
  await sofie.presses('Publiceren')
  await sofie.reads('De analyse is gepubliceerd.')
  await sofie.arrivesAt(title)
  await readInArabic()

  await sofie.presses('Herdoen: nieuwe versie openen')
  await sofie.reads('De nieuwe versie staat klaar.')
  await sofie.reads('Een bank aan elke halte')
})

test('the year after, colleagues see what changed', async () => {
  const tom = await journey.colleague('Tom Hendrickx', { screen: 'phone', light: 'night' })
  await tom.opens('/analysis')
  await tom.arrivesAt('Buurtanalyse')
  await tom.follows('Molenwijk')
  await tom.arrivesAt('Molenwijk')
  await tom.page.getByRole('link', { name: 'Zo leeft Molenwijk' }).first().click()
  await tom.arrivesAt('Zo leeft Molenwijk')
  await tom.follows('Wat er veranderde sinds vorige keer')
  await tom.arrivesAt('Wat er veranderde sinds vorige keer')
  await tom.reads('gedaan')
})

test('residents read the figures with their sources, and colleagues of the same see them at night', async () => {
  const resident = await journey.somebody({ screen: 'phone', light: 'night' })
  await resident.opens('/in/netegem/analysis')
  await resident.arrivesAt('Hoe leeft uw buurt?')
  await resident.follows('Zo leeft Molenwijk')
  await resident.arrivesAt('Zo leeft Molenwijk')
  await resident.follows('Cijfers en kaarten')
  await resident.arrivesAt('Cijfers en kaarten')
  await resident.reads(/Netegem \(verzonnen\), CC0/)
})

async function gather(sofie: Person): Promise<void> {
  await sofie.follows('Kiezen wat erin komt')
  await sofie.arrivesAt('Kiezen wat erin komt')
  await sofie.presses('Samenstellen met deze keuze')
  await sofie.reads('De analyse is opnieuw samengesteld.')
}

async function write(sofie: Person): Promise<void> {
  await sofie.follows('Samenvatting voor iedereen')
  await sofie.arrivesAt('Samenvatting voor iedereen')
  await sofie.writes(
    'Samenvatting voor iedereen',
    'De intersectorale beleidsvoorbereiding vereist participatieve netwerkontwikkeling.',
  )
  await sofie.presses('Kijken hoe het leest')
  await sofie.reads(/Leest moeilijk/)
  await sofie.writes(
    'Samenvatting voor iedereen',
    'De Heide is rustig. De buren helpen elkaar. De bus rijdt te weinig.',
  )
  await sofie.presses('Bewaren')
  await sofie.reads('Bewaard.')
  await sofie.follows('Titel in het Arabisch')
  await sofie.arrivesAt('Titel in het Arabisch')
  await sofie.writes('Titel', 'الحياة في هايده')
  await sofie.presses('Bewaren')
  await sofie.follows('Samenvatting voor iedereen in het Arabisch')
  await sofie.writes('Samenvatting voor iedereen', 'الحي هادئ. الجيران يساعدون بعضهم. الحافلة قليلة.')
  await sofie.presses('Bewaren')
  await sofie.arrivesAt(title)
}

async function decide(sofie: Person): Promise<void> {
  await sofie.follows('Prioriteit toevoegen')
  await sofie.arrivesAt('Prioriteit toevoegen')
  await sofie.writes('Waaraan werken we?', 'Een bank aan elke halte')
  await sofie.writes('Waarom?', 'Wie moe is, moet kunnen zitten.')
  await sofie.picks('met stippen op een blad')
  await sofie.writes('Hoeveel bewoners kozen mee?', '23')
  await sofie.presses('Bewaren')
  await sofie.reads('Bewaard.')
  await sofie.follows('Bijeenkomst noteren')
  await sofie.arrivesAt('Bijeenkomst noteren')
  await sofie.page.getByLabel('Wanneer?').fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10))
  await sofie.writes('Waar?', 'Kapel op de Heide')
  await sofie.writes('Hoe is er uitgenodigd?', 'Een brief in elke bus.')
  await sofie.writes('Hoeveel bewoners waren er?', '23')
  await sofie.writes('Ouderen', '12')
  await sofie.writes('Wat klopt volgens hen?', 'De bus rijdt te weinig.')
  await sofie.presses('Bewaren')
  await sofie.reads('Bewaard.')
}

async function readInArabic(): Promise<void> {
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/analysis?lang=ar')
  await resident.arrivesAt('كيف حال حيّك؟')
  await resident.follows(title)
  await resident.arrivesAt('الحياة في هايده')
  expect(await resident.page.locator('html').getAttribute('dir')).toBe('rtl')
  await resident.reads('الحي هادئ. الجيران يساعدون بعضهم. الحافلة قليلة.')
  await resident.follows('اقرأ كل شيء')
  await resident.arrivesAt('الحياة في هايده')
  await resident.reads('Een bank aan elke halte')
  await resident.doesNotRead('23')
  await resident.follows('أرقام وخرائط')
  await resident.arrivesAt('أرقام وخرائط')
}
