import { expect, test } from 'vitest'
import { drawnBench } from '../../../src/functions/neighbourhood-analysis/walks/demo-photos.ts'
import { pngChunk } from '../../../src/platform/pictures/index.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

/** A photo that says where it was taken: a text behind the header of the file. */
function photoWithPosition() {
  const plain = Buffer.from(drawnBench())
  const header = 33
  const position = pngChunk('tEXt', Buffer.from('Comment\0GPS 51.2210 5.4170', 'latin1'))
  const buffer = Buffer.concat([plain.subarray(0, header), position, plain.subarray(header)])
  return { name: 'IMG_2210.png', mimeType: 'image/png', buffer }
}

async function walksAndNotes(jonas: Person) {
  await jonas.follows('Buurtanalyse')
  await jonas.arrivesAt('Buurtanalyse')
  await jonas.opens('/analysis/walks')
  await jonas.arrivesAt('Buurtwandelingen')
  await jonas.follows('Noteer een wandeling')
  await jonas.arrivesAt('Noteer een wandeling')
  await jonas.writes('Wanneer?', '2026-01-15')
  await jonas.chooses('Buurt', 'Stationsbuurt')
  await jonas.writes('Langs waar?', 'Van het station naar de bibliotheek')
  await jonas.writes('Hoeveel mensen waren er?', '13')
  await jonas.writes('Mensen met een handicap', '11')
  await jonas.picks('Wij schatten het')
  await jonas.presses('Bewaren')
  await jonas.arrivesAt('Stationsbuurt: Van het station naar de bibliotheek')
  await jonas.writes('Op welke plek?', 'Ingang van de bibliotheek')
  await jonas.writes('Wat zag u?', 'De deur gaat vanzelf open en er is een helling.')
  await jonas.picks('Sterkte: dit is goed')
  await jonas.chooses('Thema', 'Verplaatsingen')
  await jonas.presses('Voeg toe')
  await jonas.reads('Ingang van de bibliotheek')
}

test('a walk with residents becomes a finding, and nobody is in it', async () => {
  const jonas = await journey.colleague('Jonas Pauwels', { script: 'off' })
  await walksAndNotes(jonas)

  await jonas.follows('Voeg een foto toe')
  await jonas.arrivesAt('Voeg een foto toe')
  await jonas.page.getByLabel('Foto').setInputFiles(photoWithPosition())
  await jonas.writes('Wat staat erop?', 'De ingang met een helling')
  await jonas.presses('Toevoegen')
  await jonas.reads(/Bevestig dat er geen mensen op staan/)
  await jonas.arrivesAt('Voeg een foto toe')
  await jonas.page.getByLabel('Foto').setInputFiles(photoWithPosition())
  await jonas.picks(/Er staan geen mensen/)
  await jonas.presses('Toevoegen')
  await jonas.reads('wacht op een tweede blik')
  const address = await jonas.page.getByRole('img', { name: 'De ingang met een helling' }).getAttribute('src')
  const kept = await jonas.page.request.get(new URL(address ?? '', jonas.page.url()).href)
  expect((await kept.body()).toString('latin1')).not.toContain('GPS')
  await jonas.arrivesAt(/Stationsbuurt/)

  await jonas.follows(/Maak er een bevinding van/)
  await jonas.arrivesAt('Noteer een bevinding')
  await jonas.writes('Wat hebt u gevonden?', 'Mevrouw Claes van de bibliotheek helpt iedereen binnen.')
  await jonas.presses('Bewaren')
  await jonas.reads(/“Mevrouw Claes” lijkt op een naam/)
  await jonas.arrivesAt('Noteer een bevinding')
  await jonas.writes('Wat hebt u gevonden?', 'In de bibliotheek geraakt iedereen binnen, ook met een rolstoel.')
  await jonas.presses('Bewaren')
  await jonas.arrivesAt('In de bibliotheek geraakt iedereen binnen, ook met een rolstoel.')
  await jonas.reads(/Buurtwandeling: Van het station naar de bibliotheek/)
  await jonas.follows('Noteer wat bewoners zeiden')
  await jonas.arrivesAt('Nagaan bij bewoners')
  await jonas.writes('Besproken op', '2026-02-01')
  await jonas.writes('Wat zeiden bewoners?', 'Ja, en de lift werkt nu ook.')
  await jonas.picks(/Blijft zo/)
  await jonas.presses('Bewaren')
  await jonas.reads('bevestigd door bewoners')
  await jonas.arrivesAt(/In de bibliotheek/)
  await jonas.leaves()
})

test('on a phone at night a photo is made smaller, and a colleague looks whether nobody is on it', async () => {
  const jonas = await journey.colleague('Jonas Pauwels', { screen: 'phone', light: 'night' })
  await jonas.opens('/analysis/heard')
  await jonas.arrivesAt('Wie gehoord is')
  const tall = await jonas.page.screenshot({ fullPage: true, type: 'jpeg' })
  await jonas.opens('/analysis/walks')
  await jonas.follows(/Molenpark/)
  await jonas.arrivesAt(/Molenwijk/)
  await jonas.follows('Voeg een foto toe')
  await jonas.arrivesAt('Voeg een foto toe')
  const field = jonas.page.getByLabel('Foto')
  await field.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: tall })
  await expect.poll(() => field.evaluate((input) => (input as HTMLInputElement).files?.[0]?.name)).toBe('photo.jpg')
  await jonas.writes('Wat staat erop?', 'Een lang bord met tekst')
  await jonas.picks(/Er staan geen mensen/)
  await jonas.presses('Toevoegen')
  const photo = jonas.page.getByRole('img', { name: 'Een lang bord met tekst' })
  expect(await photo.getAttribute('height')).toBe('2000')
  await jonas.arrivesAt(/Molenwijk/)
  await jonas.leaves()

  const sofie = await journey.colleague('Sofie De Wilde')
  await sofie.follows(/foto(’s)? wacht(en)? op een tweede blik/)
  await sofie.arrivesAt(/:/)
  await sofie.presses(/Er staat niemand op/)
  await sofie.reads('Nagekeken: er staat niemand op.')
  await sofie.leaves()
})

test('places and people are kept and found, on paper too', async () => {
  const jonas = await journey.colleague('Jonas Pauwels', { script: 'off' })
  await jonas.opens('/analysis/places')
  await jonas.arrivesAt('Plekken en mensen')
  await jonas.follows('Voeg iets toe')
  await jonas.arrivesAt('Voeg iets toe')
  await jonas.follows('Sleutelfiguur')
  await jonas.arrivesAt('Sleutelfiguur')
  await jonas.writes('Wat doet deze persoon?', 'kapper van het dorp')
  await jonas.chooses('Buurt', 'Heide')
  await jonas.presses('Bewaren')
  await jonas.reads('Kapper van het dorp')
  await jonas.arrivesAt('Plekken en mensen')
  for (const sheet of ['/analysis/walks/sheet', '/analysis/heard/sheet']) {
    await jonas.opens(sheet)
    await jonas.arrivesAt(/Netegem/)
  }
  await jonas.leaves()
})
