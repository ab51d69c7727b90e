import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { keyboardOn } from '../support/keyboard.ts'

const journey = journeyInNetegem()

test('a neighbourhood is drawn with the keys alone, its doors counted along, and is there to work in', async () => {
  const sofie = await journey.colleague('Sofie De Wilde')
  const keys = keyboardOn(sofie.page)
  await sofie.opens('/places')
  await keys.follows('Buurt tekenen')
  await sofie.arrivesAt('Buurt tekenen')
  await keys.writes('Naam van de buurt', 'Rond de kerk')
  await keys.goesTo('Hoek toevoegen')
  await keys.presses('Enter')
  const corner = (name: string) => sofie.page.getByRole('button', { name, exact: true })
  await corner('Hoek 1 van 1').and(sofie.page.locator(':focus')).waitFor()
  await sofie.reads('Een grens heeft minstens drie hoeken.')
  await keys.presses('Enter')
  await corner('Hoek 2 van 2').and(sofie.page.locator(':focus')).waitFor()
  for (let step = 0; step < 30; step += 1) await keys.presses('ArrowRight')
  await keys.presses('Enter')
  await corner('Hoek 3 van 3').and(sofie.page.locator(':focus')).waitFor()
  for (let step = 0; step < 50; step += 1) await keys.presses('ArrowUp')
  await keys.presses('Shift+ArrowUp')
  await sofie.reads(/^10 hectare, \d+ deuren\.$/)
  await sofie.arrivesAt('Buurt tekenen')

  await keys.presses('Delete')
  await corner('Hoek 2 van 2').and(sofie.page.locator(':focus')).waitFor()
  await keys.goesTo('Ongedaan maken')
  await keys.presses('Enter')
  await corner('Hoek 3 van 3').waitFor()

  await keys.goesTo('Bewaar')
  await keys.opensWith('Enter')
  await sofie.reads('De buurt is bewaard.')
  await sofie.arrivesAt('Rond de kerk')
  await sofie.reads('zelf getekend')
  await sofie.opens('/campaigns/new')
  await sofie.arrivesAt('Nieuwe campagne')
  expect(await sofie.page.getByRole('checkbox', { name: /^Rond de kerk/ }).count()).toBe(1)
})

test('with a mouse corners are put, dragged and taken back', async () => {
  const sofie = await journey.colleague('Sofie De Wilde')
  const { page } = sofie
  await sofie.opens('/places/drawn/new')
  const map = page.getByRole('group', { name: 'Kaart om de grens op te tekenen' })
  await map.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const at = (across: number, down: number) => [x + across * width, y + down * height] as const
  for (const [across, down] of [
    [0.4, 0.4],
    [0.6, 0.4],
    [0.6, 0.6],
  ] as const)
    await page.mouse.click(...at(across, down))
  await sofie.reads(/hectare/)
  const before = await page.getByRole('status').filter({ hasText: 'hectare' }).textContent()
  await page.mouse.move(...at(0.6, 0.6))
  await page.mouse.down()
  await page.mouse.move(...at(0.7, 0.7), { steps: 5 })
  await page.mouse.up()
  const outcome = page
    .getByRole('status')
    .filter({ hasText: 'hectare' })
    .filter({ hasNotText: before ?? '' })
  await outcome.waitFor()
  await sofie.presses('Ongedaan maken')
  await page
    .getByRole('status')
    .filter({ hasText: before ?? '' })
    .waitFor()
})

test('without script the corners are typed, looked at on the map, corrected and kept, and the border before stays known', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off', screen: 'phone', light: 'night' })
  await sofie.opens('/places/drawn/new')
  await sofie.arrivesAt('Buurt tekenen')
  await sofie.writes('Naam van de buurt', 'Aan de gracht')
  await sofie.writes('Hoeken als getallen', '159800 199800\n160200 200200\n160200 199800\n159800 200200')
  await sofie.presses('Bekijk op de kaart')
  await sofie.reads('De grens kruist of raakt zichzelf. Verplaats een hoek.')
  await sofie.writes('Hoeken als getallen', '159800 199800\n159800 200200\n160200 200200\n160200 199800')
  await sofie.presses('Bekijk op de kaart')
  await sofie.reads(/^16 hectare/)
  await sofie.arrivesAt('Buurt tekenen')
  await sofie.presses('Bewaar')
  await sofie.arrivesAt('Aan de gracht')
  await sofie.follows('Grens aanpassen')
  await sofie.arrivesAt('Grens aanpassen')
  await sofie.writes('Hoeken als getallen', '159700 199800\n159700 200200\n160200 200200\n160200 199800')
  await sofie.writes('Waarom verandert de buurt?', 'De overkant hoort erbij.')
  await sofie.presses('Bewaar')
  await sofie.arrivesAt('Aan de gracht')
  await sofie.reads('Waarom: De overkant hoort erbij.')
  await sofie.reads('De grens is veranderd.')
})
