import { fileURLToPath } from 'node:url'
import { createApp } from './app.tsx'
import { loadDemo } from './demo/index.ts'
import { kindOfInstallation } from './first-start.ts'
import { type Installation, openInstallation } from './installation.ts'
import { type Config, configFrom } from './platform/config/config.ts'
import { readEnvironment } from './platform/config/env.ts'
import { type Holding, holdDataFolder } from './platform/database/holder.ts'
import { listen } from './platform/http/listen.ts'
import { startWorker } from './platform/jobs/index.ts'
import { openLog } from './platform/log.ts'
import { deliveryFor } from './platform/mail/index.ts'
import { allMunicipalities } from './registers/municipalities/index.ts'

/** Folder of the checkout: two levels above the built program, dist/server. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const say = (sentence: string) => console.log(sentence)

/** Config → database → application → listen; then waits for a signal to stop. */
export async function startProcess(): Promise<void> {
  const config = configFrom(readEnvironment(), projectFolder)
  const installation = await openInstallation(config, `${projectFolder}/migrations`, say)
  const { database, embedded, masterKey } = installation
  const holding = embedded ? await holdOrLeave(embedded.url, config, installation) : undefined
  if (masterKey.isNew)
    say(
      `New keys in ${config.varFolder}/keys (mode 600). Keep a copy elsewhere: without them, sealed texts cannot be opened.`,
    )

  const log = openLog(config.logLevel)
  const clock = () => new Date()
  const isDemo = (await kindOfInstallation(database.owner, config)) === 'demo'
  let address = config.baseUrl ?? ''
  const app = createApp({
    database,
    vault: installation.vault,
    clock,
    log,
    deliver: deliveryFor(config),
    browserFolder: `${projectFolder}/dist/browser`,
    isDemo,
    isDevelopment: config.isDevelopment,
    isHttps: config.baseUrl?.startsWith('https:') ?? false,
    address: () => address,
    outboxFolder: config.smtpUrl ? undefined : `${config.varFolder}/outbox`,
    secret: installation.secret,
  })
  if (isDemo && (await loadDemo({ database, transact: app.transact, clock })) === 'loaded')
    say('Loaded the demo municipality Netegem.')
  const municipalityIds = async () => (await allMunicipalities(database.owner)).map(({ id }) => id)
  const worker = await startWorker({ pool: database.ownerPool, log, modules: app.jobs, municipalityIds })
  const server = await listen(app.web, config)
  if (server.skipped.length > 0) say(`Port ${server.skipped.join(', ')} is taken; using ${server.port}.`)
  address =
    config.baseUrl ??
    `http://${config.host === '0.0.0.0' ? 'localhost' : config.host.replace('127.0.0.1', 'localhost')}:${server.port}`
  holding?.note(address)
  say(
    `\nMeernet is ready: ${address}${isDemo ? '/sign-in  (demo: one click signs in as each role)' : ''}\nStop with Ctrl-C.`,
  )

  await signalToStop()
  say('Stopping: finishing what is under way.')
  await server.stop()
  await worker.stop()
  await database.close()
  await holding?.release()
  if (embedded) await embedded.stop()
  say('Stopped.')
  process.exit(0)
}

async function holdOrLeave(url: string, config: Config, { database }: Installation): Promise<Holding> {
  try {
    return await holdDataFolder(url, config.varFolder)
  } catch (error) {
    await database.close()
    throw error
  }
}

function signalToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}
