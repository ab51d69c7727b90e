import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { openInstallation } from '../src/installation.ts'
import { configFrom } from '../src/platform/config/config.ts'
import { readEnvironment } from '../src/platform/config/env.ts'
import type { Db } from '../src/platform/database/connect.ts'
import { type Transact, type Tx, transactWith } from '../src/platform/database/transact.ts'
import type { Vault } from '../src/platform/encryption/vault.ts'
import { EventBus } from '../src/platform/events/event.ts'
import { ownEnvironment } from './own-environment.ts'

/** An installation opened beside the program that runs on it, to fill it and to look at plans. */
export type Beside = {
  readonly owner: Db
  /** Connections of the owner, for what goes around Kysely. */
  readonly ownerPool: pg.Pool
  readonly vault: Vault
  readonly transact: Transact
  close(): Promise<void>
}

/** Opens the installation of `varFolder`; the database server of a program that does not run is started, and left to `close`. */
export async function openBeside(varFolder: string): Promise<Beside> {
  const config = configFrom(readEnvironment(ownEnvironment(varFolder)), '/')
  const migrations = fileURLToPath(new URL('../migrations', import.meta.url))
  const { database, embedded, vault } = await openInstallation(config, migrations, () => undefined)
  return {
    owner: database.owner,
    ownerPool: database.ownerPool,
    vault,
    transact: transactWith({ database, vault, events: new EventBus<Tx>(), clock: () => new Date() }),
    close: async () => {
      await database.close()
      if (embedded?.startedHere) await embedded.stop()
    },
  }
}
