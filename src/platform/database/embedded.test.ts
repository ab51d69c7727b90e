import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isInitialised, removeWithDatabase, startEmbedded } from './embedded.ts'
import { embeddedPaths } from './embedded-paths.ts'

test('a database whose keys are gone is refused with the cure, and left as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meernet-keyless-'))
  chmodSync(folder, 0o755)
  try {
    await (await startEmbedded(folder)).stop()
    rmSync(join(folder, 'keys'), { recursive: true })
    await expect(startEmbedded(folder)).rejects.toThrow(/Put the copy of the keys back/)
    expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true)
    expect(existsSync(join(folder, 'keys'))).toBe(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a folder that only its owner may enter goes with its database, wherever that had to lie', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meernet-closed-'))
  chmodSync(folder, 0o700)
  const server = await startEmbedded(folder)
  expect(existsSync(join(server.dataFolder, 'PG_VERSION'))).toBe(true)
  await server.stop()
  removeWithDatabase(folder)
  expect([folder, dirname(server.dataFolder)].filter((one) => existsSync(one))).toEqual([])
})

test('asking whether there is a database lays down nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meernet-asked-'))
  chmodSync(folder, 0o700)
  expect(isInitialised(folder)).toBe(false)
  const { standIn, dataFolder } = embeddedPaths(folder)
  expect([standIn ?? '', dataFolder].filter((one) => existsSync(one))).toEqual([])
  rmSync(folder, { recursive: true, force: true })
})
