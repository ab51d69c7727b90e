import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { listen } from '../../src/platform/http/listen.ts'
import { startWorker } from '../../src/platform/jobs/index.ts'
import { openLog } from '../../src/platform/log.ts'
import { deliveryFor } from '../../src/platform/mail/index.ts'
import { allMunicipalities } from '../../src/registers/municipalities/index.ts'
import { openDemoWorld } from './demo-world.ts'
import type { World } from './world.ts'

/** A demo installation that listens, for journeys in a real browser: real jobs, mail in `outbox`, a clock that can be put forward. */
export type DemoServer = {
  readonly url: string
  readonly world: World
  readonly outbox: string
  /** Lets days go by here; whoever was signed in may have to do so again. */
  passDays(days: number): void
  stop(): Promise<void>
}

const browserFolder = fileURLToPath(new URL('../../dist/browser', import.meta.url))

/** Starts Netegem on a free port; the browser's programs must have been built (`npm test` does). */
export async function startDemoServer(): Promise<DemoServer> {
  const varFolder = mkdtempSync(join(tmpdir(), 'meernet-journey-'))
  const clock = () => new Date()
  const secret = randomBytes(32)
  const deliver = deliveryFor({ smtpUrl: undefined, mailFrom: 'Meernet <meernet@localhost>', varFolder })
  const outbox = join(varFolder, 'outbox')
  let url = ''
  const address = () => url
  const world = await openDemoWorld(
    { clock, deliver, browserFolder, secret, address, outboxFolder: outbox },
    { sessions: 'real' },
  )
  const { database } = world
  const municipalityIds = async () => (await allMunicipalities(database.owner)).map(({ id }) => id)
  const worker = await startWorker({
    pool: database.ownerPool,
    log: openLog('silent'),
    modules: world.app.jobs,
    municipalityIds,
  })
  const server = await listen(world.app.web, { host: '127.0.0.1', port: 4300 })
  url = `http://localhost:${server.port}`
  return {
    url,
    world,
    outbox,
    // The date of the whole process, because signing in keeps its own; it stands still from then on.
    passDays: (days) => void vi.useFakeTimers({ now: Date.now() + days * 86_400_000, toFake: ['Date'] }),
    stop: async () => {
      vi.useRealTimers()
      await server.stop()
      await worker.stop()
      await world.close()
    },
  }
}
