import { fileURLToPath } from 'node:url'
import { type App, createApp } from './app.tsx'
import { loadDemo } from './demo/index.ts'
import { kindOfInstallation } from './first-start.ts'
import { type Installation, openInstallation } from './installation.ts'
import { type Config, configFrom } from './platform/config/config.ts'
import { readEnvironment, withArguments } from './platform/config/env.ts'
import { type Holding, holdDataFolder } from './platform/database/holder.ts'
import { keepEmbeddedRunning } from './platform/database/keep-embedded.ts'
import { type Listening, listen } from './platform/http/listen.ts'
import { leakedPasswordsIn } from './platform/identity/index.ts'
import { startWorker } from './platform/jobs/index.ts'
import { openLog } from './platform/log.ts'
import { deliveryFor } from './platform/mail/index.ts'
import { giveBackAfterStart } from './platform/memory-after-start.ts'
import { listenForMetrics, type Metrics, measureDatabase, openMetrics } from './platform/metrics/index.ts'
import { largestUnlessSet, readAtOnce } from './platform/sent-files/index.ts'
import { openThreads, type Threads } from './platform/threads/index.ts'
import { allMunicipalities } from './registers/municipalities/index.ts'

/** Folder of the checkout: two levels above the built program, dist/server. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const say = (sentence: string) => console.log(sentence)

/**
 * Config → database → application → listen, work in the background, or both, as its role says; then waits for a signal to
 * stop, and stops in the opposite order.
 */
export async function startProcess(args: readonly string[]): Promise<void> {
  const config = configFrom(withArguments(readEnvironment(), args), projectFolder)
  let holding: Holding | undefined
  const installation = await openInstallation(config, `${projectFolder}/migrations`, say, async (embedded) => {
    holding = await holdDataFolder(embedded.url, config.varFolder)
  })
  const { database, embedded } = installation
  const keeping = embedded && keepEmbeddedRunning(embedded, openLog(config.logLevel))
  try {
    await runUntilStopped(config, installation, (address) => holding?.note(address))
  } finally {
    await keeping?.stop()
    await database.close()
    await holding?.release()
    await embedded?.stop()
  }
  say('Stopped.')
  process.exit(0)
}

async function runUntilStopped(
  config: Config,
  installation: Installation,
  onAddress: (address: string) => void,
): Promise<void> {
  const { database, masterKey } = installation
  if (masterKey.isNew)
    say(
      `New keys in ${config.varFolder}/keys (mode 600). Keep a copy elsewhere: without them, sealed texts cannot be opened.`,
    )
  const clock = () => new Date()
  const isDemo = (await kindOfInstallation(database.owner, config)) === 'demo'
  const metrics = config.metrics && openMetrics()
  let address = config.baseUrl ?? ''
  const threads = openThreads(besidePages)
  const app = appOf(config, installation, { clock, isDemo, metrics, threads, address: () => address })
  if (isDemo && config.role !== 'worker' && (await loadDemo({ database, transact: app.transact, clock })) === 'loaded')
    say('Loaded the demo municipality Netegem.')

  // Listened for before anybody is told that it runs, so that a signal at that moment still ends it cleanly.
  const toldToStop = signalToStop()
  const stops: (() => Promise<void>)[] = [threads.close]
  try {
    stops.push(await measure(config, installation, metrics))
    if (config.role !== 'web') stops.push(await work(config, installation, app, metrics))
    if (config.role !== 'worker') {
      const server = await listen(app.web, config)
      stops.push(server.stop)
      address = config.baseUrl ?? localAddress(config, server)
      onAddress(address)
      if (server.skipped.length > 0) say(`Port ${server.skipped.join(', ')} is taken; using ${server.port}.`)
    }
    say(readyWords(config, address, isDemo))
    giveBackAfterStart()
    await toldToStop
    say('Stopping: finishing what is under way.')
  } finally {
    for (const stop of stops.toReversed()) await stop()
  }
}

function readyWords({ role }: Config, address: string, isDemo: boolean): string {
  if (role === 'worker') return '\nMeernet is ready: working in the background.\nStop with Ctrl-C.'
  return `\nMeernet is ready: ${address}${isDemo ? '/sign-in  (demo: one click signs in as each role)' : ''}\nStop with Ctrl-C.`
}

async function work(config: Config, { database }: Installation, app: App, metrics: Metrics | undefined) {
  const worker = await startWorker({
    pool: database.ownerPool,
    log: openLog(config.logLevel),
    modules: app.jobs,
    municipalityIds: async () => (await allMunicipalities(database.owner)).map(({ id }) => id),
    observe: metrics?.observeJob,
  })
  return worker.stop
}

async function measure({ metrics: place }: Config, { database }: Installation, metrics: Metrics | undefined) {
  if (!place || !metrics) return async () => undefined
  measureDatabase(metrics, database)
  const listening = await listenForMetrics(metrics, place)
  say(`Measurements: http://${place.host}:${listening.port}/metrics`)
  return listening.stop
}

type Given = {
  readonly clock: () => Date
  readonly isDemo: boolean
  readonly metrics: Metrics | undefined
  readonly threads: Threads
  readonly address: () => string
}

/** One for work in the background and one for a page that cannot wait for it; a thread that wants more memory than this ends. */
const besidePages = { most: 2, megabytes: 512 }

function appOf(config: Config, { database, vault, secret }: Installation, { threads, ...given }: Given): App {
  return createApp({
    ...given,
    calculate: threads.calculate,
    database,
    vault,
    secret,
    log: openLog(config.logLevel),
    deliver: deliveryFor(config),
    browserFolder: `${projectFolder}/dist/browser`,
    deletionsFile: `${config.varFolder}/deletions.jsonl`,
    isLeaked: config.leakedPasswordsFile ? leakedPasswordsIn(config.leakedPasswordsFile) : undefined,
    outboxFolder: config.smtpUrl ? undefined : `${config.varFolder}/outbox`,
    sentFiles: {
      folder: `${config.varFolder}/sent`,
      largestBytes: config.largestFileBytes ?? largestUnlessSet,
      atOnceBytes: readAtOnce,
    },
    isDevelopment: config.isDevelopment,
    isBehindProxy: config.isBehindProxy,
    ...(config.providersMayBeInside && { providersMayBeInside: true }),
    isHttps: config.baseUrl?.startsWith('https:') ?? false,
  })
}

function localAddress({ host }: Config, { port }: Listening): string {
  return `http://${['0.0.0.0', '127.0.0.1', '::'].includes(host) ? 'localhost' : host}:${port}`
}

function signalToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}
