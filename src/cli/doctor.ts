import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { type Config, ConfigError } from '../platform/config/config.ts'
import { unknownSettings } from '../platform/config/env.ts'
import { isInitialised, startEmbedded } from '../platform/database/embedded.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import {
  examineAddress,
  examineBackupKey,
  examineDatabase,
  examineDisk,
  examineKeyFile,
  examineMail,
  examineNames,
  examinePort,
  examineSettings,
  type Finding,
  wrong,
} from '../platform/doctor/index.ts'
import { masterKeyFile, masterKeyOf } from '../platform/encryption/master-key.ts'
import { stopWhenUnused } from './open.ts'
import type { CareNeeds, Settings } from './settings.ts'

/** `doctor`: says in words what is wrong and what to do; ends with 1 when something is. Changes nothing. */
export function addDoctor(program: Command, { settings, print }: CareNeeds): void {
  program
    .command('doctor')
    .description('say what is wrong with settings, disk, database, mail, clock and keys, and what to do')
    .action(async () => {
      const findings = await examine(settings)
      const isWrong = findings.some(({ state }) => state === 'wrong')
      print({ lines: findings.flatMap(linesOf), json: { well: !isWrong, findings }, foundWrong: isWrong })
    })
}

const signs = { well: 'ok   ', attention: 'look ', wrong: 'WRONG' } as const

const linesOf = ({ area, state, words, cure }: Finding): readonly string[] => [
  `${signs[state]}  ${area.padEnd(13)}  ${words}`,
  ...(cure ? [`${' '.repeat(22)}→ ${cure}`] : []),
]

async function examine(settings: () => Settings): Promise<readonly Finding[]> {
  const names = examineNames(unknownSettings())
  let known: Settings
  try {
    known = settings()
  } catch (error) {
    if (error instanceof ConfigError)
      return [...error.problems.map((words) => wrong('configuration', words, 'Mend it and run this again.')), ...names]
    throw error
  }
  const { config } = known
  const [address, port, disk, mail, database] = await Promise.all([
    examineAddress(config),
    examinePort(config),
    examineDisk(config),
    examineMail(config),
    examineData(known),
  ])
  const keys = [...examineKeyFile(config), ...examineBackupKey(config)]
  return [...examineSettings(config), ...names, ...address, ...port, disk, ...database, mail, ...keys]
}

async function examineData({ config, migrationsFolder }: Settings): Promise<readonly Finding[]> {
  if (!config.databaseUrl && !isInitialised(config.varFolder))
    return [
      wrong('database', `There is no database in ${config.varFolder} yet.`, 'Start Meernet, or look at MEERNET_VAR.'),
    ]
  let embedded: Awaited<ReturnType<typeof startEmbedded>> | undefined
  try {
    embedded = config.databaseUrl ? undefined : await startEmbedded(config.varFolder)
  } catch {
    return [
      wrong(
        'database',
        'The embedded database does not start.',
        `Its own words are in ${config.varFolder}/postgres.log. Is the disk full?`,
      ),
    ]
  }
  try {
    return await examineDatabase({
      url: config.databaseUrl ?? embedded?.url ?? '',
      isEmbedded: embedded !== undefined,
      migrations: readMigrations(migrationsFolder),
      masterKeys: masterKeysOf(config),
      clock: () => new Date(),
    })
  } finally {
    if (embedded) await stopWhenUnused(embedded)
  }
}

/** The keys, when they are there and in order; what is wrong with their files is said by another examination. */
function masterKeysOf(config: Config) {
  if (!config.masterKey && !existsSync(masterKeyFile(config.varFolder))) return undefined
  try {
    return masterKeyOf(config, false).all
  } catch {
    return undefined
  }
}
