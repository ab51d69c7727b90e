import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedPaths, embeddedPaths, type OsUser, placeBinaries } from './embedded-paths.ts'

/** A running embedded PostgreSQL. */
export type EmbeddedPostgres = {
  /** Connection address of its superuser, which owns the schema. */
  readonly url: string
  /** Where its data really lie. */
  readonly dataFolder: string
  /** Whether this process started it, or found it running (left over after a kill, or another process's). */
  readonly startedHere: boolean
  readonly remarks: readonly string[]
  /** Starts it again on its port when it ended by itself; throws when that fails. */
  revive(): Promise<'ran' | 'started'>
  /** Stops the server; waits until it has. */
  stop(): Promise<void>
}

/** Starts the embedded server of `varFolder`, initialising it the first time; reuses one that already runs there. */
export async function startEmbedded(varFolder: string, databaseName = 'meernet'): Promise<EmbeddedPostgres> {
  const found = embeddedPaths(varFolder)
  const paths = { ...found, remarks: [...found.remarks, ...setOrphanAside(found.dataFolder, varFolder)] }
  const password = databasePassword(varFolder)
  placeBinaries(paths)
  if (!existsSync(join(paths.dataFolder, 'PG_VERSION'))) await initialise(paths, password)
  const running = runningPort(paths.dataFolder)
  const port = running ?? (await startServer(paths))
  const url = (name: string) => `postgres://meernet:${password}@127.0.0.1:${port}/${name}`
  await untilReady(url('postgres'), paths.dataFolder)
  await createDatabase(url('postgres'), databaseName)
  return {
    url: url(databaseName),
    dataFolder: paths.dataFolder,
    startedHere: running === undefined,
    remarks: paths.remarks,
    revive: async () => {
      if (runningPort(paths.dataFolder) !== undefined) return 'ran'
      await startServer(paths, port)
      await untilReady(url('postgres'), paths.dataFolder)
      return 'started'
    },
    stop: () => run(join(paths.binFolder, 'pg_ctl'), ['stop', '-D', paths.dataFolder, '-m', 'fast', '-w'], paths.runAs),
  }
}

/** Whether `varFolder` has an embedded database; makes none. */
export function isInitialised(varFolder: string): boolean {
  return existsSync(join(embeddedPaths(varFolder).dataFolder, 'PG_VERSION'))
}

/** Removes `varFolder` with all that was kept for it, also where its database had to lie elsewhere. Its server must have stopped. */
export function removeWithDatabase(varFolder: string): void {
  const { standIn } = embeddedPaths(varFolder)
  for (const folder of [varFolder, standIn]) if (folder) rmSync(folder, { recursive: true, force: true })
}

async function initialise({ binFolder, dataFolder, runAs }: EmbeddedPaths, password: string): Promise<void> {
  // A folder without PG_VERSION is what an interrupted first start leaves; nothing in it was ever used.
  rmSync(dataFolder, { recursive: true, force: true })
  // The folder above must let the server's OS user through; the data folder itself is its own alone.
  mkdirSync(dirname(dataFolder), { recursive: true, mode: 0o755 })
  mkdirSync(dataFolder, { mode: 0o700 })
  const told = join(dirname(dataFolder), `.initdb-${process.pid}`)
  writeFileSync(told, password, { mode: 0o600 })
  if (runAs) for (const path of [dataFolder, told]) chownSync(path, runAs.uid, runAs.gid)
  try {
    await run(
      join(binFolder, 'initdb'),
      ['-D', dataFolder, '-U', 'meernet', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256', `--pwfile=${told}`],
      runAs,
    )
  } finally {
    rmSync(told, { force: true })
  }
}

async function startServer({ binFolder, dataFolder, runAs }: EmbeddedPaths, wanted?: number): Promise<number> {
  const port = wanted ?? (await freePort())
  const log = openSync(join(dirname(dataFolder), 'postgres.log'), 'a', 0o600)
  // Detached: Ctrl-C then reaches only Meernet, which first finishes its requests and then stops the server in order.
  const server = spawn(
    join(binFolder, 'postgres'),
    [
      '-D',
      dataFolder,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=60',
      '-c',
      `shared_buffers=${sharedMegabytes(totalmem())}MB`,
      '-c',
      'wal_buffers=16MB',
      '-c',
      'log_statement=none',
      '-c',
      'log_min_error_statement=panic',
    ],
    { detached: true, stdio: ['ignore', log, log], env: { LC_ALL: 'C', TZ: 'UTC' }, ...identityOf(runAs) },
  )
  server.on('error', () => undefined)
  server.unref()
  closeSync(log)
  return port
}

/**
 * Megabytes of memory for pages: an eighth of the machine, at least PostgreSQL's own 128 and at most 1024. What does not fit is
 * read and checked again each time.
 */
function sharedMegabytes(machineBytes: number): number {
  return Math.min(1024, Math.max(128, Math.floor(machineBytes / 8 / 2 ** 20)))
}

/** Port of a live server on this data folder, from its own `postmaster.pid`; undefined when none runs. */
function runningPort(dataFolder: string): number | undefined {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  return isAlive(Number(pid)) ? Number(port) : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  // NOTE after a crash of the machine the number may belong to another program by now.
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('postgres')
}

async function untilReady(url: string, dataFolder: string): Promise<void> {
  const patienceMs = 60_000
  for (const start = Date.now(); ; await sleep(25)) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (Date.now() - start > patienceMs) {
        throw new Error(`PostgreSQL did not become ready; see ${join(dirname(dataFolder), 'postgres.log')}.`, {
          cause: error,
        })
      }
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/**
 * A database whose keys are gone can be opened by nobody. Out of reach of the checkout it is what a removed checkout at this path
 * left behind: it is kept under another name and a new one begins. Beside the keys that are missing it is refused.
 */
function setOrphanAside(dataFolder: string, varFolder: string): readonly string[] {
  if (!existsSync(join(dataFolder, 'PG_VERSION')) || existsSync(passwordFile(varFolder))) return []
  if (dataFolder.startsWith(join(varFolder, '/')))
    throw new Error(
      `There is a database in ${dataFolder}, and its keys are not in ${join(varFolder, 'keys')}. Put the copy of the keys back; without them nobody can open it.`,
    )
  const pid =
    runningPort(dataFolder) === undefined ? undefined : readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8')
  if (pid !== undefined)
    throw new Error(
      `A PostgreSQL of a checkout that was here before still runs on ${dataFolder}. Stop it (kill ${pid.split('\n')[0]}) and start again.`,
    )
  const aside = `${dataFolder}-of-a-removed-checkout-${randomBytes(4).toString('hex')}`
  renameSync(dataFolder, aside)
  return [`A checkout that was here before left a database without its keys; it is kept in ${aside}.`]
}

const passwordFile = (varFolder: string) => join(varFolder, 'keys', 'database-password')

function databasePassword(varFolder: string): string {
  const file = passwordFile(varFolder)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx', flush: true })
    chmodSync(file, 0o600)
  }
  return readFileSync(file, 'utf8').trim()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}

function identityOf(user: OsUser | undefined): { uid?: number; gid?: number; cwd: string } {
  return user ? { uid: user.uid, gid: user.gid, cwd: '/' } : { cwd: '/' }
}

function run(program: string, args: readonly string[], user: OsUser | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { LC_ALL: 'C' }, ...identityOf(user) })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-4000)
      })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${output}`)),
    )
  })
}
