import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../config/config.ts'

/** The master key and where it is; `isNew` when this start made it, so that the administrator can be told. */
export type MasterKey = { readonly key: Buffer; readonly file: string | undefined; readonly isNew: boolean }

/**
 * From the settings, or from `var/keys/master-key` (mode 600), made at the first start. Refuses a key file that others can
 * read, and refuses to make a new key when `mayCreate` is false: a database that already has data needs its own key back.
 */
export function masterKeyOf(config: Pick<Config, 'masterKey' | 'varFolder'>, mayCreate: boolean): MasterKey {
  if (config.masterKey) return { key: config.masterKey, file: undefined, isNew: false }
  const file = join(config.varFolder, 'keys', 'master-key')
  const isNew = !existsSync(file)
  if (isNew) {
    if (!mayCreate)
      throw new Error(
        `${file} is missing, and the database has data sealed with it. Put the file back, or set MEERNET_MASTER_KEY.`,
      )
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} can be read by others. Run: chmod 600 ${file}`)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new Error(`${file} does not hold a 32-byte key in base64.`)
  return { key, file, isNew }
}
