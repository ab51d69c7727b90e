import { expect, test } from 'vitest'
import { residentLanguages } from '../../src/platform/messages/index.ts'
import { journeyInNetegem } from './support/journey.ts'
import { walk } from './support/walk.ts'

const journey = journeyInNetegem()

/** Who works in Netegem, and how many kinds of pages they reach at least. */
const colleagues = [
  ['Sofie De Wilde', 25],
  ['Bram Vercauteren', 15],
  ['Inge Hermans', 15],
  ['Rita Goossens', 4],
  ['Karim El Amrani', 4],
  ['Nele Baert', 15],
  ['Jonas Pauwels', 8],
  ['Dokter Anke Lemmens', 5],
  ['Hilde Maes', 8],
  ['Lotte Claes', 4],
  ['Erik Van Damme', 4],
  ['Schepen Veerle Smet', 4],
  ['Tom Hendrickx', 8],
  ['Fatima Yildiz', 10],
] as const

test('the sign-in page of the demo offers everybody walked with here', async () => {
  const somebody = await journey.somebody()
  await somebody.opens('/sign-in')
  await somebody.arrivesAt('Aanmelden')
  const buttons = await somebody.page.getByRole('button', { name: /^Meld aan als/ }).allTextContents()
  expect(buttons.length).toBe(colleagues.length)
  for (const [name] of colleagues)
    expect(
      buttons.some((button) => button.includes(name)),
      name,
    ).toBe(true)
})

test.each(colleagues)('%s finds nothing in the way on any page', async (name, least) => {
  const { page, leaves } = await journey.colleague(name)
  const turn = colleagues.findIndex(([one]) => one === name)
  const { pages, problems } = await walk(page, page.url(), { turn })
  expect(problems).toEqual({})
  expect(pages).toBeGreaterThanOrEqual(least)
  await leaves()
})

test.each(residentLanguages)('a resident who reads %s finds nothing in the way on any page', async (language) => {
  const { page, leaves } = await journey.somebody()
  const turn = residentLanguages.indexOf(language)
  const { pages, problems, languages } = await walk(page, `${journey.server.url}/in/netegem?lang=${language}`, {
    turn,
    most: 14,
  })
  expect(problems).toEqual({})
  expect(pages).toBeGreaterThanOrEqual(6)
  expect(languages).toEqual(new Set([language]))
  await leaves()
})
