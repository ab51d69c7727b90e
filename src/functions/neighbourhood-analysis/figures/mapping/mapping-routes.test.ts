import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, makeMunicipality, makeStaff, openWorld, type World } from '../../../../../tests/support/world.ts'

let world: World
let coordinator: Browser
let colleague: Browser

beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world, 'Pelt', '72043')
  coordinator = world.as(await makeStaff(world, here))
  colleague = world.as(await makeStaff(world, here))
})
afterAll(() => world.close())

const table = (year: number) =>
  `Wijkcijfers;;;;\nwijkcode;wijk;inwoners totaal;aandeel 65+;opmerking\n` +
  `72043W01;Boseind (Pelt);${3000 + year};21,5;\n72043W02;Centrum (Pelt);1 011;x;nieuw\n`

async function send(content: string, name: string, over: Record<string, string> = {}) {
  const form = new FormData()
  form.set('file', new File([content], name))
  for (const [key, value] of Object.entries(over)) form.set(key, value)
  return coordinator.postFiles('/analysis/figures/imports', form)
}

const said = {
  layout: 'wijkcijfers',
  level: 'neighbourhood',
  source: 'Gemeente Pelt',
  licence: 'CC BY 4.0',
  period: '2023',
  missing: 'x=hidden',
  decimal: ',',
  'role-0': 'area',
  'role-1': 'areaName',
  'role-2': 'count',
  'indicator-2': 'Inwoners',
  'role-3': 'share',
  'indicator-3': 'Aandeel 65 jaar en ouder',
}

test('a file of which the layout is not known asks what its columns hold, and next year’s is read in the same way', async () => {
  const sent = await send(table(2023), 'wijken.csv')
  const path = sent.headers.get('location') ?? ''
  expect(path).toMatch(/^\/analysis\/figures\/unknown\//)
  const page = await (await coordinator.get(path)).text()
  for (const words of ['Zeg wat er in dit bestand staat', 'aandeel 65+', 'Boseind (Pelt)', '5023', 'regel 2'])
    expect(page).toContain(words)
  expect((await colleague.get(path)).status).toBe(404)

  const explained = await coordinator.post(path, said)
  expect(explained.status).toBe(303)
  const look = explained.headers.get('location') ?? ''
  expect(await (await coordinator.get(look)).text()).toContain('6.034')
  expect((await coordinator.get(path)).status).toBe(404)
  const kept = await coordinator.post(`${look}/confirmation`, {})
  const dataset = await (await coordinator.get(kept.headers.get('location') ?? '')).text()
  for (const words of ['Inwoners', '5.023', 'Boseind', 'Gemeente Pelt', 'CC BY 4.0']) expect(dataset).toContain(words)

  const nextYear = await send(table(2024), 'wijken.csv', { period: '2024' })
  const again = nextYear.headers.get('location') ?? ''
  expect(again).toMatch(/^\/analysis\/figures\/imports\//)
  const read = await (await coordinator.get(again)).text()
  for (const words of ['Gelezen zoals een eerder bestand: wijkcijfers', '6.035', '2024']) expect(read).toContain(words)
})

test('what was said is kept while something is still wrong, and each mistake stands at its column', async () => {
  const strange = (await send('plaats;cijfer\nA;7\nB;x\n', 'iets.csv')).headers.get('location') ?? ''
  const twice = await coordinator.post(strange, { ...said, period: '2023', 'role-0': 'area', 'role-1': 'area' })
  expect(twice.status).toBe(422)
  const page = await twice.text()
  for (const words of ['maar één kolom', 'minstens één kolom', 'Gemeente Pelt']) expect(page).toContain(words)

  const sign = await coordinator.post(strange, { ...said, missing: '', 'role-0': 'area', 'role-1': 'count' })
  expect(sign.status).toBe(422)
  const refused = await sign.text()
  for (const words of ['Er is niets veranderd', 'een teken dat geen getal is', 'expected a number'])
    expect(refused).toContain(words)
})

test('a file without any table is refused at once, and an unknown one can be thrown away', async () => {
  expect((await send('geen tabel', 'brief.txt')).status).toBe(422)
  const path = (await send('a;b\n1;2\n', 'iets.csv')).headers.get('location') ?? ''
  const sent = path.replace('/unknown/', '/imports/')
  expect((await coordinator.post(`${sent}/withdrawal`, {})).status).toBe(303)
  expect((await coordinator.get(path)).status).toBe(404)
})

test('a table with a column a year becomes figures of those years', async () => {
  const path =
    (await send('wijkcode;wijk;2021;2022\n72043W01;Boseind;10;12\n72043W02;Centrum;20;21\n', 'reeks.csv')).headers.get(
      'location',
    ) ?? ''
  expect(await (await coordinator.get(path)).text()).toContain('Eén kolom per jaar: 2021 en 2022')
  const answer = await coordinator.post(path, {
    layout: 'reeks',
    level: 'neighbourhood',
    source: 'Gemeente Pelt',
    licence: 'CC BY 4.0',
    'role-0': 'area',
    'role-1': 'areaName',
    'role-years': 'count',
    'indicator-years': 'Inwoners',
  })
  const look = await (await coordinator.get(answer.headers.get('location') ?? '')).text()
  for (const words of ['2021', '2022', '30', '33']) expect(look).toContain(words)
})

test('years side by side below merged names are asked about once for each name, and next year’s file is read so', async () => {
  const pivot = (first: number) =>
    `wijkcode;wijk;Inwoners;;Gezinnen;\n;;${first};${first + 1};${first};${first + 1}\n` +
    '72043W01;Boseind;3000;3010;1200;1210\n72043W02;Centrum;1000;1011;400;405\n'
  const path = (await send(pivot(2022), 'draaitabel.csv')).headers.get('location') ?? ''
  const page = await (await coordinator.get(path)).text()
  for (const words of ['Inwoners, één kolom per periode: 2022 en 2023', 'Gezinnen, één kolom per periode', '3000'])
    expect(page).toContain(words)
  const answer = await coordinator.post(path, {
    layout: 'draaitabel',
    level: 'neighbourhood',
    source: 'Provincie',
    licence: 'CC BY 4.0',
    'role-0': 'area',
    'role-1': 'areaName',
    'role-periods-0': 'count',
    'indicator-periods-0': 'Inwoners',
  })
  const look = await (await coordinator.get(answer.headers.get('location') ?? '')).text()
  for (const words of ['2022', '2023', '4.000', '4.021']) expect(look).toContain(words)
  expect(look).not.toContain('1.600')
  await coordinator.post(`${answer.headers.get('location')}/confirmation`, {})

  const next = (await send(pivot(2024), 'draaitabel.csv')).headers.get('location') ?? ''
  const read = await (await coordinator.get(next)).text()
  for (const words of ['Gelezen zoals een eerder bestand: draaitabel', '2024', '2025', '4.021'])
    expect(read).toContain(words)
})
