import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('the profile of a neighbourhood prints on two sides of one sheet, readable at 65 and light in the dark too', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { light: 'night' })
  await sofie.opens('/analysis')
  await sofie.follows('Heide')
  await sofie.follows('Profiel in cijfers')
  await sofie.arrivesAt('Heide')
  expect(await sheetsOf(sofie.page)).toBeLessThanOrEqual(2)
  await sofie.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await smallestLetters(sofie.page), 'points').toBeGreaterThanOrEqual(8)
  const paper = await sofie.page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return { backgroundColor, color }
  })
  expect(paper).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' })
  expect(await sofie.page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
})

test('a page of the workplace says on paper whose it is and of which day, and leaves out what only asks', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/inbox')
  await sofie.page.getByRole('main').locator('article, li').getByRole('link').first().click()
  const said = sofie.page.getByText(/^Netegem · afgedrukt op \d/)
  expect(await said.isVisible()).toBe(false)
  await sofie.page.emulateMedia({ media: 'print' })
  expect(await said.isVisible()).toBe(true)
  expect(await asked(sofie.page)).toEqual([])
  expect(await sofie.page.getByText('In eigen woorden').isVisible()).toBe(true)
})

test('what was written in a form of the workplace is on paper, without its empty boxes', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/organisations')
  await sofie.page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await sofie.opens(`${new URL(sofie.page.url()).pathname}/edit`)
  const name = await sofie.page.getByLabel('Naam', { exact: true }).inputValue()
  await sofie.page.emulateMedia({ media: 'print' })
  const kept = await asked(sofie.page)
  expect(kept).toContain(name)
  expect(kept).not.toContain('')
})

test('the widest table of the workplace stays within the edges of the paper', async () => {
  const officer = await journey.colleague('Tom Hendrickx', { script: 'off' })
  await officer.page.emulateMedia({ media: 'print' })
  await officer.page.setViewportSize({ width: Math.floor((174 / 25.4) * 96), height: 986 })
  for (const path of ['/audit', '/admin/access-list', '/impact-assessment', '/integrity']) {
    await officer.opens(path)
    const beyond = await officer.page.getByRole('main').evaluate((main) => {
      const { right } = main.getBoundingClientRect()
      return [...main.querySelectorAll('table, td, th')].filter((one) => one.getBoundingClientRect().right > right + 1)
        .length
    })
    expect(beyond, path).toBe(0)
  }
})

test('a report of several sheets is numbered, a sheet for the pen is not', async () => {
  const officer = await journey.colleague('Tom Hendrickx', { script: 'off' })
  await officer.opens('/impact-assessment')
  await officer.page.emulateMedia({ media: 'print' })
  expect(await pagesOf(officer.page)).toEqual(['workplace', 'workplace'])
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/analysis/heard/sheet')
  await sofie.page.emulateMedia({ media: 'print' })
  expect(await pagesOf(sofie.page)).not.toContain('workplace')
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

test('the sheets of a survey are no wider than the phone they are looked at on', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { screen: 'phone' })
  await sofie.opens('/analysis/surveys')
  await sofie.follows('Buurtpols najaar')
  await sofie.arrivesAt('Buurtpols najaar')
  await sofie.opens(`${new URL(sofie.page.url()).pathname}/paper`)
  expect(await sofie.page.getByRole('article').count()).toBeGreaterThan(0)
  expect(await sofie.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

/** Which kind of paper each sheet asks for. */
const pagesOf = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole('article')
    .evaluateAll((sheets) => sheets.map((sheet) => getComputedStyle(sheet).getPropertyValue('page')))

/** What stands in the boxes that are on the paper; a choice that is made is `on`. */
const asked = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')]
        .filter((box) => box.checkVisibility() && (!/^(checkbox|radio)$/.test(box.type) || !box.checked))
        .map(({ value }) => value),
    )

/** The height of the smallest words on the paper, in points, as large as they are drawn. */
const smallestLetters = (page: Page): Promise<number> =>
  page.getByRole('main').evaluate((main) => {
    const words = [...main.querySelectorAll('*')].filter(
      (one) =>
        one.checkVisibility() && [...one.childNodes].some((part) => part.nodeType === 3 && part.textContent?.trim()),
    )
    const pixels = words.map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom)
    return Math.min(...pixels) * 0.75
  })

async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0
}
