import { existsSync, readdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Config, ConfigError } from '../config/config.ts'
import { masterKeyFile, nextMasterKeyFile, readMasterKey } from '../encryption/master-key.ts'
import { leakedPasswordsIn } from '../identity/accounts/leaked-passwords.ts'
import { smtpOver } from '../mail/index.ts'
import { attention, type Finding, well, wrong } from './finding.ts'

/** Settings that are each right and together not what a real installation wants. */
export function examineSettings(config: Config): readonly Finding[] {
  const found: Finding[] = []
  const isReal = !config.demo
  if (isReal && !config.baseUrl)
    found.push(
      attention(
        'configuration',
        'MEERNET_BASE_URL is not set: links in mails and on paper point to this machine.',
        'Set it to the address people use, such as https://meernet.example.',
      ),
    )
  if (config.baseUrl?.startsWith('http:') && !/^http:\/\/(localhost|127\.)/.test(config.baseUrl))
    found.push(
      wrong(
        'configuration',
        'MEERNET_BASE_URL has no https: what people type can be read on the way.',
        'Put a reverse proxy with a certificate before it and give the https address.',
      ),
    )
  if (config.baseUrl?.startsWith('https:') && !config.isBehindProxy)
    found.push(
      attention(
        'configuration',
        'The address has https, so a proxy stands before us, and MEERNET_BEHIND_PROXY is not yes: limits count the proxy as one caller.',
        'Set MEERNET_BEHIND_PROXY=yes when the proxy writes X-Forwarded-For.',
      ),
    )
  if (isReal && config.mailFrom.includes('@localhost'))
    found.push(
      attention('configuration', 'MEERNET_MAIL_FROM is not set.', 'Set it to an address that may be answered.'),
    )
  if (!/[^\s<>@]+@[^\s<>@]+/.test(config.mailFrom))
    found.push(
      wrong(
        'configuration',
        `MEERNET_MAIL_FROM is "${config.mailFrom}": there is no address in it, and mail servers refuse such mail.`,
        'Give it as "Meernet <meernet@example.org>".',
      ),
    )
  if (config.role !== 'worker' && config.metrics && samePlace(config.metrics, config))
    found.push(
      wrong(
        'configuration',
        `MEERNET_METRICS_PORT and PORT are both ${config.port}: measurements would stand where the pages should.`,
        'Give measurements a port of their own, such as 3090.',
      ),
    )
  try {
    if (config.leakedPasswordsFile) leakedPasswordsIn(config.leakedPasswordsFile)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    found.push(wrong('configuration', error.message, 'Put a list there, or take the setting away.'))
  }
  return found.length > 0 ? found : [well('configuration', 'The settings agree with each other.')]
}

type Place = { readonly host: string; readonly port: number }
const samePlace = (one: Place, other: Place) => one.port !== 0 && one.port === other.port && one.host === other.host

/** Settings that nothing reads: who typed them believes that they hold. */
export const examineNames = (unknown: readonly string[]): readonly Finding[] =>
  unknown.map((name) =>
    attention(
      'configuration',
      `${name} is no setting of Meernet: nothing reads it.`,
      'Look how it is written in docs/administrator.md, or take it away.',
    ),
  )

const gigabyte = 1024 ** 3

/** Room on the disk of data, keys and mail files. */
export async function examineDisk({ varFolder }: Pick<Config, 'varFolder'>): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(nearestFolder(varFolder))
  const [free, share] = [bavail * bsize, bavail / Math.max(1, blocks)]
  const words = `${(free / gigabyte).toFixed(1)} GB free (${Math.round(share * 100)} %) where ${varFolder} is.`
  const cure =
    'Remove old backups and logs, or give the disk more room. A full disk stops every act; nothing is lost by it.'
  if (free < gigabyte || share < 0.02) return wrong('disk', words, cure)
  return free < 5 * gigabyte || share < 0.1 ? attention('disk', words, cure) : well('disk', words)
}

/** The folder, or before a first start the nearest above it that exists. */
const nearestFolder = (folder: string): string => (existsSync(folder) ? folder : nearestFolder(dirname(folder)))

/** Whether the mail server answers and accepts us; nothing is sent. */
export async function examineMail({ smtpUrl, demo }: Pick<Config, 'smtpUrl' | 'demo'>): Promise<Finding> {
  if (!smtpUrl) {
    const words = 'There is no mail server: mail is written to files.'
    return demo ? well('mail', words) : attention('mail', words, 'Set SMTP_URL and MEERNET_MAIL_FROM.')
  }
  const smtp = await smtpOver(smtpUrl, 5000)
  try {
    await smtp.verify()
    return well('mail', 'The mail server answers.')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    const cure =
      code === 'EAUTH'
        ? 'It refuses our name or password: look at SMTP_URL.'
        : 'Look at host and port in SMTP_URL and whether a firewall is between. Mail waits meanwhile; none is lost.'
    return wrong('mail', `The mail server cannot be used (${code}).`, cure)
  } finally {
    smtp.close()
  }
}

/** Whether the file of the master key is there and only ours. Whether it fits the data is asked of the database. */
export function examineKeyFile(config: Pick<Config, 'masterKey' | 'varFolder'>): readonly Finding[] {
  if (config.masterKey) return [well('keys', 'The master key comes from MEERNET_MASTER_KEY.')]
  const file = masterKeyFile(config.varFolder)
  if (!existsSync(file))
    return [
      existsSync(dirname(file))
        ? wrong(
            'keys',
            `${file} is missing.`,
            'Put it back from where you keep a copy, or restore a backup: it is inside.',
          )
        : attention('keys', 'There are no keys yet.', 'The first start makes them.'),
    ]
  const found: Finding[] = []
  for (const name of readdirSync(dirname(file))) {
    const path = `${dirname(file)}/${name}`
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      found.push(wrong('keys', `${path} can be read by others.`, `Run: chmod 600 ${path}`))
  }
  if (existsSync(nextMasterKeyFile(config.varFolder)))
    found.push(
      attention('keys', 'A change of the master key was interrupted.', 'Run: npx meernet keys rotate --master-only'),
    )
  return found.length > 0 ? found : [well('keys', 'The key files can be read by nobody else.')]
}

/** Whether what seals backups can be used, where it stands in these settings: else the nights without a backup go unseen. */
export function examineBackupKey({ backup: { passphrase, keyFile } }: Pick<Config, 'backup'>): readonly Finding[] {
  if (!keyFile) return []
  if (passphrase)
    return [
      wrong(
        'keys',
        'MEERNET_BACKUP_PASSPHRASE and MEERNET_BACKUP_KEY_FILE are both set: no backup can be made.',
        'Keep the one whose backups you have.',
      ),
    ]
  try {
    readMasterKey(keyFile)
    return [well('keys', 'The key that seals backups is there and can be read by nobody else.')]
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const words = code
      ? `${keyFile} cannot be read (${String(code)})`
      : String(error instanceof Error ? error.message : error)
    return [
      wrong(
        'keys',
        `No backup can be made: ${words.replace(/\.$/, '')}.`,
        'Put the file right, or name another in MEERNET_BACKUP_KEY_FILE.',
      ),
    ]
  }
}
