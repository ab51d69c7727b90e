import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { ageAndSexKey, ageBands, sexes } from '../../src/functions/neighbourhood-analysis/age-and-sex.ts'
import { figuresChanged, importFigures } from '../../src/functions/neighbourhood-analysis/without-pages.ts'
import { systemActor } from '../../src/platform/access/actor.ts'
import { openTables } from '../../src/platform/published-files/open-tables.ts'
import { mappingSchema } from '../../src/registers/published-figures/index.ts'
import type { Beside } from '../open.ts'
import { chances } from '../suppression/chances.ts'

const published = new URL('../../../shared/data/geo/sectors/sector-centroids-population-2024.json.gz', import.meta.url)
const columns = ['population', ...sexes.flatMap((sex) => ageBands.map((band) => ageAndSexKey(sex, band)))]

/**
 * Brings the inhabitants of every sector of Brussels into the demo, by men and women of nine ages as chance divides them, the same for a year; and
 * has it forgotten what of them is hidden.
 */
export async function bringPyramids(beside: Beside, years: readonly number[]): Promise<void> {
  const { rows } = await sql<{ id: string; nisCode: string }>`
    select id, nis_code as "nisCode" from municipalities.municipality`.execute(beside.owner)
  const [town = { id: '', nisCode: '' }] = rows
  for (const year of years) await bringPyramid(beside, town, year)
  await beside.transact(systemActor(town.id, 'bench'), figuresChanged)
}

type Town = { readonly id: string; readonly nisCode: string }

async function bringPyramid({ transact }: Beside, { id, nisCode }: Town, year: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'meernet-bench-pyramid-'))
  const path = join(folder, 'pyramid.csv')
  writeFileSync(path, [`town;sector;year;${columns.join(';')}`, ...rowsOf(nisCode, year)].join('\n'))
  const file = await openTables(path)
  try {
    const wishes = { mapping, period: undefined, edition: undefined, missing: {} }
    const asked = { file, nisCode, wishes, provenance: { source: 'Bench', licence: 'CC0' } }
    const clock = () => new Date()
    const imported = await importFigures({ transact, clock }, systemActor(id, 'bench'), asked)
    if (imported.kind !== 'imported') throw new Error(`the pyramid of ${year}: ${imported.reason}`)
  } finally {
    file.close()
    rmSync(folder, { recursive: true })
  }
}

const mapping = mappingSchema.parse({
  ...{ layout: 'bench', source: 'Bench', licence: 'CC0', municipality: 'town', period: { column: 'year' } },
  area: { column: 'sector', level: 'sector' },
  measures: columns.map((indicator) => ({ column: indicator, indicator, kind: 'count', unit: 'persons' })),
})

function rowsOf(nisCode: string, year: number): readonly string[] {
  const chance = chances(year)
  const sectors: readonly { sc: string; pop: number }[] = JSON.parse(
    gunzipSync(readFileSync(fileURLToPath(published))).toString(),
  )
  return sectors
    .filter(({ sc }) => sc.startsWith('21'))
    .map(({ sc, pop }) => {
      const parts = columns.slice(1).map(() => Math.round((pop / 9) * chance()))
      return [nisCode, sc, year, parts.reduce((sum, part) => sum + part, 0), ...parts].join(';')
    })
}
