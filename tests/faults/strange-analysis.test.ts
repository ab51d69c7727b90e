import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { readXlsx } from 'hucre/xlsx'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { jpegPhoto } from '../support/files/photos.ts'
import { tricks } from '../support/strange-values.ts'
import { makeMunicipality, makeStaff, openWorld, type TestMunicipality, type World } from '../support/world.ts'

/** What stands in published files and in the title of a survey to do harm, in the files that leave the analysis. */
let world: World
let here: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Pelt', '72043')
  coordinator = await makeStaff(world, here)
})
afterAll(() => world.close())

const planted = tricks.map((trick) => trick.toWellFormed().replaceAll('\0', '')).filter((trick) => trick.length <= 100)
const isFormula = (cell: unknown) => typeof cell === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(cell)

/** A file under a name of ours, of the type it says it is. */
async function fileAt(path: string, type: string): Promise<Buffer> {
  const response = await world.as(coordinator).get(path)
  expect([path, response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type])
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-disposition')).toMatch(/^(attachment|inline); filename="[a-z0-9-]+\.[a-z]+"$/)
  return Buffer.from(await response.arrayBuffer())
}

test('names of areas in a published file are no formulas in the table that is made of it', async () => {
  const rows = planted.map((name, nth) => [`72025A${String(nth).padStart(2, '0')}-`, '72043', '2024', 40 + nth, name])
  const content = stringify([['sector', 'nis', 'jaar', 'inwoners', 'naam'], ...rows], { delimiter: ';' })
  const mapping = {
    layout: 'strange',
    source: planted[0],
    licence: 'CC0',
    area: { column: 'sector', level: 'sector', name: 'naam' },
    municipality: 'nis',
    period: { column: 'jaar' },
    measures: [{ column: 'inwoners', indicator: 'population', kind: 'count', unit: 'persons' }],
  }
  const form = new FormData()
  form.set('file', new File([content], 'strange.csv'))
  form.set('mapping', JSON.stringify(mapping))
  const sofie = world.as(coordinator)
  const sent = (await sofie.postFiles('/analysis/figures/imports', form)).headers.get('location') ?? ''
  expect((await sofie.post(`${sent}/confirmation`, {})).status).toBe(303)
  const text = await fileAt('/analysis/indicators/population/figures.csv?level=sector', 'text/csv')
  // Fails when a line has more or fewer cells.
  const table: readonly string[][] = parse(text, { delimiter: ';', bom: true })
  expect(table.length).toBeGreaterThan(planted.length)
  expect(table.flat().filter(isFormula)).toEqual([])
  expect(table.flat().some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true)
})

test('the title of a survey is no formula in its results', async () => {
  const id = uuidv7()
  const title = planted.find((trick) => trick.startsWith('=')) ?? ''
  const sofie = world.as(coordinator)
  await sofie.post('/analysis/surveys', { id, questionnaire: 'pulse', title, closesOn: '2026-12-24' })
  const { owner } = world.database
  const survey = () =>
    owner.selectFrom('analysis.survey').select(['code', 'version']).where('id', '=', id).executeTakeFirstOrThrow()
  const step = async (name: string) =>
    sofie.post(`/analysis/surveys/${id}/${name}`, { version: String((await survey()).version) })
  await step('opening')
  const { code } = await survey()
  for (let sheet = 0; sheet < 24; sheet += 1)
    await world.as().post(`/in/pelt/survey/${code}`, {
      ...{ id: crypto.randomUUID(), at: '9', go: 'on' },
      ...{ 'q.likesHere': sheet < 12 ? 'yes' : 'no', 'q.cares': 'no' },
    })
  expect((await step('finishing')).status).toBe(303)
  const path = `/analysis/surveys/${id}/results`
  const table: readonly string[][] = parse(await fileAt(`${path}.csv`, 'text/csv'), { delimiter: ';', bom: true })
  expect(table.length).toBeGreaterThan(5)
  expect(table.flat().filter(isFormula)).toEqual([])
  const { sheets } = await readXlsx(
    await fileAt(`${path}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  )
  expect(sheets.flatMap(({ rows }) => rows.flat()).filter(isFormula)).toEqual([])
})

test('a photo of a walk is a picture under a name of ours, whatever it was called', async () => {
  const neighbourhoodId = uuidv7()
  const area = { origin: 'composed', edition: '2025', name: 'Molenwijk', is_approximate: false }
  await world.database.owner
    .insertInto('places.area')
    .values({ municipality_id: here.id, id: neighbourhoodId, ...area })
    .execute()
  const sofie = world.as(coordinator)
  const walk = { id: uuidv7(), walkedOn: '2026-11-12', neighbourhoodId, route: 'Langs het water', people: '14' }
  await sofie.post('/analysis/walks', { ...walk, counted: 'estimated', 'group-olderPerson': '11' })
  const form = new FormData()
  const photo = { id: uuidv7(), description: 'Een bank onder een boom', isWithoutPeople: 'yes' }
  for (const [name, value] of Object.entries(photo)) form.set(name, value)
  form.set('picture', new File([Uint8Array.from(jpegPhoto())], '"><script>alert(1)</script>.html'))
  expect((await sofie.postFiles(`/analysis/walks/${walk.id}/photos/imports`, form)).status).toBe(303)
  const bytes = await fileAt(`/analysis/walks/${walk.id}/photos/${photo.id}`, 'image/jpeg')
  expect(bytes.toString('latin1')).not.toMatch(/script|GPSMARK/)
})
