import { expect, test } from 'vitest'
import { residentLanguages } from '../../../src/platform/messages/index.ts'
import { journeyInNetegem } from '../support/journey.ts'
import { walk } from '../support/walk.ts'

const journey = journeyInNetegem()

test.each(residentLanguages)('a resident who reads %s finds nothing in the way on any page', async (language) => {
  const { page, leaves } = await journey.somebody()
  const turn = residentLanguages.indexOf(language)
  const { pages, problems, languages } = await walk(page, `${journey.server.url}/in/netegem?lang=${language}`, {
    turn,
    most: 40,
  })
  expect(problems).toEqual({})
  expect(pages).toBeGreaterThanOrEqual(14)
  expect(languages).toEqual(new Set([language]))
  await leaves()
})
