import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import { figureFile } from '../../../../tests/support/files/figure-files.ts'
import { type Browser, makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'

let world: World
let coordinator: Browser
let visitor: Browser
let stranger: Browser

beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world, 'Zennegem', '23003')
  const elsewhere = await makeMunicipality(world, 'Elders', '72043')
  coordinator = world.as(await makeStaff(world, here))
  visitor = world.as(await makeStaff(world, here, { role: 'visitor' }))
  stranger = world.as(await makeStaff(world, elsewhere))
})
afterAll(() => world.close())

const header = 'CD_YEAR|CD_MUNTY_REFNIS|CD_SECTOR|MS_NBR_NON_ZERO_INC|MS_MEDIAN_NET_TAXABLE_INC|TX_SECTOR_DESCR_NL'
const income = [
  header,
  '2021|23003|23003A001|600|29881|KERN',
  '2022|23003|23003A001|618|30105.5|KERN',
  '2022|23003|23003A212|13|C|NEZING',
  '2022|23003|23003A213|0||LEEG',
]

const imported = async (lines: readonly string[], ...args: readonly string[]) =>
  meernet(
    world,
    'import',
    'indicators',
    figureFile('inkomen.txt', `${lines.join('\n')}\n`),
    '--municipality',
    '23003',
    ...args,
    '--json',
  )

test('figures stand with their source, and what is missing says why', async () => {
  expect(await (await coordinator.get('/analysis/figures')).text()).toContain('Hier staat nog geen cijfer')
  await imported(income)
  const list = await (await visitor.get('/analysis/figures')).text()
  expect(list).toContain('Statbel')
  expect(list).toContain('2021 – 2022')
  const href = list.match(/\/analysis\/figures\/[0-9a-f-]{36}/)?.[0] ?? ''
  const page = await (await visitor.get(`${href}?indicator=medianTaxIncome`)).text()
  for (const words of ['Mediaan inkomen per aangifte', '30.105,5', 'verborgen', 'niet ingevuld', 'CC BY 4.0', 'NEZING'])
    expect(page).toContain(words)
  expect(page.indexOf('KERN')).toBeLessThan(page.indexOf('LEEG'))
  const counts = await (await visitor.get(`${href}?indicator=taxDeclarations`)).text()
  expect(counts).toContain('Zennegem (som van het bestand)')
  expect(counts).toMatch(/>631</)
})

test('another municipality sees nothing of it, and a strange address is not found', async () => {
  const list = await (await coordinator.get('/analysis/figures')).text()
  const href = list.match(/\/analysis\/figures\/[0-9a-f-]{36}/)?.[0] ?? ''
  expect(await (await stranger.get('/analysis/figures')).text()).toContain('Hier staat nog geen cijfer')
  expect((await stranger.get(href)).status).toBe(404)
  expect((await coordinator.get('/analysis/figures/nothing')).status).toBe(404)
})

test('a newer file with all figures of an older one replaces it, and the older one says so', async () => {
  await imported([...income, '2023|23003|23003A001|650|31000|KERN'])
  const list = await (await coordinator.get('/analysis/figures')).text()
  expect(list.match(/vervangen/g)).toHaveLength(1)
  const datasets = await world.database.owner.selectFrom('analysis.dataset').select(['id', 'replaces_id']).execute()
  expect(datasets).toHaveLength(2)
  const old = datasets.find(({ replaces_id }) => replaces_id === null)
  expect(await (await coordinator.get(`/analysis/figures/${old?.id}`)).text()).toContain('Een nieuwer bestand')
})

test('a file that is refused, or of which something is not known, leaves nothing behind', async () => {
  const before = await world.database.owner.selectFrom('analysis.dataset').select('id').execute()
  expect((await imported([...income, '2023|23003|23003A001|NA NA|1|KERN'])).json.error).toMatchObject({
    code: 'value',
    line: 6,
  })
  const population = ['CD_REFNIS|CD_SECTOR|TOTAL', '23003|23003A001|5']
  expect((await imported(population)).json.error).toMatchObject({ code: 'period-not-stated' })
  expect(
    (await imported(['CD_REFNIS|CD_SECTOR|TOTAL', '11001|11001A00-|5'], '--period', '2023')).json.error,
  ).toMatchObject({
    code: 'nothing-of-municipality',
  })
  expect(await world.database.owner.selectFrom('analysis.dataset').select('id').execute()).toEqual(before)
})

test('P13 one to four people of a sector are hidden, and another sector with them', async () => {
  const people = ['CD_REFNIS|CD_SECTOR|TOTAL', '23003|23003A001|3', '23003|23003A212|17', '23003|23003A213|618']
  await imported(people, '--period', '2024')
  const list = await (await coordinator.get('/analysis/figures')).text()
  const href = list.match(/\/analysis\/figures\/[0-9a-f-]{36}/)?.[0] ?? ''
  const page = await (await coordinator.get(href)).text()
  expect(page).toContain('Inwoners')
  expect([...page.matchAll(/<td[^>]*>(verborgen|638|618|17|3)</g)].map(([, shown]) => shown)).toEqual([
    'verborgen',
    'verborgen',
    '618',
    '638',
  ])
})
