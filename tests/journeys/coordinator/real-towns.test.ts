import { expect, test } from 'vitest'
import { publishedData } from '../../support/published-data.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'
import { coordinatorOf, keepsAreas, keepsFigures } from '../support/real-town.ts'

const journey = journeyInNetegem()

test('Leuven: real sectors and a table of 85 columns, from empty to the profile of a neighbourhood', {
  timeout: 120_000,
}, async () => {
  const kim = await coordinatorOf(journey, { nis: '24062', name: 'Leuven' }, { script: 'off' })
  const sectors = publishedData('geo/sectors/statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz')
  await keepsAreas(kim, sectors, '656 gebieden gelezen, waarvan 118 van uw gemeente.')
  await keepsFigures(kim, publishedData('indicators/leuven/Data1_demographic_sector.csv'), '2021', /^118 rijen gelezen/)

  await kim.opens('/analysis/indicators/age80Share?level=sector')
  await kim.arrivesAt('Aandeel 80 jaar en ouder')
  await kim.reads(/Stad Leuven, leuven\.incijfers\.be/)
  expect(await kim.page.locator('figure svg path').count()).toBeGreaterThan(100)

  await kim.opens('/places/new')
  await kim.arrivesAt('Buurt samenstellen')
  await kim.writes('Naam van de buurt', 'Rond het park')
  await kim.page.getByText(/^Statistische sectoren \(118\)/).click()
  await kim.picks(/^HEUVELHOF/)
  await kim.picks(/^VLIERBEEK/)
  await kim.presses('Bewaar')
  await kim.arrivesAt('Rond het park')
  await kim.opens(`/analysis/profile/${idIn(kim)}`)
  await kim.arrivesAt('Rond het park')
  // 1,133 and 1,068 people, of whom 91 and 147 of eighty and over.
  await kim.reads('2.201')
  await kim.reads('10,8\u00a0%')
})

test('Brussels: the districts of the monitor and its workbook of three lines of header', {
  timeout: 120_000,
}, async () => {
  const kim = await coordinatorOf(journey, { nis: '21004', name: 'Brussel' }, { script: 'off' })
  const monitor = (file: string) => publishedData(`indicators/brussels-wijkmonitoring/${file}`)
  await keepsAreas(
    kim,
    monitor('brussels-monitoring-districts-31370.gpkg'),
    '145 gebieden gelezen, waarvan 145 van uw gemeente.',
  )
  await keepsFigures(kim, monitor('Data Brussels Neighborhoods v2.xlsx'), undefined, /37 Flagey - Malibran/)

  await kim.opens('/analysis/indicators/livingAlone65Share')
  await kim.arrivesAt('Aandeel alleenwonende 65-plussers')
  await kim.reads(/Wijkmonitoring Brussel/)
  expect(await kim.page.locator('figure svg path').count()).toBeGreaterThan(100)

  await kim.opens('/places/new')
  await kim.arrivesAt('Buurt samenstellen')
  await kim.writes('Naam van de buurt', 'Langs de Zenne')
  await kim.page.getByText(/^Wijken van de monitoring \(145\)/).click()
  await kim.picks(/Dansaert/i)
  await kim.presses('Bewaar')
  await kim.arrivesAt('Langs de Zenne')
  await kim.opens(`/analysis/profile/${idIn(kim)}`)
  await kim.arrivesAt('Langs de Zenne')
  await kim.reads(/Aandeel alleenwonende 65-plussers/)
})

/** The identifier at the end of the address that somebody looks at. */
const idIn = ({ page }: Person) => new URL(page.url()).pathname.split('/').at(-1)
