/** The environment as Meernet reads it: the only place that touches `process.env`. Values are raw text. */
export type Environment = Readonly<Record<EnvironmentName, string | undefined>>

const names = [
  'DATABASE_URL',
  'MEERNET_BACKUP_KEY_FILE',
  'MEERNET_BACKUP_PASSPHRASE',
  'MEERNET_BASE_URL',
  'MEERNET_BEHIND_PROXY',
  'MEERNET_DEMO',
  'MEERNET_HOST',
  'MEERNET_LARGEST_FILE_MB',
  'MEERNET_LEAKED_PASSWORDS',
  'MEERNET_LOG',
  'MEERNET_MAIL_FROM',
  'MEERNET_MASTER_KEY',
  'MEERNET_MASTER_KEY_OLD',
  'MEERNET_METRICS_HOST',
  'MEERNET_METRICS_PORT',
  'MEERNET_PROVIDERS_INSIDE',
  'MEERNET_ROLE',
  'MEERNET_VAR',
  'NODE_ENV',
  'PORT',
  'SMTP_URL',
] as const
export type EnvironmentName = (typeof names)[number]

/** Reads the variables Meernet knows; an empty value counts as absent. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  return Object.fromEntries(names.map((name) => [name, source[name]?.trim() || undefined])) as Environment
}

/** Names that begin as ours and that nothing reads: typing errors, mostly. */
export function unknownSettings(source: NodeJS.ProcessEnv = process.env): readonly string[] {
  const known: readonly string[] = names
  return Object.keys(source).filter((name) => name.startsWith('MEERNET_') && !known.includes(name))
}

/** What was typed behind the program's name goes before the environment: `--role web`. */
export function withArguments(environment: Environment, args: readonly string[]): Environment {
  const at = args.findIndex((word) => word === '--role' || word.startsWith('--role='))
  if (at < 0) return environment
  const role = args[at]?.includes('=') ? args[at]?.split('=')[1] : args[at + 1]
  return { ...environment, MEERNET_ROLE: role ?? '' }
}
