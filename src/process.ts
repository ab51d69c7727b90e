import { fileURLToPath } from 'node:url'
import { type App, createApp } from './app.tsx'
import { loadDemo } from './demo/index.ts'
import { kindOfInstallation } from './first-start.ts'
import { type Installation, openInstallation } from './installation.ts'
import { type Config, configFrom } from './platform/config/config.ts'
import { readEnvironment } from './platform/config/env.ts'
import { type Holding, holdDataFolder } from './platform/database/holder.ts'
import { type Listening, listen } from './platform/http/listen.ts'
import { startWorker } from './platform/jobs/index.ts'
import { openLog } from './platform/log.ts'
import { deliveryFor } from './platform/mail/index.ts'
import { allMunicipalities } from './registers/municipalities/index.ts'

/** Folder of the checkout: two levels above the built program, dist/server. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const say = (sentence: string) => console.log(sentence)

/** Config → database → application → listen; then waits for a signal to stop, and stops in the opposite order. */
export async function startProcess(): Promise<void> {
  const config = configFrom(readEnvironment(), projectFolder)
  let holding: Holding | undefined
  const installation = await openInstallation(config, `${projectFolder}/migrations`, say, async (embedded) => {
    holding = await holdDataFolder(embedded.url, config.varFolder)
  })
  try {
    await serveUntilStopped(config, installation, (address) => holding?.note(address))
  } finally {
    await installation.database.close()
    await holding?.release()
    await installation.embedded?.stop()
  }
  say('Stopped.')
  process.exit(0)
}

async function serveUntilStopped(
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
  let address = config.baseUrl ?? ''
  const app = appOf(config, installation, { clock, isDemo, address: () => address })
  if (isDemo && (await loadDemo({ database, transact: app.transact, clock })) === 'loaded')
    say('Loaded the demo municipality Netegem.')

  const municipalityIds = async () => (await allMunicipalities(database.owner)).map(({ id }) => id)
  const worker = await startWorker({
    pool: database.ownerPool,
    log: openLog(config.logLevel),
    modules: app.jobs,
    municipalityIds,
  })
  try {
    // Listened for before anybody is told that it runs, so that a signal at that moment still ends it cleanly.
    const toldToStop = signalToStop()
    const server = await listen(app.web, config)
    address = config.baseUrl ?? localAddress(config, server)
    onAddress(address)
    if (server.skipped.length > 0) say(`Port ${server.skipped.join(', ')} is taken; using ${server.port}.`)
    say(
      `\nMeernet is ready: ${address}${isDemo ? '/sign-in  (demo: one click signs in as each role)' : ''}\nStop with Ctrl-C.`,
    )
    await toldToStop
    say('Stopping: finishing what is under way.')
    await server.stop()
  } finally {
    await worker.stop()
  }
}

type Given = { readonly clock: () => Date; readonly isDemo: boolean; readonly address: () => string }

function appOf(config: Config, { database, vault, secret }: Installation, { clock, isDemo, address }: Given): App {
  return createApp({
    database,
    vault,
    secret,
    clock,
    isDemo,
    address,
    log: openLog(config.logLevel),
    deliver: deliveryFor(config),
    browserFolder: `${projectFolder}/dist/browser`,
    outboxFolder: config.smtpUrl ? undefined : `${config.varFolder}/outbox`,
    isDevelopment: config.isDevelopment,
    isBehindProxy: config.isBehindProxy,
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
