import { expect, test } from 'vitest'
import { whoElseWorks } from '../support/colleagues.ts'
import { journeyInNetegem } from '../support/journey.ts'
import { walkAs, walkPatienceMs } from '../support/walk-as.ts'

const journey = journeyInNetegem()

test.each(whoElseWorks)('%s finds nothing in the way on any page', { timeout: walkPatienceMs }, async (name, least) => {
  const { pages, problems } = await walkAs(journey, name)
  expect(problems).toEqual({})
  expect(pages).toBeGreaterThanOrEqual(least)
})
