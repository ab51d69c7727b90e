import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { kindOfInstallation } from '../first-start.ts'
import { openInstallation } from '../installation.ts'
import type { CommandNeeds } from '../platform/command-line/command.ts'
import type { Config } from '../platform/config/config.ts'
import type { EmbeddedPostgres } from '../platform/database/embedded.ts'
import { type Tx, transactWith } from '../platform/database/transact.ts'
import type { MasterKey } from '../platform/encryption/master-key.ts'
import { EventBus } from '../platform/events/event.ts'
import type { DataAccess } from '../registers/municipalities/index.ts'

/** An installation opened for one command. */
export type Opened = {
  readonly needs: CommandNeeds
  readonly masterKey: MasterKey
  readonly ranMigrations: readonly string[]
  /** The kinds of data about people with the rules that guard them. */
  readonly dataAccesses: () => Promise<readonly DataAccess[]>
  /** Closes it; a database server that nobody else uses then stops. */
  close(): Promise<void>
}

/** Opens the installation of `config`, beside a server that runs or alone. */
export async function openForCommand(
  config: Config,
  migrationsFolder: string,
  say: (sentence: string) => void,
): Promise<Opened> {
  const { database, embedded, vault, masterKey, ranMigrations } = await openInstallation(config, migrationsFolder, say)
  if (masterKey.isNew)
    say(
      `New keys in ${config.varFolder}/keys (mode 600). Keep a copy elsewhere: without them, sealed texts cannot be opened.`,
    )
  const { owner } = database
  const clock = () => new Date()
  const events = new EventBus<Tx>()
  const transact = transactWith({ database, vault, events, clock })
  const transactAsOwner = transactWith({ database: { app: owner }, vault, events, clock })
  return {
    needs: { owner, transact, transactAsOwner, clock, address: config.baseUrl },
    masterKey,
    ranMigrations,
    // The whole application, which few commands need.
    dataAccesses: async () => (await import('./data-accesses.ts')).dataAccessesHere({ database, vault, clock }),
    close: async () => {
      await settleKind(owner)
      await database.close()
      if (embedded) await stopWhenUnused(embedded)
    },
  }
}

/** A municipality that a command made is a real one, so the next start loads no demo beside it. */
async function settleKind(owner: CommandNeeds['owner']): Promise<void> {
  const some = await owner.selectFrom('municipalities.municipality').select('id').limit(1).executeTakeFirst()
  if (some) await kindOfInstallation(owner, { demo: false })
}

/** Whoever leaves last stops the server: not the one that started it, for two commands may overlap. */
export async function stopWhenUnused(embedded: EmbeddedPostgres): Promise<void> {
  // A connection that was just closed is still listed for a moment.
  for (let look = 0; look < 5; look += 1) {
    if (!(await isUsedByOthers(embedded.url))) return embedded.stop()
    await sleep(100)
  }
}

async function isUsedByOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount: others } = await client.query(
    `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
  )
  await client.end()
  return Boolean(others)
}
