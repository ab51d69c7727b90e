import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refuseLargeHeldWhole } from './held-whole.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-whole-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileThatBegins(name: string, start: string | Buffer, megabytes = 17): string {
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat([Buffer.from(start), Buffer.alloc(megabytes * 1024 * 1024, ' ')]))
  return path
}

test.each([
  ['an old workbook', 'a.xls', Buffer.from('d0cf11e0', 'hex')],
  ['TopoJSON', 'a.json', '{"type":"Topology","arcs":['],
  ['a list of facts', 'facts.json', '\ufeff [{"a":1}'],
])('%s that is large is for the command', async (_what, name, start) => {
  await expect(refuseLargeHeldWhole(fileThatBegins(name, start))).rejects.toThrow('more than 16 MB')
  await refuseLargeHeldWhole(fileThatBegins(name, start, 15))
})

test.each([
  ['text', 'a.csv', 'a;b\n'],
  ['GeoJSON', 'a.geojson', '{"name":"x","type": "FeatureCollection"'],
  ['SQLite', 'a.gpkg', 'SQLite format 3\0'],
  ['gzip', 'a.gz', Buffer.from('1f8b08', 'hex')],
])('%s is read piece by piece, however large', async (_what, name, start) => {
  await refuseLargeHeldWhole(fileThatBegins(name, start))
})
