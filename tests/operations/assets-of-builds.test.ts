import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetOldAssets } from '../../scripts/keep-recent-assets.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'meernet-assets-'))
  mkdirSync(join(dir, 'assets'))
})
afterEach(() => rmSync(dir, { recursive: true }))

/** A build of these files on a day of November, of which a week is kept. */
async function build(day: number, ...names: readonly string[]): Promise<readonly string[]> {
  const now = new Date(Date.UTC(2026, 10, day))
  for (const name of names.flatMap((one) => [one, `${one}.br`])) {
    writeFileSync(join(dir, 'assets', name), name)
    utimesSync(join(dir, 'assets', name), now, now)
  }
  await forgetOldAssets(dir, ['manifest.json', ...names.map((name) => `assets/${name}`)], { hours: 168, now })
  return readdirSync(join(dir, 'assets')).filter((name) => !name.endsWith('.br'))
}

test('files of the build before stay for pages that are open, however long ago it was made', async () => {
  await build(1, 'web-a.js', 'shared.js')
  expect(await build(29, 'web-b.js', 'shared.js')).toEqual(['shared.js', 'web-a.js', 'web-b.js'])
})

test('a week after a file left the build the next build takes it away, its compressed twin too', async () => {
  await build(1, 'web-a.js')
  await build(10, 'web-b.js')
  expect(await build(14, 'web-c.js')).toEqual(['web-a.js', 'web-b.js', 'web-c.js'])
  expect(await build(18, 'web-d.js')).toEqual(['web-b.js', 'web-c.js', 'web-d.js'])
  expect(readdirSync(join(dir, 'assets'))).not.toContain('web-a.js.br')
})

test('a file that comes back into the build stays', async () => {
  await build(1, 'web-a.js')
  await build(2, 'web-b.js')
  await build(3, 'web-a.js')
  expect(await build(20, 'web-a.js')).toEqual(['web-a.js'])
})

test('files of which no list tells are given their week', async () => {
  await build(1, 'web-a.js')
  rmSync(join(dir, 'assets-of-last-build.json'))
  expect(await build(29, 'web-b.js')).toEqual(['web-a.js', 'web-b.js'])
})
