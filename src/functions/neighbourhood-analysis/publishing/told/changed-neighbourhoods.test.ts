import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../../tests/support/command-line.ts'
import { figureFile } from '../../../../../tests/support/files/figure-files.ts'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { gatherContents } from '../../reports/contents/gather.ts'
import { insertReport, saveContents, saveStep } from '../../reports/report-store.ts'

/** Three people live in the last of these sectors; who sees all others, and a neighbourhood with and without it, can count them. */
const people = { '23003A000': 20, '23003A001': 30, '23003A002': 40, '23003A003': 3 }

let world: World
let town: TestMunicipality
let coordinator: Browser
const sectorIds = new Map<string, string>()

beforeAll(async () => {
  world = await openWorld()
  town = await makeMunicipality(world, 'Zennegem', '23003')
  coordinator = world.as(await makeStaff(world, town, { role: 'coordinator' }))
  await importPeople(people)
  await keepSectors()
})
afterAll(() => world.close())

async function importPeople(counts: Readonly<Record<string, number>>): Promise<void> {
  const rows = Object.entries(counts).map(([code, count]) => `23003|${code}|${count}`)
  const file = figureFile('bevolking.txt', `CD_REFNIS|CD_SECTOR|TOTAL\n${rows.join('\n')}\n`)
  const asked = ['--municipality', '23003', '--period', '2024', '--json']
  const { json } = await meernet(world, 'import', 'indicators', file, ...asked)
  expect(json).toMatchObject({ figures: {} })
}

/** The sectors as areas of the edition that their figures have. */
async function keepSectors(): Promise<void> {
  await world.app.transact(systemActor(town.id, 'test'), async (tx) => {
    const { edition } = await tx.db
      .selectFrom('analysis.indicator_value')
      .select('edition')
      .where('level', '=', 'sector')
      .executeTakeFirstOrThrow()
    for (const code of Object.keys(people)) {
      const id = uuidv7()
      sectorIds.set(code, id)
      const area = { municipality_id: town.id, id, code, edition, name: code, level: 'sector', nis_code: '23003' }
      await tx.db
        .insertInto('places.area')
        .values({ ...area, origin: 'imported', is_approximate: false, ...noShape })
        .execute()
    }
  })
}

const noShape = { geometry: '[]', min_x: 0, max_x: 1, min_y: 0, max_y: 1 } as const

/** Makes a neighbourhood of these sectors, or changes it when it has a version. */
async function compose(id: string, codes: readonly string[], version?: number): Promise<void> {
  const parts = { sectorIds: codes.map((code) => sectorIds.get(code) ?? '') }
  const path = version === undefined ? '/places' : `/places/${id}`
  const form = { id, name: `Buurt ${id}`, ...parts, ...(version !== undefined && { version: String(version) }) }
  expect((await coordinator.post(path, form)).status).toBe(303)
}

/** How many people a reader is told live in a neighbourhood, or why that is not told. */
async function inhabitantsOf(id: string): Promise<string | undefined> {
  const file = await (await coordinator.get(`/analysis/profile/${id}/figures.csv`)).text()
  const rows = file.split('\n').map((line) => line.split(';'))
  const row = rows.find((one) => one.includes('population'))
  // Value, and why there is none.
  return row?.slice(8, 10).join('')
}

test('P13 a neighbourhood that lost its smallest sector is not told beside what it was', async () => {
  const station = uuidv7()
  const [a = '', b = '', , small = ''] = Object.keys(people)
  await compose(station, [a, b, small])
  expect(await inhabitantsOf(station)).toBe('53')
  await compose(station, [a, b], 1)
  expect(await inhabitantsOf(station)).toBe('hidden')
  await compose(station, [a, b, small], 2)
  expect(await inhabitantsOf(station)).toBe('53')
})

test('P13 what an analysis told before anything was kept of it is known when figures are protected first', async () => {
  const station = uuidv7()
  const [a = '', , c = '', small = ''] = Object.keys(people)
  await compose(station, [a, c, small])
  await publishAnalysis(station)
  await compose(station, [a, c], 1)
  const owner = world.database.owner
  for (const table of ['analysis.told_table', 'analysis.protected_indicator'] as const)
    await owner.deleteFrom(table).where('municipality_id', '=', town.id).execute()
  expect(await inhabitantsOf(station)).toBe('hidden')
})

/** An analysis of one neighbourhood as residents read it. */
async function publishAnalysis(areaId: string): Promise<void> {
  const [id, today, choice] = [uuidv7(), '2026-11-23', { leftOutFindings: [], leftOutIndicators: [] }]
  await world.app.transact(await makeStaff(world, town, { role: 'coordinator' }), async (tx) => {
    const report = { id, title: 'Station', areaIds: [areaId], aboutYear: 2026 }
    await insertReport(tx, { ...report, followsId: null, language: 'nl', startedOn: today, startedBy: uuidv7() })
    await saveContents(
      tx,
      { id, version: 1, ...choice },
      await gatherContents(tx, { ...report, ...choice }, today),
      uuidv7(),
    )
    await saveStep(tx, { id, version: 2 }, { state: 'published', publishedOn: today, publishedBy: uuidv7() })
  })
}
