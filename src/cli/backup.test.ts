import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { configFrom } from '../platform/config/config.ts'
import { readEnvironment } from '../platform/config/env.ts'
import { addBackup, addRestore } from './backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-backup-place-'))

/** Runs the command with settings whose database cannot be reached, so that what is refused is refused before. */
function run(...words: readonly string[]): Promise<unknown> {
  const program = new Command()
  const environment = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    MEERNET_BACKUP_PASSPHRASE: 'five words that are long',
    MEERNET_VAR: folder,
  }
  const settings = () => ({ config: configFrom(readEnvironment(environment), folder), migrationsFolder: 'migrations' })
  addBackup(program, { settings, print: () => undefined })
  addRestore(program, { settings, print: () => undefined })
  return program.parseAsync(['node', 'meernet', ...words])
}

test('a backup with the name of a folder, or in one that is not there, is refused in words before anything is read', async () => {
  await expect(run('backup', folder)).rejects.toThrow(`${folder} is a folder. Name the file in it`)
  const away = join(folder, 'away')
  await expect(run('backup', join(away, 'today.meernet'))).rejects.toThrow(`The folder ${away} is not there.`)
})

test('restoring from a folder, or from nothing, is refused in words', async () => {
  await expect(run('restore', folder)).rejects.toThrow(`${folder} is a folder. Name the backup in it.`)
  await expect(run('restore', join(folder, 'none.meernet'))).rejects.toThrow('none.meernet is not there.')
})
