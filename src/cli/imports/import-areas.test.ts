import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { publishedData } from '../../../tests/support/published-data.ts'
import { programFor } from '../program-for.ts'
import { runCommandLine } from '../run-command-line.ts'

/** Runs the command where neither a database nor settings are. */
async function areas(...args: readonly string[]) {
  let out = ''
  let err = ''
  const typed = ['import', 'areas', ...args]
  const exitCode = await runCommandLine(await programFor(typed), typed, {
    open: () => Promise.reject(new Error('no database here')),
    settings: () => {
      throw new Error('no settings here')
    },
    streams: { lines: Readable.from([]), write: () => undefined },
    output: {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      isJson: args.includes('--json'),
      isWatched: false,
    },
  })
  return { exitCode, out, err, json: out.startsWith('{') ? JSON.parse(out) : {} }
}

const leuven = publishedData('geo/sectors/statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz')
const zenne = publishedData('geo/sectors/statbel-sectors-20240101-zennevallei-wgs84.geojson')

test('a file of areas is counted whole without a database: form, system, levels, bounds and digest', async () => {
  const { exitCode, json } = await areas(leuven, '--dry-run', '--json')
  expect(exitCode).toBe(0)
  expect(json).toMatchObject({
    dryRun: true,
    file: 'statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz',
    form: 'GeoJSON',
    crs: 'EPSG:4326',
    crsStated: true,
    areas: 656,
    levels: [{ level: 'sector', edition: '2024', areas: 656, municipalities: 26, squareKilometres: 921.419 }],
    doubled: [],
    remarks: [],
  })
  expect(json.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(Math.round(json.bounds.minX)).toBe(155_528)
})

test('what a file does not state is said in words, and --edition fills it in', async () => {
  const { out } = await areas(zenne, '--dry-run')
  expect(out).toContain('states no system; its coordinates are those of EPSG:4326')
  expect(out).toContain('the edition of 154 areas is not stated; say it with --edition')
  expect(out).toContain('154 areas do not say in which municipality they lie')
  expect(out).toContain('Nothing was kept: a dry run.')
  const { json } = await areas(zenne, '--dry-run', '--edition', '2024', '--json')
  expect(json).toMatchObject({ levels: [{ edition: '2024' }] })
})

test('without --dry-run the command asks for the database, and is refused where there is none', async () => {
  const { exitCode, json } = await areas(leuven, '--json')
  expect(exitCode).toBe(1)
  expect(json.error).toMatchObject({ message: 'no database here' })
})

test('a wrong file is refused with what was expected', async () => {
  const addresses = publishedData('population/TA_POP_2018_M.xlsx')
  const { exitCode, json } = await areas(addresses, '--dry-run', '--json')
  expect(exitCode).toBe(1)
  expect(json.error).toMatchObject({ code: 'header', file: 'TA_POP_2018_M.xlsx' })
})
