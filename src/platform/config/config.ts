import { resolve } from 'node:path'
import type { Environment } from './env.ts'

/** Complete, checked settings of one process. */
export type Config = {
  /** Folder of keys, embedded database, mail without SMTP, lock. */
  readonly varFolder: string
  /** One's own PostgreSQL (≥ 15), or undefined for the embedded one. */
  readonly databaseUrl: string | undefined
  readonly host: string
  /** First port to try; the next ones are tried when it is taken. */
  readonly port: number
  /** Address under which people reach us, without a slash at the end; undefined: made from host and port. */
  readonly baseUrl: string | undefined
  /** A reverse proxy stands before us and says in X-Forwarded-For who calls. */
  readonly isBehindProxy: boolean
  /** Sign-in services of municipalities may stand inside the network of this installation. */
  readonly providersMayBeInside: boolean
  /** Load the demo into an empty installation: what a first start shows, unless one's own database says it is meant for real. */
  readonly demo: boolean
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** 32 bytes in base64; undefined: kept in `varFolder`. */
  readonly masterKey: Buffer | undefined
  /** The key before the last change, while processes change over. */
  readonly oldMasterKey: Buffer | undefined
  /** What seals backups: words, or a file with a key; undefined: neither is set. */
  readonly backup: { readonly passphrase: string | undefined; readonly keyFile: string | undefined }
  /** A list of passwords that leaked, to refuse them; undefined: none is carried along. */
  readonly leakedPasswordsFile: string | undefined
  /** What this process does: answer requests, do the work in the background, or both. */
  readonly role: Role
  /** Where measurements can be read; undefined: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined
  /** Largest file that may be sent through a page; bytes, undefined: as the program has it. */
  readonly largestFileBytes: number | undefined
  readonly isDevelopment: boolean
  readonly logLevel: LogLevel
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

const roles = ['all', 'web', 'worker'] as const
export type Role = (typeof roles)[number]

/** Settings that are missing, malformed or contradict others: `problems` has a sentence for each, for the administrator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]
  constructor(...problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** Turns the environment into settings; throws `ConfigError` naming every variable that cannot be, and the cure. */
export function configFrom(env: Environment, workingFolder: string): Config {
  const problems = Object.values(readers).flatMap((read) => problemsOf(() => read(env, workingFolder)))
  if (problems.length > 0) throw new ConfigError(...problems)
  return Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(env, workingFolder)])) as Config
}

