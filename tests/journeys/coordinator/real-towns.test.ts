import { expect, test } from 'vitest'
import { meernet } from '../../support/command-line.ts'
import { publishedData } from '../../support/published-data.ts'
import { decidesWithResidents, gathersAnalysis, readsAsSecond, writesSummary } from '../support/analysis.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'
import { colleagueIn, coordinatorOf, keepsAreas, keepsFigures } from '../support/real-town.ts'

const journey = journeyInNetegem()

test('Leuven: real sectors and a table of 85 columns, from empty to an analysis that residents read', async () => {
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
  const resident = await publishes(kim, { nis: '24062', slug: 'leuven', colleague: 'Lien Maes' }, 'Rond het park')
  await resident.reads('10,8\u00a0%')
  await resident.reads(/Stad Leuven, leuven\.incijfers\.be/)
})

test('Pelt: approximate sectors in the division of the provinces, from empty to an analysis that residents read', async () => {
  const kim = await coordinatorOf(journey, { nis: '72043', name: 'Pelt' }, { script: 'off' })
  const provinces = (file: string) => publishedData(`geo/provincies-in-cijfers/${file}`)
  await meernet(
    journey.server.world,
    ...['import', 'places', '--municipality', '72043', '--edition', '2025'],
    ...['--neighbourhoods', provinces('ggw7.shp.zip')],
    ...['--addresses', publishedData('population/best-addresses-seed-municipalities.csv.gz')],
  )
  const sectors = publishedData('geo/sectors/DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz')
  await keepsAreas(kim, sectors, '774 gebieden gelezen, waarvan 33 van uw gemeente.')
  await keepsAreas(kim, provinces('statsec2024_ggw72024.xlsx'), /verbanden van uw gemeente om te bewaren/)
  const population = publishedData('indicators/statbel/SectorData-population-by-sector.csv.gz')
  await keepsFigures(kim, population, '2023', '11.697.557')

  const resident = await publishes(kim, { nis: '72043', slug: 'pelt', colleague: 'Noor Claes' }, 'Grote Heide')
  await resident.reads(/Statbel/)
})

test('Brussels: the districts of the monitor and its workbook, from empty to an analysis that residents read', async () => {
  const kim = await coordinatorOf(journey, { nis: '21004', name: 'Brussel' }, { script: 'off' })
  const monitor = (file: string) => publishedData(`indicators/brussels-wijkmonitoring/${file}`)
  await keepsAreas(
    kim,
    monitor('brussels-monitoring-districts-31370.gpkg'),
    '145 gebieden gelezen, waarvan 145 van uw gemeente.',
  )
  await keepsFigures(kim, monitor('Data Brussels Neighborhoods v2.xlsx'), undefined, /37 Flagey - Malibran/)

  await kim.opens('/analysis/indicators/age80Share')
  await kim.arrivesAt('Aandeel 80 jaar en ouder')
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
  await kim.reads(/Aandeel 80 jaar en ouder/)
  const resident = await publishes(kim, { nis: '21004', slug: 'brussel', colleague: 'Anne Dubois' }, 'Langs de Zenne')
  await resident.reads(/Wijkmonitoring Brussel/)
})

type Town = { readonly nis: string; readonly slug: string; readonly colleague: string }

/** Begins an analysis of a neighbourhood, makes and publishes it with a colleague, and gives a resident who reads its figures. */
async function publishes(kim: Person, { nis, slug, colleague }: Town, neighbourhood: string): Promise<Person> {
  const title = `Zo leeft ${neighbourhood}`
  await kim.opens('/analysis')
  await kim.arrivesAt('Buurtanalyse')
  await kim.follows(neighbourhood)
  await kim.arrivesAt(neighbourhood)
  await kim.follows('Analyse beginnen')
  await kim.writes('Titel', title)
  await kim.presses('Beginnen')
  await kim.arrivesAt(title)
  await gathersAnalysis(kim)
  await writesSummary(kim, title)
  await decidesWithResidents(kim)
  await kim.presses('Bewoners keken dit na')
  const path = new URL(kim.page.url()).pathname
  const second = await colleagueIn(journey, nis, colleague, { script: 'off' })
  await underSecrecy(colleague)
  await readsAsSecond(second, path, title)
  await kim.page.reload()
  await kim.presses('Publiceren')
  await kim.reads('De analyse is gepubliceerd.')

  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens(`/in/${slug}/analysis`)
  await resident.arrivesAt('Hoe leeft uw buurt?')
  await resident.follows(title)
  await resident.arrivesAt(title)
  await resident.follows('Cijfers en kaarten')
  await resident.arrivesAt('Cijfers en kaarten')
  return resident
}

/** The identifier at the end of the address that somebody looks at. */
const idIn = ({ page }: Person) => new URL(page.url()).pathname.split('/').at(-1)

/** An administrator saw the proof that this colleague is bound by professional secrecy. */
async function underSecrecy(name: string): Promise<void> {
  const { owner } = journey.server.world.database
  await owner
    .updateTable('identity.membership')
    .set({ secrecy: 'professionalSecrecy', secrecy_proof: 'eed', secrecy_review_on: '2030-01-01' })
    .where('account_id', 'in', owner.selectFrom('identity.account').select('id').where('name', '=', name))
    .execute()
}
