import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'

test('a database whose keys are gone is refused with the cure, and left as it is', { timeout: 120_000 }, async () => {
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
