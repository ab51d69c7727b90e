import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The coordinator who plans it; every page works without script. */
let sofie: Person
let code = ''

test('a coordinator plans a campaign in whole streets, chosen on the map and in the list', async () => {
  sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Campagnes')
  await sofie.arrivesAt('Campagnes')
  await sofie.follows('Nieuwe campagne')
  await sofie.arrivesAt('Nieuwe campagne')
  await sofie.writes('Naam van de campagne', 'Heide, lente')
  await sofie.writes('Reden', 'Weinig mensen van de Heide kennen het dienstencentrum.')
  await sofie.writes('Beslist door', 'college')
  await sofie.writes('Beslist op', dayFromNow(-10))
  await sofie.picks('taak van algemeen belang')
  await sofie.writes('Waar dat staat', 'Decreet lokaal sociaal beleid, artikel 9')
  await sofie.picks('Heide')
  await sofie.writes('Eerste dag', dayFromNow(-1))
  await sofie.writes('Laatste dag', dayFromNow(-5))
  await sofie.chooses('Coördinator van wacht', 'Sofie De Wilde')
  await sofie.picks('Nederlands')
  await sofie.presses('Verder naar de straten')
  await sofie.arrivesAt('Nieuwe campagne')
  await sofie.reads('De laatste dag komt na de eerste')
  expect(await sofie.page.getByLabel('Naam van de campagne').inputValue()).toBe('Heide, lente')
  await sofie.writes('Laatste dag', dayFromNow(60))
  await sofie.presses('Verder naar de straten')
  await sofie.arrivesAt('Heide, lente')
  const streets = sofie.page.getByRole('group', { name: 'Kies de straten' }).getByRole('checkbox')
  expect(await streets.count()).toBeGreaterThan(2)
  await streets.nth(0).check()
  await streets.nth(1).check()
  await sofie.presses('Bewaar deze straten')
  await sofie.reads('Bewaard.')
  await sofie.arrivesAt('Heide, lente')
})

test('letters are made per street, each on one A4 with a code of its own', async () => {
  await sofie.follows('Brieven')
  await sofie.arrivesAt('Heide, lente')
  await sofie.presses(/^Maak \d+ brie/)
  await sofie.reads('De brieven zijn klaar om af te drukken.')
  await sofie.arrivesAt('Heide, lente')
  await sofie.follows(/^Afdrukken/)
  await sofie.page.getByRole('heading', { name: 'Wij komen langs in uw straat' }).first().waitFor()
  const letters = await sofie.page.getByRole('heading', { name: 'Wij komen langs in uw straat' }).count()
  code = /[0-9A-Z]{3} [0-9A-Z]{3} [0-9A-Z]{3}/.exec((await sofie.page.textContent('body')) ?? '')?.[0] ?? ''
  const pdf = (await sofie.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = [...pdf.matchAll(/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) =>
    size.map((side) => Math.round(Number(side))),
  )
  expect(new Set(sizes.map(String))).toEqual(new Set(['595,842']))
  expect(sizes.length).toBe(letters)
})

test('who was written to says "no visit" with the code of the letter, without script and in Arabic too', async () => {
  await sofie.follows('Terug naar de brieven')
  await sofie.follows('Overzicht')
  await sofie.writes('Alle brieven gebust op', dayFromNow(0))
  await sofie.presses('De campagne is aangekondigd')
  await sofie.reads('De campagne is aangekondigd.')
  await sofie.arrivesAt('Heide, lente')

  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/opt-out')
  await resident.arrivesAt('Wat is de code op uw brief?')
  await resident.writes('Wat is de code op uw brief?', 'AAA AAA AAA')
  await resident.presses('Geen bezoek op dit adres')
  await resident.arrivesAt('Wat is de code op uw brief?')
  await resident.reads(/Er klopt een teken niet|We kennen deze code niet/)
  await resident.opens('/in/netegem/opt-out?lang=ar')
  expect(await resident.page.locator('html').getAttribute('dir')).toBe('rtl')
  await resident.page.getByRole('textbox').fill(code.toLowerCase())
  await resident.page.getByRole('main').getByRole('button').click()
  await resident.arrivesAt('لن نزورك')
  await sofie.follows('Geen bezoek')
  await sofie.arrivesAt('Heide, lente')
  await sofie.doesNotRead('Nog geen enkel adres')
})

test('pairs get rounds that keep streets together, and the progress shows per street', async () => {
  await sofie.follows('Tweetallen')
  await sofie.arrivesAt('Heide, lente')
  const first = sofie.page.getByLabel('Eerste vrijwilliger')
  const names = (await first.getByRole('option').allTextContents()).filter((name) => name !== '' && name !== 'Kies…')
  expect(names.length).toBeGreaterThan(1)
  await pairUp(names)
  await sofie.follows('Rondes')
  await sofie.arrivesAt('Heide, lente')
  await sofie.writes('Vanaf', dayFromNow(1))
  await sofie.presses('Maak een voorstel')
  await sofie.arrivesAt(/Voorstel van rondes|Heide, lente/)
  await sofie.presses(/^Bewaar deze/)
  await sofie.reads('De rondes zijn bewaard.')
  await sofie.arrivesAt('Heide, lente')
  await sofie.follows(/^Ronde 1,/)
  await sofie.arrivesAt(/^Ronde 1,|Heide, lente/)
  await sofie.follows('Terug naar de rondes')
  await sofie.follows('Overzicht')
  await sofie.presses('Start de campagne')
  await sofie.reads('De campagne loopt.')
  await sofie.arrivesAt('Heide, lente')
  await sofie.reads('Hoe ver per straat')
})

/** Tries two by two until a pair fits: who may go together depends on languages, times and the file of each. */
async function pairUp(names: readonly string[]): Promise<void> {
  const made = () => sofie.page.getByText('Het tweetal is gemaakt.').count()
  for (const [place, name] of names.entries()) {
    for (const other of names.slice(place + 1)) {
      await sofie.chooses('Eerste vrijwilliger', name)
      await sofie.chooses('Tweede vrijwilliger', other)
      await sofie.presses('Maak dit tweetal')
      if ((await made()) > 0) return sofie.arrivesAt('Heide, lente')
    }
  }
  throw new Error('no two volunteers can go together')
}
