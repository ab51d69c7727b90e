import { expect, test } from 'vitest'
import {
  decidesWithResidents,
  gathersAnalysis,
  readsAsSecond,
  translatesIntoArabic,
  writesSummary,
} from '../support/analysis.ts'
import { journeyInNetegem } from '../support/journey.ts'

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
  await gathersAnalysis(sofie)
  await writesSummary(sofie, title)
  await decidesWithResidents(sofie)
  await translatesIntoArabic(sofie, title)
  await sofie.presses('Bewoners keken dit na')
  await sofie.reads('De analyse is nagekeken met bewoners.')
  await sofie.reads('Publiceren kan zodra alles hierboven in orde is.')

  const nele = await journey.colleague('Nele Baert', { script: 'off' })
  await readsAsSecond(nele, new URL(sofie.page.url()).pathname, title)

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

async function readInArabic(): Promise<void> {
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/analysis?lang=ar')
  await resident.arrivesAt('كيف حال حيّك؟')
  await resident.follows('الحياة في هايده')
  await resident.arrivesAt('الحياة في هايده')
  expect(await resident.page.locator('html').getAttribute('dir')).toBe('rtl')
  await resident.reads('الحي هادئ. الجيران يساعدون بعضهم. الحافلة قليلة.')
  await resident.reads('مقعد في كل موقف')
  await resident.doesNotRead('Een bank aan elke halte')
  await resident.reads('هذا الجزء لم يُترجم بعد.')
  await resident.reads('Wie moe is, moet kunnen zitten.')
  await resident.doesNotRead('47')
  await resident.follows('أرقام وخرائط')
  await resident.arrivesAt('أرقام وخرائط')
  await resident.follows('صغار وكبار، أمس واليوم')
  await resident.arrivesAt('صغار وكبار، أمس واليوم')
}
