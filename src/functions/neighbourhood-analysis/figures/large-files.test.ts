import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { doWaitingJobs, doWorkOfTheClock } from '../../../../tests/support/jobs.ts'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  mondayMorning,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'

// Every file counts as large here, and one of more than 2 kB as too large.
const folder = mkdtempSync(join(tmpdir(), 'meernet-sent-'))
let world: World
let here: TestMunicipality
let coordinator: Browser
let colleague: Browser

beforeAll(async () => {
  world = await openWorld({ sentFiles: { folder, largestBytes: 2000, atOnceBytes: 0 } })
  here = await makeMunicipality(world, 'Pelt', '72043')
  coordinator = world.as(await makeStaff(world, here))
  colleague = world.as(await makeStaff(world, here))
})
afterEach(async () => {
  world.setNow(mondayMorning)
  await sql`truncate platform.sent_file cascade`.execute(world.database.owner)
  await sql`delete from graphile_worker._private_jobs`.execute(world.database.owner)
  expect(readdirSync(folder)).toEqual([])
})
afterAll(() => world.close())

const population =
  'CD_REFNIS|CD_SECTOR|TOTAL|TX_DESCR_SECTOR_NL\n72043|72025A00-|3295|CENTRUM\n72043|72029A10-|1200|OVERPELT\n'

async function send(content: string, over: Record<string, string> = {}, browser = coordinator): Promise<Response> {
  const form = new FormData()
  for (const [key, value] of Object.entries({ period: '2023', ...over })) form.set(key, value)
  form.set('file', new File([content], 'sectoren.txt'))
  return browser.postFiles('/analysis/figures/imports', form)
}

