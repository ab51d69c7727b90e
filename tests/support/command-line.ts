import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { dataAccessesHere } from '../../src/cli/data-accesses.ts'
import type { Opened } from '../../src/cli/open.ts'
import { addCommands } from '../../src/cli/program.ts'
import { runCommandLine } from '../../src/cli/run-command-line.ts'
import { configFrom } from '../../src/platform/config/config.ts'
import { readEnvironment } from '../../src/platform/config/env.ts'
import { type Tx, transactWith } from '../../src/platform/database/transact.ts'
import { EventBus } from '../../src/platform/events/event.ts'
import type { World } from './world.ts'

/** What a command left behind: its exit code and what it wrote. */
export type Ran = { readonly exitCode: number; readonly out: string; readonly err: string; readonly json: Answer }

/** One JSON object: what the command gives, or an error. */
export type Answer = {
  readonly error?: { readonly code: string; readonly message: string; readonly file: string | null }
  readonly [name: string]: unknown
}

/** Runs `npx meernet …args` on the database of `world`, without a process. `json` is what `--json` printed. */
export function meernet(world: World, ...args: readonly string[]): Promise<Ran> {
  return meernetReading('', world, ...args)
}

/** The same, with `input` on the standard input. */
async function meernetReading(input: string, world: World, ...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', '']
  const exitCode = await runCommandLine(addCommands, args, {
    open: async () => openedOver(world),
    settings: () => ({ config: settingsOf(world), migrationsFolder: 'migrations' }),
    streams: {
      lines: Readable.from([input]),
      write: (text) => {
        out += text
      },
    },
    output: {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      isJson: args.includes('--json'),
      isWatched: false,
    },
  })
  return { exitCode, out, err, json: out.startsWith('{') ? JSON.parse(out) : {} }
}

function settingsOf({ database, masterKey }: World) {
  const environment = { DATABASE_URL: database.url, MEERNET_MASTER_KEY: masterKey.toString('base64') }
  return configFrom(readEnvironment(environment), tmpdir())
}

function openedOver({ database, vault, masterKey: key, now }: World): Opened {
  const over = (app: World['database']['app']) =>
    transactWith({ database: { app }, vault, events: new EventBus<Tx>(), clock: now })
  const needs = {
    owner: database.owner,
    transact: over(database.app),
    transactAsOwner: over(database.owner),
    clock: now,
    address: undefined,
  }
  const dataAccesses = async () => dataAccessesHere({ database, vault, clock: now })
  const masterKey = { key, file: undefined, isNew: false, all: () => [key] }
  return { needs, masterKey, ranMigrations: [], dataAccesses, close: async () => undefined }
}
