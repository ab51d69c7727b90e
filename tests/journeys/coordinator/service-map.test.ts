import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

/** Who keeps the service map; every page works without script. */
let sofie: Person

const file = (content: unknown) => ({
  name: 'aanbod.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(content)),
})
const choir = {
  id: 'ac148810-d857-441c-9679-408f346de14b',
  name: 'Samen zingen',
  status: 'active',
  alert: 'Niet in augustus',
  organization: { id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610', name: 'Huurdershulp Nete-streek vzw' },
}

test('a coordinator sends a file with a fault and reads where it is', async () => {
  sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Hulpaanbod')
  await sofie.arrivesAt('Hulpaanbod')
  await sofie.follows('Neem een bestand met aanbod over')
  await sofie.arrivesAt('Neem een bestand met aanbod over')
  await sofie.page.getByLabel('Bestand').setInputFiles(file({ contents: [{ ...choir, status: 'open' }] }))
  await sofie.presses('Bekijk wat er verandert')
  await sofie.arrivesAt('Neem een bestand met aanbod over')
  await sofie.reads('contents[0].status')
})

test('then a good one: she sees what changes and what has no place, and takes it over', async () => {
  await sofie.page.getByLabel('Bestand').setInputFiles(file({ contents: [choir] }))
  await sofie.presses('Bekijk wat er verandert')
  await sofie.arrivesAt('Dit gaat veranderen')
  await sofie.reads('Dienst Samen zingen: nieuw')
  await sofie.presses('Neem dit over')
  await sofie.arrivesAt('Hulpaanbod')
  await sofie.reads('Overgenomen.')
})

test('the organisation of the file stands here twice: she merges the sheets, and takes that back', async () => {
  await sofie.follows('Organisaties')
  await sofie.arrivesAt('Organisaties')
  await sofie.follows('Staat een organisatie hier dubbel?')
  await sofie.arrivesAt('Staat een organisatie hier dubbel?')
  await sofie.follows(/^Huurdershulp Nete.*Huurdershulp Nete/)
  await sofie.arrivesAt('Zijn dit dezelfde?')
  await sofie.picks(/^Huurdershulp Netestreek/)
  await sofie.presses('Voeg samen')
  await sofie.arrivesAt('Staat een organisatie hier dubbel?')
  await sofie.reads('Samengevoegd.')
  await sofie.presses(/^Ongedaan maken/)
  await sofie.arrivesAt('Staat een organisatie hier dubbel?')
  await sofie.reads('De fiches staan weer apart.')
})

test('what nobody looked at for long needs one press', async () => {
  await sofie.opens('/services/freshness')
  await sofie.arrivesAt('Kijk dit na')
  const rows = sofie.page.getByRole('row')
  const before = await rows.count()
  await sofie.presses(/^Alles klopt nog.*Huurdersadvies/)
  await sofie.arrivesAt('Kijk dit na')
  expect(await rows.count()).toBe(before - 1)
})
