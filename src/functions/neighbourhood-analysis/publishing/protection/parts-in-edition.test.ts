import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../../tests/support/command-line.ts'
import { figureFile } from '../../../../../tests/support/files/figure-files.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { figureProtection } from './figure-protection.ts'

/** Three people live in the first of these sectors, which were drawn anew in 2025: each became one of another code. */
const people = { '23003A000': 3, '23003A001': 20, '23003A002': 30, '23003A003': 40 }
const codeAnew = (code: string) => code.replace('A', 'B')

let world: World
let town: TestMunicipality
const sectorIds = new Map<string, string>()

beforeAll(async () => {
  world = await openWorld()
  town = await makeMunicipality(world, 'Zennegem', '23003')
  const rows = Object.entries(people).map(([code, count]) => `23003|${code}|${count}`)
  const file = figureFile('bevolking.txt', `CD_REFNIS|CD_SECTOR|TOTAL\n${rows.join('\n')}\n`)
  await meernet(world, 'import', 'indicators', file, '--municipality', '23003', '--period', '2022', '--json')
  await drawAnew()
})
afterAll(() => world.close())

/** The sectors of 2025 as areas, and which of those of before each of them was. */
async function drawAnew(): Promise<void> {
  await world.app.transact(systemActor(town.id, 'test'), async (tx) => {
    const { edition } = await tx.db
      .selectFrom('analysis.indicator_value')
      .select('edition')
      .where('level', '=', 'sector')
      .executeTakeFirstOrThrow()
    const sourceId = uuidv7()
    const read = { source: 'Test', licence: 'CC0', file_name: 'was.csv', sha256: 'a'.repeat(64), form: 'table' }
    await tx.db
      .insertInto('places.area_source')
      .values({
        ...{ municipality_id: town.id, id: sourceId, kind: 'memberships', ...read, retrieved_on: '2026-01-01' },
        ...{ counts: '{}', remarks: '[]', imported_at: new Date(tx.now) },
      })
      .execute()
    for (const code of Object.keys(people)) {
      const id = uuidv7()
      sectorIds.set(code, id)
      const anew = { code: codeAnew(code), edition: '2025' }
      const area = { ...anew, municipality_id: town.id, id, name: code, level: 'sector', nis_code: '23003' }
      const shape = {
        geometry: '[]',
        min_x: 0,
        max_x: 1,
        min_y: 0,
        max_y: 1,
        origin: 'imported',
        is_approximate: false,
      }
      await tx.db
        .insertInto('places.area')
        .values({ ...area, ...shape })
        .execute()
      const became = { from_level: 'sector', from_edition: edition, from_code: code }
      const to = { to_level: 'sector', to_edition: '2025', to_code: anew.code }
      await tx.db
        .insertInto('places.area_membership')
        .values({
          ...{ municipality_id: town.id, kind: 'becomes', ...became, ...to },
          ...{ share: 1, quality: 'exact', nis_code: '23003', source_id: sourceId },
        })
        .execute()
    }
  })
}

test('P13 a neighbourhood of sectors that were drawn anew is protected beside the sectors of before', async () => {
  const coordinator = world.as(await makeStaff(world, town, { role: 'coordinator' }))
  const station = uuidv7()
  const parts = ['23003A000', '23003A002'].map((code) => sectorIds.get(code) ?? '')
  expect((await coordinator.post('/places', { id: station, name: 'Station', sectorIds: parts })).status).toBe(303)
  const { hidden } = await world.app.transact(systemActor(town.id, 'test'), (tx) =>
    figureProtection(tx, ['population']),
  )
  const areas = [...hidden].map((key) => key.split('\t')[2]?.split(' ').at(-1))
  expect(areas).toContain('23003A000')
  expect(areas.includes(station) || areas.includes('23003A002')).toBe(true)
  const profile = await (await coordinator.get(`/analysis/profile/${station}/figures.csv`)).text()
  expect(profile).toContain('population')
})

test('P13 a table that says which sectors lie where has it worked out anew what is hidden', async () => {
  const isKnown = async () => {
    const ofTown = world.database.owner.selectFrom('analysis.protected_indicator').selectAll()
    return (await ofTown.where('municipality_id', '=', town.id).execute()).length > 0
  }
  expect(await isKnown()).toBe(true)
  const lies = figureFile('ligt-in.csv', 'sector;wijk\n23003B000;23003W1\n23003B001;23003W1\n')
  const asked = ['--municipality', '23003', '--edition', '2025', '--source', 'Test', '--licence', 'CC0', '--json']
  await meernet(world, 'import', 'areas', lies, ...asked)
  expect(await isKnown()).toBe(false)
})
