import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

test('neighbourhoods are chosen on the map with the mouse, and the list says the same at once', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'on' })
  await opensNewCampaign(sofie)
  await pressOnMap(sofie, 'Heide')
  expect(await isTicked(sofie, 'Heide')).toBe(true)
  await pressOnMap(sofie, 'Heide')
  expect(await isTicked(sofie, 'Heide')).toBe(false)
  await sofie.picks('Heide')
  expect(await strokeOf(sofie, 'Heide')).not.toBe(await strokeOf(sofie, 'Molenwijk'))
})

test('streets are chosen on the map with the mouse, and the page stays where it is', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'on', screen: 'phone' })
  await opensStreets(sofie)
  const [first = '', second = ''] = await openStreets(sofie)
  await sofie.page.locator('.map-choices-picture').evaluate((map) => map.scrollIntoView({ behavior: 'instant' }))
  const before = await sofie.page.evaluate(() => scrollY)
  await pressOnMap(sofie, first)
  await pressOnMap(sofie, second)
  expect(await isTicked(sofie, first)).toBe(true)
  expect(await isTicked(sofie, second)).toBe(true)
  await expect.poll(() => sofie.page.evaluate(() => scrollY)).toBe(before)
  await sofie.presses('Bewaar deze straten')
  await sofie.reads('Bewaard.')
  await opensStreets(sofie)
  expect(await isTicked(sofie, first)).toBe(true)
})

test('streets are chosen by keyboard: the street with the focus stands out on the map', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'on' })
  await opensStreets(sofie)
  const [street = ''] = await openStreets(sofie)
  const plain = await haloOf(sofie, street)
  await sofie.page.getByRole('searchbox', { name: 'Zoek een straat' }).focus()
  for (let presses = 0; presses < 40 && !(await isFocused(sofie, street)); presses += 1)
    await sofie.page.keyboard.press('Tab')
  expect(await isFocused(sofie, street)).toBe(true)
  expect(await haloOf(sofie, street)).not.toBe(plain)
  await sofie.page.keyboard.press('Space')
  expect(await isTicked(sofie, street)).toBe(true)
  expect(await widthOf(sofie, street)).toBeGreaterThan(4)
})

test('streets are chosen on the map with scripts off, and all of them with one press', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await opensStreets(sofie)
  const [street = ''] = await openStreets(sofie)
  await pressOnMap(sofie, street)
  expect(await isTicked(sofie, street)).toBe(true)
  await sofie.presses('Bewaar deze straten')
  await sofie.reads('Bewaard.')
  await sofie.arrivesAt(/voorjaar/)
  await sofie.follows('Straten')
  await sofie.presses(/^Kies alle \d+ straten/)
  await sofie.reads('Bewaard.')
  await sofie.arrivesAt(/voorjaar/)
  expect(await openStreets(sofie)).toEqual([])
})

async function opensNewCampaign(sofie: Person): Promise<void> {
  await sofie.opens('/campaigns/new')
  await sofie.arrivesAt('Nieuwe campagne')
}

/** The campaign of spring, which is planned: its streets can still change. */
async function opensStreets(sofie: Person): Promise<void> {
  await sofie.opens('/campaigns')
  await sofie.page
    .getByRole('main')
    .getByRole('link', { name: /voorjaar/ })
    .click()
  await sofie.arrivesAt(/voorjaar/)
  await sofie.follows('Straten')
  await sofie.page.getByRole('heading', { level: 2, name: 'Straten' }).waitFor()
  await sofie.arrivesAt(/voorjaar/)
}

const boxNamed = (sofie: Person, name: string) => sofie.page.getByRole('checkbox', { name, exact: true })
const isTicked = (sofie: Person, name: string) => boxNamed(sofie, name).isChecked()
const isFocused = (sofie: Person, name: string) =>
  boxNamed(sofie, name).evaluate((box) => box === document.activeElement)

/** Names of the streets that are not chosen yet. */
const openStreets = (sofie: Person) =>
  sofie.page
    .getByRole('group', { name: 'Kies de straten' })
    .locator('input:not(:checked) + label')
    .evaluateAll((labels) => labels.map((label) => label.firstChild?.textContent ?? ''))

/** The mark of a choice: not to be found by role, because for who hears the page the box is all there is. */
const markOf = (sofie: Person, name: string) =>
  sofie.page
    .locator('.map-choice')
    .filter({ has: sofie.page.locator('title', { hasText: new RegExp(`^${name}( \\(|$)`) }) })
const strokeOf = (sofie: Person, name: string) => styleOf(sofie, name, '.map-choice-mark', 'stroke')
const haloOf = (sofie: Person, name: string) => styleOf(sofie, name, '.map-choice-reach', 'stroke')
const widthOf = async (sofie: Person, name: string) =>
  Number.parseFloat(await styleOf(sofie, name, '.map-choice-mark', 'strokeWidth'))

function styleOf(sofie: Person, name: string, part: string, what: 'stroke' | 'strokeWidth'): Promise<string> {
  return markOf(sofie, name)
    .locator(part)
    .evaluate((path, property) => getComputedStyle(path)[property], what)
}

/** Presses where the mark is drawn, in the middle of a line or a bit off the middle of an area. */
async function pressOnMap(sofie: Person, name: string): Promise<void> {
  const spot = await markOf(sofie, name)
    .locator('.map-choice-reach')
    .evaluate((path: SVGPathElement) => {
      const onLine = path.getPointAtLength(path.getTotalLength() / 2)
      const box = path.getBBox()
      const isArea = path.parentElement?.classList.contains('map-choice-area')
      const point = isArea ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : onLine
      const { x, y } = new DOMPoint(point.x, point.y).matrixTransform(path.getScreenCTM() ?? undefined)
      return { x, y: y, isOutside: y < 0 || y > innerHeight }
    })
  if (spot.isOutside) {
    await sofie.page.mouse.wheel(0, spot.y - 300)
    await sofie.page.waitForTimeout(300)
    return pressOnMap(sofie, name)
  }
  await sofie.page.mouse.click(spot.x, spot.y)
}
