import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('the profile of a neighbourhood prints on one sheet, light in the dark too', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { light: 'night' })
  await sofie.opens('/analysis')
  await sofie.follows('Heide')
  await sofie.follows('Profiel in cijfers')
  await sofie.arrivesAt('Heide')
  expect(await sheetsOf(sofie.page)).toBe(1)
  await sofie.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const paper = await sofie.page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return { backgroundColor, color }
  })
  expect(paper).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' })
  expect(await sofie.page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
})

test.each(['nl', 'fr', 'en'])('the sheets for a conversation and a walk are one side each in %s', async (language) => {
  const sofie = await journey.colleague('Sofie De Wilde')
  for (const path of ['/analysis/heard/sheet', '/analysis/walks/sheet']) {
    await sofie.opens(`${path}?lang=${language}`)
    expect(await sheetsOf(sofie.page), path).toBe(1)
  }
})

test.each(['nl', 'fr', 'en', 'ar', 'tr', 'uk'])(
  'a survey prints on as many sheets as it says in %s',
  async (language) => {
    const sofie = await journey.colleague('Sofie De Wilde')
    await sofie.opens('/analysis/surveys')
    await sofie.follows('Buurtpols najaar')
    await sofie.arrivesAt('Buurtpols najaar')
    expect(await sheetsOf(sofie.page)).toBe(1)
    await sofie.opens(`${new URL(sofie.page.url()).pathname}/paper?language=${language}`)
    expect(await sheetsOf(sofie.page)).toBe(await sofie.page.getByRole('article').count())
  },
)

async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0
}
