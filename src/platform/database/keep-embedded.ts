import type { Logger } from 'pino'
import type { EmbeddedPostgres } from './embedded.ts'

const lookEveryMs = 2000

/** Starts the embedded server again, on the same port, when it ended by itself; until stopped. */
export function keepEmbeddedRunning(embedded: EmbeddedPostgres, log: Logger): { stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      const outcome = await embedded.revive().catch(() => 'failed' as const)
      if (outcome === 'started') log.warn({ part: 'database' }, 'the embedded database had ended; started it again')
      if (outcome === 'failed') log.error({ part: 'database' }, 'the embedded database ended and does not start')
    })
  }, lookEveryMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
