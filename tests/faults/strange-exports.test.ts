import { globSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { fileCard } from '../support/cards.ts'
import { elementsOf, readMarkup } from '../support/markup.ts'
import { canary, tricks } from '../support/strange-values.ts'
import { makeMunicipality, makeStaff, openWorld, type TestMunicipality, type World } from '../support/world.ts'

/** What people typed to do harm, in everything that leaves as a file or on paper. */
let world: World
let here: TestMunicipality
let coordinator: StaffActor
let administrator: StaffActor
let officer: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here)
  administrator = await makeStaff(world, here, { role: 'administrator' })
  officer = await makeStaff(world, here, { role: 'dataProtectionOfficer' })
  await plantTricks()
})
afterAll(() => world.close())

/** Those that fit in a name and in the database. */
const planted = tricks.map((trick) => trick.toWellFormed().replaceAll('\0', '')).filter((trick) => trick.length <= 100)

test('every file that leaves the program is tried here or, of the analysis, in strange-analysis', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter(
    (file) => !/\.test\./.test(file) && /['"]Content-Disposition['"]/i.test(readFileSync(file, 'utf8')),
  )
  expect(files.toSorted()).toEqual([
    'src/direction/rights-of-people/copy-routes.tsx',
    'src/functions/detection/paper-card/routes.tsx',
    'src/functions/detection/signals/inbox/inbox-routes.tsx',
    'src/functions/neighbourhood-analysis/indicators/routes.tsx',
    'src/functions/neighbourhood-analysis/reports/exports/file-answer.ts',
    'src/functions/neighbourhood-analysis/reports/translations/routes.tsx',
    'src/functions/neighbourhood-analysis/surveys/result-routes.tsx',
    'src/functions/neighbourhood-analysis/walks/photo-routes.tsx',
    'src/platform/fields/register-routes.tsx',
    'src/registers/municipalities/access-review/routes.tsx',
    'src/registers/organisations/exchange/import-routes.tsx',
  ])
})

test('no cell of a table is a formula, and every line has as many cells as the first', async () => {
  const review = await world.as(administrator).post('/admin/access-list/reviews', { id: uuidv7() })
  const tables: readonly [StaffActor, string, ';' | ',', boolean][] = [
    [coordinator, '/inbox/export.csv', ';', true],
    [administrator, `${review.headers.get('location')}/export`, ';', true],
    [officer, '/register.csv', ',', false],
  ]
  for (const [who, path, delimiter, holdsNames] of tables) {
    const text = await fileFrom(who, path, 'text/csv')
    // Fails when a line has more or fewer cells.
    const rows: readonly string[][] = parse(text, { delimiter, bom: true })
    expect(rows.length, path).toBeGreaterThan(5)
    expect(
      rows.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell)),
      path,
    ).toEqual([])
    expect(text.includes(canary), path).toBe(holdsNames)
    if (holdsNames)
      expect(
        rows.flat().some((cell) => cell.startsWith("'=HYPERLINK")),
        path,
      ).toBe(true)
  }
})

test('what was typed stands in a file for machines as it was typed, and breaks out of nothing', async () => {
  const texts: string[] = []
  for (const [who, path] of [
    [coordinator, '/services/export.json'],
    [coordinator, '/my-data.json'],
    [undefined, `/in/${here.slug}/hsds/services`],
    [undefined, `/in/${here.slug}/hsds/organizations`],
  ] as const) {
    const text = await fileFrom(who, path, 'application/json')
    texts.push(...stringsIn(JSON.parse(text)))
  }
  const expected = planted.map((trick) => trick.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim())
  const missing = expected.filter((trick) => !texts.some((text) => text.trim() === trick))
  // A return in a name is one kind of line end from then on.
  expect(missing.filter((trick) => !/[\r\t]/.test(trick))).toEqual([])
})

test('a card on paper as PDF holds no program, no action and no link that somebody typed', async () => {
  for (const path of [`/in/${here.slug}/paper-card/nl-a4.pdf`, `/in/${here.slug}/paper-card/nl-a6.pdf`]) {
    const pdf = await fileFrom(undefined, path, 'application/pdf')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    for (const dangerous of [
      '/JavaScript',
      '/JS',
      '/OpenAction',
      '/Launch',
      '/EmbeddedFile',
      '/AA',
      'elsewhere.example',
    ])
      expect([path, dangerous, pdf.includes(dangerous)]).toEqual([path, dangerous, false])
  }
})

