import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

test('who got a letter says "no visit" with its code, in Dutch on a phone, and the coordinator sees the address alone', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  const { address, code } = await lastLetterOfAStreet(sofie)
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens('/in/netegem/opt-out')
  await resident.arrivesAt('Wat is de code op uw brief?')
  await resident.writes('Wat is de code op uw brief?', code.slice(0, -1))
  await resident.presses('Geen bezoek op dit adres')
  await resident.arrivesAt('Wat is de code op uw brief?')
  await resident.reads('Er klopt een teken niet')
  await resident.writes('Wat is de code op uw brief?', ` ${code.toLowerCase()} `)
  await resident.presses('Geen bezoek op dit adres')
  await resident.arrivesAt('Wij komen niet langs')
  await resident.reads('Dit heeft geen gevolgen voor u.')
  expect(resident.page.url()).not.toContain(code.replaceAll(' ', ''))

  await opensOptOuts(sofie)
  await sofie.reads(address)
})

test('who calls is noted by the coordinator from street and number, and may change their mind', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await opensOptOuts(sofie)
  await sofie.writes('Zoek het adres', 'Windmolenlan 8')
  await sofie.presses('Zoek')
  await sofie.arrivesAt(/winter/)
  await sofie.presses(/^Geen bezoek.*Windmolenlaan 8$/)
  await sofie.reads('Genoteerd. Dit adres krijgt geen bezoek.')
  await sofie.arrivesAt(/winter/)
  await sofie.presses(/^Toch wel bezoek.*Windmolenlaan 8$/)
  await sofie.reads('Dit adres krijgt weer bezoek.')
  await sofie.arrivesAt(/winter/)
})

async function opensCampaign(sofie: Person): Promise<void> {
  await sofie.opens('/campaigns')
  await sofie.page
    .getByRole('main')
    .getByRole('link', { name: /winter/ })
    .click()
  await sofie.arrivesAt(/winter/)
}

async function opensOptOuts(sofie: Person): Promise<void> {
  await opensCampaign(sofie)
  await sofie.follows('Geen bezoek')
  await sofie.arrivesAt(/winter/)
}

/** Reads the paper as whoever puts it in the letter box does. */
async function lastLetterOfAStreet(sofie: Person) {
  await opensCampaign(sofie)
  await sofie.follows('Brieven')
  await sofie.arrivesAt(/winter/)
  await sofie.follows(/^Afdrukken/)
  const letter = sofie.page.getByRole('article').last()
  await sofie.page.getByRole('heading', { name: 'Wij komen langs in uw straat' }).first().waitFor()
  const address = (await letter.getAttribute('aria-label')) ?? ''
  const code = /[0-9A-Z]{3} [0-9A-Z]{3} [0-9A-Z]{3}/.exec((await letter.textContent()) ?? '')?.[0] ?? ''
  expect(address).toMatch(/\d/)
  expect(code).not.toBe('')
  return { address, code }
}