const readers: { readonly [Name in keyof Config]: (env: Environment, workingFolder: string) => Config[Name] } = {
  varFolder: ({ MEERNET_VAR = 'var' }, workingFolder) => resolve(workingFolder, MEERNET_VAR),
  databaseUrl: ({ DATABASE_URL }) => databaseUrl(DATABASE_URL),
  host: ({ MEERNET_HOST = '127.0.0.1' }) => MEERNET_HOST,
  port: ({ PORT }) => port('PORT', PORT) ?? 3000,
  baseUrl: ({ MEERNET_BASE_URL }) => baseUrl(MEERNET_BASE_URL),
  isBehindProxy: (env) => yesOrNo(env, 'MEERNET_BEHIND_PROXY') ?? false,
  providersMayBeInside: (env) => yesOrNo(env, 'MEERNET_PROVIDERS_INSIDE') ?? false,
  demo: (env) => yesOrNo(env, 'MEERNET_DEMO') ?? env.DATABASE_URL === undefined,
  smtpUrl: ({ SMTP_URL }) => smtpUrl(SMTP_URL),
  mailFrom: ({ MEERNET_MAIL_FROM = 'Meernet <meernet@localhost>' }) => MEERNET_MAIL_FROM,
  masterKey: ({ MEERNET_MASTER_KEY }) => masterKey('MEERNET_MASTER_KEY', MEERNET_MASTER_KEY),
  oldMasterKey: ({ MEERNET_MASTER_KEY_OLD }) => masterKey('MEERNET_MASTER_KEY_OLD', MEERNET_MASTER_KEY_OLD),
  backup: ({ MEERNET_BACKUP_PASSPHRASE, MEERNET_BACKUP_KEY_FILE }) => ({
    passphrase: passphrase(MEERNET_BACKUP_PASSPHRASE),
    keyFile: MEERNET_BACKUP_KEY_FILE,
  }),
  leakedPasswordsFile: ({ MEERNET_LEAKED_PASSWORDS: file }, workingFolder) => file && resolve(workingFolder, file),
  role,
  metrics,
  largestFileBytes: ({ MEERNET_LARGEST_FILE_MB }) => largestFileBytes(MEERNET_LARGEST_FILE_MB),
  isDevelopment: ({ NODE_ENV }) => NODE_ENV === 'development',
  logLevel: ({ MEERNET_LOG }) => logLevel(MEERNET_LOG),
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

function role({ MEERNET_ROLE: value = 'all', DATABASE_URL }: Environment): Role {
  const known = roles.find((one) => one === value)
  if (!known) throw new ConfigError(`The role is "${value}"; give one of ${roles.join(', ')}.`)
  if (known !== 'all' && DATABASE_URL === undefined)
    throw new ConfigError(
      `The role ${known} needs DATABASE_URL: the embedded database serves one process, which does everything.`,
    )
  return known
}

function passphrase(value: string | undefined): string | undefined {
  if (value !== undefined && value.length < 16)
    throw new ConfigError('MEERNET_BACKUP_PASSPHRASE is too short; give 16 characters or more, such as five words.')
  return value
}

function metrics(env: Environment): Config['metrics'] {
  const number = port('MEERNET_METRICS_PORT', env.MEERNET_METRICS_PORT)
  return number === undefined ? undefined : { host: env.MEERNET_METRICS_HOST ?? '127.0.0.1', port: number }
}

/** What is wrong with it is said without repeating it: it may hold a password. */
function smtpUrl(value: string | undefined): string | undefined {
  if (value !== undefined && !(/^smtps?:\/\/./i.test(value) && URL.canParse(value))) {
    throw new ConfigError(
      'SMTP_URL must be an address such as smtp://name:password@mail.example:587, or smtps:// for port 465.',
    )
  }
  return value
}

function largestFileBytes(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9][0-9]{0,3}$/.test(value))
    throw new ConfigError(`MEERNET_LARGEST_FILE_MB is "${value}"; give a whole number of megabytes from 1 to 9999.`)
  return Number(value) * 1024 * 1024
}

function port(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw new ConfigError(`${name} is "${value}"; give a whole number from 0 to 65535.`)
  }
  return number
}

function databaseUrl(value: string | undefined): string | undefined {
  if (value !== undefined && !/^postgres(ql)?:\/\//.test(value)) {
    throw new ConfigError('DATABASE_URL must start with postgres:// or postgresql://.')
  }
  return value
}

/** As a browser says it: a form from there names the same, letter for letter. */
function baseUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ConfigError(`MEERNET_BASE_URL is "${value}"; give a whole address such as https://meernet.example.`)
  if (url.pathname !== '/' || url.search !== '')
    throw new ConfigError(
      `MEERNET_BASE_URL is "${value}"; Meernet does not run below a path. Give it a name of its own, such as https://meernet.example.`,
    )
  return url.origin
}

type YesOrNoName = 'MEERNET_DEMO' | 'MEERNET_BEHIND_PROXY' | 'MEERNET_PROVIDERS_INSIDE'

function yesOrNo(env: Environment, name: YesOrNoName): boolean | undefined {
  const value = env[name]
  if (value !== undefined && value !== 'yes' && value !== 'no')
    throw new ConfigError(`${name} is "${value}"; give yes or no.`)
  return value === undefined ? undefined : value === 'yes'
}

function masterKey(name: string, value: string | undefined): Buffer | undefined {
  if (value === undefined) return undefined
  const key = Buffer.from(value, 'base64')
  if (key.length !== 32) throw new ConfigError(`${name} must be 32 bytes in base64 (44 characters).`)
  return key
}

function logLevel(value: string | undefined): LogLevel {
  if (value === undefined) return 'info'
  const level = logLevels.find((known) => known === value)
  if (!level) throw new ConfigError(`MEERNET_LOG is "${value}"; give one of ${logLevels.join(', ')}.`)
  return level
}
