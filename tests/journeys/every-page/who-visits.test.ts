import { expect, test } from 'vitest'
import { whoElseWorks, whoVisits } from '../support/colleagues.ts'
import { journeyInNetegem } from '../support/journey.ts'
import { walkAs, walkPatienceMs } from '../support/walk-as.ts'

const journey = journeyInNetegem()

test('the sign-in page of the demo offers everybody walked with', async () => {
  const somebody = await journey.somebody()
  await somebody.opens('/sign-in')
  await somebody.arrivesAt('Aanmelden')
  const buttons = await somebody.page.getByRole('button', { name: /^Meld aan als/ }).allTextContents()
  const colleagues = [...whoVisits, ...whoElseWorks]
  expect(buttons.length).toBe(colleagues.length)
  for (const [name] of colleagues)
    expect(
      buttons.some((button) => button.includes(name)),
      name,
    ).toBe(true)
})

test.each(whoVisits)('%s finds nothing in the way on any page', { timeout: walkPatienceMs }, async (name, least) => {
  const { pages, problems } = await walkAs(journey, name)
  expect(problems).toEqual({})
  expect(pages).toBeGreaterThanOrEqual(least)
})