test('an analysis leaves as files in which what was typed is text and nothing else', async () => {
  const path = await analysisFullOfTricks()
  for (const file of [`${path}/analysis.xlsx`, `${path.replace('/document', '/translations/fr')}/sheet.xlsx`]) {
    const workbook = await fileBytes(file, xlsxType)
    const { sheets } = await readXlsx(workbook)
    const cells = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string')
    expect([file, cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))]).toEqual([file, []])
    expect([file, cells.some((cell) => cell.startsWith("'=HYPERLINK"))]).toEqual([file, true])
    expect(workbook.toString('latin1')).not.toMatch(/vbaProject|externalLink/)
  }
  const linked = JSON.parse(await fileFrom(coordinator, `${path}/analysis.jsonld`, 'application/ld+json'))
  expect(stringsIn(linked).some((text) => text.startsWith('=HYPERLINK'))).toBe(true)
  await fileFrom(coordinator, `${path}/analysis.csv`, 'text/csv')
  const pdf = await fileFrom(coordinator, `${path}/analysis.pdf`, 'application/pdf')
  for (const dangerous of ['/JavaScript', '/JS', '/OpenAction', '/Launch', '/EmbeddedFile', '/AA', '/URI'])
    expect([dangerous, pdf.includes(dangerous)]).toEqual([dangerous, false])
})

test('a printed sheet shows what was typed as words, with no script in it', async () => {
  const { signalId } = await fileCard(world, here, { name: planted[0], wish: planted.join('\n') })
  for (const path of [`/inbox/${signalId}/print`, '/my-data/print']) {
    const response = await world.as(coordinator).get(path)
    expect([path, response.status]).toEqual([path, 200])
    const html = await response.text()
    expect(html).toContain('&lt;script>alert(1)')
    const elements = elementsOf(readMarkup(html), 'script', 'img', 'svg', 'iframe')
    expect(elements.filter(({ attributes }) => Object.keys(attributes).some((name) => /^on/.test(name)))).toEqual([])
    const inline = elementsOf(readMarkup(html), 'script').filter(({ children }) => children.length > 0)
    expect(inline).toEqual([])
  }
})

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An analysis with every trick as title of a priority, put together; gives where its files are. */
async function analysisFullOfTricks(): Promise<string> {
  const id = uuidv7()
  const sofie = world.as(coordinator)
  const begun = await sofie.post('/analysis/reports', {
    id,
    title: planted[0] ?? '',
    aboutYear: '2026',
    language: 'nl',
  })
  expect(begun.status).toBe(303)
  const path = `/analysis/reports/${id}`
  const priority = { version: '0', place: '1', why: 'x', chosenBy: 'dots', residentsPresent: '12' }
  for (const title of planted) await sofie.post(`${path}/priorities`, { ...priority, id: uuidv7(), title })
  expect((await sofie.post(`${path}/contents`, { version: '1' })).status).toBe(303)
  return `${path}/document`
}

async function fileBytes(path: string, type: string): Promise<Buffer> {
  const response = await world.as(coordinator).get(path)
  expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type])
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.xlsx"$/)
  return Buffer.from(await response.arrayBuffer())
}

/** A file that must say what it is, under a name of ours, with nothing of what was typed in its headers. */
async function fileFrom(who: StaffActor | undefined, path: string, type: string): Promise<string> {
  const response = await world.as(who).get(path)
  expect([path, response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type])
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const disposition = response.headers.get('content-disposition')
  if (disposition !== null) expect(disposition).toMatch(/^(attachment|inline); filename="[a-z0-9-]+\.(csv|json|pdf)"$/)
  expect([...response.headers].flat().filter((header) => header.includes(canary))).toEqual([])
  return type === 'application/pdf' ? Buffer.from(await response.arrayBuffer()).toString('latin1') : response.text()
}

/** Every trick as the name of a colleague who has a card, and of an organisation and a service that are published. */
async function plantTricks(): Promise<void> {
  for (const name of planted) {
    const colleague = await makeStaff(world, here, { name })
    const { signalId } = await fileCard(world, here, {})
    await world.database.owner
      .updateTable('detection.signal')
      .set({ assignee_user_id: colleague.userId })
      .where('id', '=', signalId)
      .execute()
  }
  const contents = planted.map((name) => ({
    ...{ id: uuidv7(), name, description: name, status: 'active' },
    organization: { id: uuidv7(), name, description: name },
  }))
  const form = new FormData()
  form.set('file', new File([JSON.stringify({ contents })], 'services.json'))
  form.set('language', 'nl')
  const sent = await world.as(coordinator).postFiles('/services/imports', form)
  expect(sent.status).toBe(303)
  const confirmed = await world.as(coordinator).post(`${sent.headers.get('location')}/confirmation`, {})
  expect(confirmed.status).toBe(303)
  await world.database.owner
    .updateTable('municipalities.municipality')
    .set({ contact_name: planted[0], contact_address: planted[8], contact_hours: planted[3] })
    .where('id', '=', here.id)
    .execute()
  await world.database.owner
    .updateTable('identity.account')
    .set({ name: planted[0] })
    .where('id', '=', coordinator.userId)
    .execute()
}

function stringsIn(json: unknown): readonly string[] {
  if (typeof json === 'string') return [json]
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(stringsIn) : []
}
