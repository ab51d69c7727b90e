import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWaitingJobs } from '../../../../tests/support/jobs.ts'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { type Browser, makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'
import { largestUnlessSet } from '../../../platform/sent-files/index.ts'

// Every file counts as large here.
const folder = mkdtempSync(join(tmpdir(), 'meernet-sent-'))
let world: World
let coordinator: Browser
let userId: string

beforeAll(async () => {
  world = await openWorld({ sentFiles: { folder, largestBytes: largestUnlessSet, atOnceBytes: 0 } })
  const here = await makeMunicipality(world, 'Leuven', '24062')
  const staff = await makeStaff(world, here)
  userId = staff.userId
  coordinator = world.as(staff)
})
afterAll(() => world.close())

const leuven = readFileSync(publishedData('geo/sectors/statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz'))

async function sent(content: BlobPart, name: string): Promise<string> {
  const form = new FormData()
  form.set('file', new File([content], name))
  return (await coordinator.postFiles('/areas/imports', form)).headers.get('location') ?? ''
}

const page = async (path: string) => (await coordinator.get(path)).text()

test('a municipality that the file leaves unsaid is said, and the same file is read anew', async () => {
  const column = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"cd_sector":"24062A00-"},'
  const shape = '"geometry":{"type":"Polygon","coordinates":[[[4.7,50.87],[4.71,50.87],[4.71,50.88],[4.7,50.87]]]}}]}'
  const path = await sent(column + shape, 'sector.geojson')
  await doWaitingJobs(world)
  const asking = await page(path)
  const version = /name="version" value="([0-9]+)"/.exec(asking)?.[1] ?? ''
  const said = { version, edition: '2024', saidNisCode: '24062', source: 'Leuven', licence: 'CC0' }
  expect((await coordinator.post(`${path}/reading`, { ...said, saidNisCode: '24' })).status).toBe(422)
  expect((await coordinator.post(`${path}/reading`, said)).status).toBe(303)
  await doWaitingJobs(world)
  expect(await page(path)).toContain('1 gebied gelezen')
})

test('a large file of areas is read in the background, with the areas of the neighbours, and kept by who sent it', async () => {
  const path = await sent(leuven, 'leuven.geojson.gz')
  expect(await page(path)).toContain('Het lezen begint zo.')
  expect(await page('/areas')).toContain('wacht op lezen')
  await doWaitingJobs(world)
  const read = await page(path)
  for (const words of ['656 gebieden gelezen', 'Herent', 'Rotselaar']) expect(read).toContain(words)
  expect(await page('/areas')).toContain('kijk na en bewaar')
  expect((await coordinator.post(`${path}/confirmation`, { neighbours: '24038' })).status).toBe(303)
  const source = await world.database.owner.selectFrom('places.area_source').select('imported_by').executeTakeFirst()
  expect(source?.imported_by).toBe(userId)
  expect(readdirSync(folder)).toEqual([])
})

test('what is wrong with a large file of areas is said with its place, and it can be forgotten', async () => {
  const path = await sent('{"type":"FeatureCollection","features":[{"type":"Feature"', 'half.geojson')
  await doWaitingJobs(world)
  const refused = await page(path)
  for (const words of ['Zo kunnen we dit bestand niet bewaren', 'half.geojson', 'ends in the middle'])
    expect(refused).toContain(words)
  expect((await coordinator.post(`${path}/withdrawal`, {})).status).toBe(303)
  expect((await coordinator.get(path)).status).toBe(404)
})
