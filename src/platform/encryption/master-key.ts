import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { MasterKeys } from './wrapping.ts'

/** The master key and where it is; `isNew` when this start made it, so that the administrator can be told. */
export type MasterKey = {
  readonly key: Buffer
  readonly file: string | undefined
  readonly isNew: boolean
  /** The keys as they are at the moment of asking: while the master key is changed there are two. */
  readonly all: MasterKeys
}

/** What about keys stands in the settings. */
export type KeySettings = Pick<Config, 'masterKey' | 'varFolder'> & Partial<Pick<Config, 'oldMasterKey'>>

/** The file of the master key, and the one beside it that holds its successor while it is changed. */
export const masterKeyFile = (varFolder: string) => join(varFolder, 'keys', 'master-key')
export const nextMasterKeyFile = (varFolder: string) => `${masterKeyFile(varFolder)}.next`

/**
 * From the settings, or from `var/keys/master-key` (mode 600), made at the first start. Refuses a key file that others can
 * read, and refuses to make a new key when `mayCreate` is false: a database that already has data needs its own key back.
 */
export function masterKeyOf(config: KeySettings, mayCreate: boolean): MasterKey {
  const { masterKey, oldMasterKey } = config
  if (masterKey) {
    const all = oldMasterKey ? [masterKey, oldMasterKey] : [masterKey]
    return { key: masterKey, file: undefined, isNew: false, all: () => all }
  }
  const file = masterKeyFile(config.varFolder)
  const isNew = !existsSync(file)
  if (isNew) {
    if (!mayCreate)
      throw new Error(
        `${file} is missing, and the database has data sealed with it. Put the file back, or set MEERNET_MASTER_KEY.`,
      )
    writeMasterKey(file, randomBytes(32))
  }
  const next = nextMasterKeyFile(config.varFolder)
  const all = () => [...(existsSync(next) ? [readMasterKey(next)] : []), readMasterKey(file)]
  return { key: readMasterKey(file), file, isNew, all }
}

/** Writes a key that only the owner of the process can read, onto the disk before anything is sealed with it; refuses to replace one. */
export function writeMasterKey(file: string, key: Buffer): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
}

/**
 * Keeps the master key that came with a backup where the settings want it; gives how to undo that. Refuses when another key
 * is there: it may be the only one of some other installation.
 */
export function keepRestoredKey(config: KeySettings, key: Buffer): () => void {
  if (config.masterKey) {
    if (config.masterKey.equals(key)) return () => undefined
    throw new Error('MEERNET_MASTER_KEY is not the key of this backup. Leave it out, and the key is put in a file.')
  }
  const file = masterKeyFile(config.varFolder)
  if (!existsSync(file)) {
    writeMasterKey(file, key)
    return () => rmSync(file, { force: true })
  }
  if (readMasterKey(file).equals(key)) return () => undefined
  throw new Error(`${file} is the key of another installation. Restore with another folder in MEERNET_VAR.`)
}

/** Reads a key of 32 bytes; refuses a file that others can read, and one that holds something else. */
export function readMasterKey(file: string): Buffer {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} can be read by others. Run: chmod 600 ${file}`)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new Error(`${file} does not hold a 32-byte key in base64.`)
  return key
}
