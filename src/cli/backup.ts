import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import {
  BackupDamaged,
  type BackupSecret,
  freeBytesIn,
  type Restored,
  RestoreRefused,
  restoreBackup,
  verifyBackup,
  writeBackup,
} from '../platform/backup/index.ts'
import { CommandRefused } from '../platform/command-line/command.ts'
import type { Config } from '../platform/config/config.ts'
import { isInitialised, startEmbedded } from '../platform/database/embedded.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import { keepRestoredKey, masterKeyOf, readMasterKey } from '../platform/encryption/master-key.ts'
import { type Applied, followDeletions, followedWords, type Journal, readJournalFor } from './deletions.ts'
import { openForCommand, stopWhenUnused } from './open.ts'
import type { CareNeeds } from './settings.ts'

/** `backup <file>`: one sealed file of everything, proved by restoring it in a scratch folder. */
export function addBackup(program: Command, { settings, print }: CareNeeds): void {
  program
    .command('backup')
    .description('write everything, keys included, to one sealed file, and prove it by restoring it aside')
    .argument('<file>', 'where to write it')
    .option('--no-verify', 'do not restore it aside; a backup nobody restored is a hope')
    .action(async (name: string, { verify }: { verify: boolean }) => {
      const { config, migrationsFolder } = settings()
      const secret = secretOf(config)
      const file = resolve(name)
      requirePlaceFor(file)
      const migrations = readMigrations(migrationsFolder)
      // NOTE not brought up to date first: the backup before an update holds the state before it.
      const embedded = config.databaseUrl ? undefined : await startEmbedded(requireDatabase(config))
      try {
        let verified: Awaited<ReturnType<typeof verifyBackup>> | undefined
        const check = async (unfinished: string) => {
          if (!verify) return
          verified = await verifyBackup(unfinished, secret, { scratchFolder: config.varFolder, migrations })
        }
        const { key, all } = masterKeyOf(config, false)
        const url = config.databaseUrl ?? embedded?.url ?? ''
        const source = { url, masterKey: all()[0] ?? key, now: new Date() }
        const { bytes } = await writeBackup(source, file, secret, check)
        const proof = verified
          ? `Restored it aside to prove it: ${verified.rows} rows in ${verified.tables} tables, ${verified.auditLines} lines of the log follow, its keys open.`
          : 'It was NOT proved by restoring it.'
        const lines = [`Wrote ${file} (${Math.ceil(bytes / 1024)} KiB).`, proof, holdsTheKey]
        const { rows = null, tables = null, municipalities = null, auditLines = null } = verified ?? {}
        print({ lines, json: { file, bytes, verified: verify, rows, tables, municipalities, auditLines } })
      } finally {
        if (embedded) await stopWhenUnused(embedded)
      }
    })
}

/** Asked first: a whole backup is not made to find out at the end that its name is a folder's. */
function requirePlaceFor(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandRefused('is-folder', `${file} is a folder. Name the file in it, such as ${file}/today.meernet.`)
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory())
    throw new CommandRefused('no-folder', `The folder ${dirname(file)} is not there. Make it first.`)
}

function requireDatabase({ varFolder }: Config): string {
  if (isInitialised(varFolder)) return varFolder
  throw new CommandRefused('no-database', `There is no database in ${varFolder}. Look at MEERNET_VAR.`)
}

const holdsTheKey =
  'The master key is in it: with the file and its passphrase or key file somebody reads everything. Keep the two apart.'

/** `restore <file>`: fills an empty installation, whole or not at all. */
export function addRestore(program: Command, { settings, print }: CareNeeds): void {
  program
    .command('restore')
    .description('fill an empty installation from a backup; refuses one that holds anything')
    .argument('<file>', 'the backup')
    .option(
      '--deletions <journal>',
      'delete again what this journal (deletions.jsonl) says was deleted since; once for the file of each worker',
      (one: string, before: readonly string[] = []) => [...before, one],
    )
    .action(async (name: string, { deletions }: { deletions?: readonly string[] }) => {
      const { config, migrationsFolder } = settings()
      const secret = secretOf(config)
      const file = resolve(name)
      const found = statSync(file, { throwIfNoEntry: false })
      if (!found) throw new CommandRefused('no-file', `${file} is not there.`)
      if (found.isDirectory()) throw new CommandRefused('is-folder', `${file} is a folder. Name the backup in it.`)
      // Before anything is restored: a journal that cannot be read must not be found out afterwards.
      const journal = deletions ? await readJournalFor(deletions) : undefined
      mkdirSync(config.varFolder, { recursive: true, mode: 0o755 })
      const embedded = config.databaseUrl ? undefined : await startEmbedded(config.varFolder)
      let undoKey = () => {}
      let restored: Restored
      try {
        restored = await restoreBackup(file, secret, {
          url: config.databaseUrl ?? embedded?.url ?? '',
          migrations: readMigrations(migrationsFolder),
          // A server of somebody else may stand anywhere.
          freeBytes: embedded ? () => freeBytesIn(embedded.dataFolder) : undefined,
          keepMasterKey: (key) => {
            undoKey = keepRestoredKey(config, key)
          },
        })
      } catch (error) {
        undoKey()
        throw refusalOf(error)
      } finally {
        if (embedded) await stopWhenUnused(embedded)
      }
      const followed = journal && (await followAfterRestore(config, migrationsFolder, journal))
      const lines = [
        `Restored ${restored.rows} rows in ${restored.tables} tables, as they were on ${restored.createdAt}.`,
        ...(restored.updated.length > 0 ? [`Brought it up to date: ${restored.updated.join(', ')}.`] : []),
        ...(followed && journal ? followedWords(followed, journal) : [deletedIsBack]),
      ]
      print({
        lines,
        json: { ...restored, deletions: followed && journal ? { ...followed, cutOff: journal.cutOff } : null },
      })
    })
}

const deletedIsBack =
  'What was deleted after that moment is back: run deletions follow <journal> before anybody works with it (see the guide).'

/** Opened anew: the restore is done and kept, also when following fails and has to be run again by itself. */
async function followAfterRestore(config: Config, migrationsFolder: string, journal: Journal): Promise<Applied> {
  const { needs, close } = await openForCommand(config, migrationsFolder, () => undefined)
  try {
    return await followDeletions(needs, journal)
  } finally {
    await close()
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof BackupDamaged) return new CommandRefused('damaged', error.message)
  if (error instanceof RestoreRefused) return new CommandRefused('refused', error.message)
  return error
}

function secretOf({ backup: { passphrase, keyFile } }: Config): BackupSecret {
  if (passphrase && keyFile)
    throw new CommandRefused('two-secrets', 'Set MEERNET_BACKUP_PASSPHRASE or MEERNET_BACKUP_KEY_FILE, not both.')
  if (passphrase) return { kind: 'passphrase', words: passphrase }
  if (!keyFile)
    throw new CommandRefused(
      'no-secret',
      'Set MEERNET_BACKUP_PASSPHRASE, or MEERNET_BACKUP_KEY_FILE to a file with a key.',
    )
  if (!statSync(keyFile, { throwIfNoEntry: false }))
    throw new CommandRefused(
      'no-key-file',
      `${keyFile} is not there. Make one: (umask 077; mkdir -p ${dirname(keyFile)}; head -c 32 /dev/urandom | base64 > ${keyFile})`,
    )
  return { kind: 'keyFile', key: readMasterKey(keyFile) }
}
