import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'

let world: World
let coordinator: Browser
let colleague: Browser
let visitor: Browser

beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world, 'Pelt', '72043')
  coordinator = world.as(await makeStaff(world, here))
  colleague = world.as(await makeStaff(world, here))
  visitor = world.as(await makeStaff(world, here, { role: 'visitor' }))
})
afterAll(() => world.close())

const population =
  'CD_REFNIS|CD_SECTOR|TOTAL|TX_DESCR_SECTOR_NL\n72043|72025A00-|3295|CENTRUM\n72043|72029A10-|1200|OVERPELT\n11001|11001A00-|7|ELDERS\n'

function sent(content: string | undefined, over: Record<string, string> = {}, name = 'sectoren.txt'): FormData {
  const form = new FormData()
  if (content !== undefined) form.set('file', new File([content], name))
  for (const [key, value] of Object.entries({ period: '2023', ...over })) form.set(key, value)
  return form
}

const send = (browser: Browser, form: FormData) => browser.postFiles('/analysis/figures/imports', form)

test('a file is looked at before it is kept, and only by who sent it', async () => {
  const answer = await send(coordinator, sent(population))
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  const page = await (await coordinator.get(path)).text()
  for (const words of ['Uw gemeente', '4.495', '4.502', 'Inwoners', 'statbel-population-by-sector'])
    expect(page).toContain(words)
  expect((await colleague.get(path)).status).toBe(404)
  expect(await world.database.owner.selectFrom('analysis.dataset').select('id').execute()).toEqual([])

  const kept = await coordinator.post(`${path}/confirmation`, {})
  expect(kept.status).toBe(303)
  const dataset = await (await visitor.get(kept.headers.get('location') ?? '')).text()
  for (const words of ['CENTRUM', '3.295', 'OVERPELT', 'CC BY 4.0']) expect(dataset).toContain(words)
  expect(dataset).not.toContain('ELDERS')
  expect((await coordinator.post(`${path}/confirmation`, {})).status).toBe(404)
})

test('a file that is not wanted is forgotten', async () => {
  const path = (await send(coordinator, sent(population))).headers.get('location') ?? ''
  expect((await coordinator.post(`${path}/withdrawal`, {})).status).toBe(303)
  expect((await coordinator.get(path)).status).toBe(404)
})

test('a refused file says sheet, line and column, and what was typed is still there', async () => {
  const answer = await send(coordinator, sent(population.replace('1200', 'ND'), { source: 'Eigen bron' }))
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const words of ['Er is niets veranderd', 'TOTAL', 'expected a number', 'Eigen bron', 'value="2023"'])
    expect(page).toContain(words)
})

test('a sign that is explained is read, one that is explained wrongly is asked again', async () => {
  const table = population.replace('1200', 'ND')
  expect((await send(coordinator, sent(table, { missing: 'ND=hidden' }))).status).toBe(303)
  const wrong = await send(coordinator, sent(table, { missing: 'ND=geheim' }))
  expect(await wrong.text()).toContain('Schrijf elk teken')
})

test('what the file does not say is asked in its own field', async () => {
  const withoutPeriod = await send(coordinator, sent(population, { period: '' }))
  expect(withoutPeriod.status).toBe(422)
  expect(await withoutPeriod.text()).toContain('Het bestand zegt niet over welke periode het gaat. Vul die in.')
  expect(await (await send(coordinator, sent(undefined))).text()).toContain('Kies een bestand.')
  expect(await (await send(coordinator, sent(population, { period: 'vorig jaar' }))).text()).toContain(
    'Schrijf een periode',
  )
  expect(await (await send(coordinator, sent(population, { mapping: '{' }))).text()).toContain(
    'geen geldige beschrijving',
  )
})

test('a table of one’s own is read through a mapping that is kept with it', async () => {
  const mapping = JSON.stringify({
    layout: 'eigen',
    area: { column: 'wijk', level: 'neighbourhood', name: 'naam' },
    period: { column: 'jaar' },
    measures: [{ column: 'aandeel', indicator: 'age65Share', kind: 'share', unit: '%' }],
    decimal: ',',
  })
  const table = 'wijk;naam;jaar;aandeel\n72043W01;Boseind;2023;21,5\n'
  const unknown = await send(coordinator, sent(table, { mapping }, 'wijken.csv'))
  expect(await unknown.text()).toContain('Zeg wie het bestand uitgaf')
  const answer = await send(coordinator, sent(table, { mapping, source: 'Pelt', licence: 'eigen' }, 'wijken.csv'))
  const kept = await coordinator.post(`${answer.headers.get('location')}/confirmation`, {})
  expect(await (await coordinator.get(kept.headers.get('location') ?? '')).text()).toContain('21,5')
  const row = await world.database.owner
    .selectFrom('analysis.dataset')
    .select('mapping')
    .where('layout', '=', 'eigen')
    .executeTakeFirst()
  expect(row?.mapping).toMatchObject({ measures: [{ column: 'aandeel' }] })
})

test('a visitor sends nothing', async () => {
  expect((await visitor.get('/analysis/figures/new')).status).toBe(403)
  expect((await send(visitor, sent(population))).status).toBe(403)
})