async function sentTo(content: string, over: Record<string, string> = {}): Promise<string> {
  const answer = await send(content, over)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const page = async (path: string) => (await coordinator.get(path)).text()
const versionIn = (html: string) => /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''
const readAnew = (path: string, html: string, said: Record<string, string> = {}) =>
  coordinator.post(`${path}/reading`, { version: versionIn(html), ...said })

test('a large file is read in the background; its page says so, and then shows what is in it', async () => {
  const path = await sentTo(population)
  const waiting = await page(path)
  for (const words of ['We lezen het bestand', 'sectoren.txt', 'Kijk opnieuw', 'data-follows'])
    expect(waiting).toContain(words)
  expect(await page('/analysis/figures')).toContain('wacht op lezen')
  expect((await colleague.get(path)).status).toBe(404)

  await doWaitingJobs(world)
  const read = await page(path)
  for (const words of ['2 rijen gelezen', '4.495', 'statbel-population-by-sector']) expect(read).toContain(words)
  expect(await page('/analysis/figures')).toContain('kijk na en bewaar')
  expect(await partsKept()).toBe(0)
  const kept = await coordinator.post(`${path}/confirmation`, {})
  expect(await (await coordinator.get(kept.headers.get('location') ?? '')).text()).toContain('CENTRUM')
})

test('a file that is stopped before it is read leaves nothing, and its job does nothing', async () => {
  const path = await sentTo(population)
  expect((await coordinator.post(`${path}/withdrawal`, {})).status).toBe(303)
  await doWaitingJobs(world)
  expect((await coordinator.get(path)).status).toBe(404)
  expect(await partsKept()).toBe(0)
})

test('a refused file says where, and is read anew with what is said about it, without being sent again', async () => {
  const path = await sentTo(population.replace('1200', 'ND'))
  await doWaitingJobs(world)
  const refused = await page(path)
  for (const words of ['Zo kunnen we dit bestand niet bewaren', 'TOTAL', 'value="2023"'])
    expect(refused).toContain(words)
  const wrong = await readAnew(path, refused, { period: '2023', missing: 'ND=geheim' })
  expect(wrong.status).toBe(422)
  expect((await readAnew(path, refused, { period: '2023', missing: 'ND=hidden' })).status).toBe(303)
  await doWaitingJobs(world)
  expect(await page(path)).toContain('2 rijen gelezen')
})

test('what a large file does not say is asked while the file stays', async () => {
  const path = await sentTo(population, { period: '' })
  await doWaitingJobs(world)
  const asking = await page(path)
  expect(asking).toContain('Vul die in.')
  await readAnew(path, asking, { period: '2023' })
  await doWaitingJobs(world)
  expect(await page(path)).toContain('2 rijen gelezen')
})

test('a large file in an unknown layout asks what its columns hold, and is then read in the background', async () => {
  const path = await sentTo('wijkcode;wijk;inwoners totaal\n72043W01;Boseind;5023\n72043W02;Centrum;1011\n')
  await doWaitingJobs(world)
  const explain = (await coordinator.get(path)).headers.get('location') ?? ''
  expect(explain).toMatch(/^\/analysis\/figures\/unknown\//)
  expect(await page(explain)).toContain('inwoners totaal')
  const said = {
    layout: 'wijkcijfers',
    level: 'neighbourhood',
    source: 'Gemeente Pelt',
    licence: 'CC BY 4.0',
    period: '2023',
    'role-0': 'area',
    'role-1': 'areaName',
    'role-2': 'count',
    'indicator-2': 'Inwoners',
  }
  expect((await coordinator.post(explain, said)).headers.get('location')).toBe(path)
  await doWaitingJobs(world)
  expect(await page(path)).toContain('6.034')
})

test('a reader that is no longer there is not waited for, and is not heard when it comes back', async () => {
  const path = await sentTo(population)
  const owner = world.database.owner
  await sql`update platform.sent_file set state = 'reading', step = 'reading', read_count = 41, version = 2`.execute(
    owner,
  )
  expect(await page(path)).toContain('41 rijen gelezen')
  world.setNow(new Date(mondayMorning.getTime() + 60_000))
  const stopped = await page(path)
  for (const words of ['Het lezen is gestopt', 'Lees het opnieuw', 'Vergeet het bestand'])
    expect(stopped).toContain(words)
  expect((await readAnew(path, stopped)).status).toBe(303)
  expect(await versionOf(path)).toBe(3)
  await doWaitingJobs(world)
  expect(await page(path)).toContain('2 rijen gelezen')
})

test('a fault of ours stops the reading, is left for the worker to report, and the file is still there', async () => {
  const path = await sentTo(population)
  await sql`alter table analysis.figure_import add constraint broken check (false) not valid`.execute(
    world.database.owner,
  )
  await doWaitingJobs(world)
  const stopped = await page(path)
  expect(stopped).toContain('Er ging iets mis bij ons, niet met uw bestand.')
  await sql`alter table analysis.figure_import drop constraint broken`.execute(world.database.owner)
  await readAnew(path, stopped)
  await doWaitingJobs(world)
  expect(await page(path)).toContain('2 rijen gelezen')
})

test('a file of which the bytes are lost asks to be sent again', async () => {
  const path = await sentTo(population)
  await sql`truncate platform.sent_file_part`.execute(world.database.owner)
  await doWaitingJobs(world)
  expect(await page(path)).toContain('Verstuur het opnieuw.')
})

test('a file that is too large is refused with how large it may be, and what was typed stays', async () => {
  const answer = await send(population + 'x'.repeat(3000), { source: 'Eigen bron' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const words of ['Dit bestand is groter dan', 'meernet import indicators', 'Eigen bron'])
    expect(html).toContain(words)
  expect((await send('x'.repeat(20_000))).status).toBe(413)
  expect(await page('/analysis/figures/new')).toContain('Ten hoogste 0,1 MB.')
})

test('a disk that fills up while a file comes in is said, and leaves nothing', async () => {
  await sql`create function platform.full_disk() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`.execute(
    world.database.owner,
  )
  await sql`create trigger full_disk before insert on platform.sent_file_part
    for each row execute function platform.full_disk()`.execute(world.database.owner)
  const answer = await send(population)
  await sql`drop function platform.full_disk cascade`.execute(world.database.owner)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Er is nu geen plaats voor dit bestand.')
  expect(await page('/analysis/figures')).not.toContain('wacht op lezen')
})

test('three files of one person wait at most, and those that nobody goes on with go after a day', async () => {
  for (let nth = 0; nth < 3; nth += 1) await sentTo(population)
  expect(await (await send(population)).text()).toContain('U hebt al drie bestanden')
  expect((await send(population, {}, colleague)).status).toBe(303)
  world.setNow(new Date(mondayMorning.getTime() + 25 * 3600 * 1000))
  await doWorkOfTheClock(world, here.id)
  expect(await page('/analysis/figures')).not.toContain('wacht op lezen')
  expect(await partsKept()).toBe(0)
})

async function partsKept(): Promise<number> {
  const parts = await world.database.owner.selectFrom('platform.sent_file_part').select('place').execute()
  return parts.length
}

async function versionOf(path: string): Promise<number | undefined> {
  const id = path.split('/').at(-1) ?? ''
  const row = await world.database.owner
    .selectFrom('platform.sent_file')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.version
}
