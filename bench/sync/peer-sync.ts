import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownProcessorSeconds, processorSecondsOf } from '../processor-time.ts'
import type { SentAct } from './acts.ts'
import { type Run, secondsOf } from './our-sync.ts'

/** What is used of PouchDB; the package has no types. */
type Pouch = {
  bulkDocs(documents: readonly object[]): Promise<unknown>
  info(): Promise<{ doc_count: number }>
  readonly replicate: {
    to(other: Pouch): Promise<{ docs_written: number }>
    from(other: Pouch): Promise<{ docs_written: number }>
  }
  close(): Promise<void>
}
type PouchDB = { new (name: string, options?: object): Pouch; plugin(plugin: unknown): void }

/** Where the peer keeps what is on the phone: on disk as it does by itself in Node, or in memory. */
export type Keeping = 'leveldb' | 'memory'

export type Peer = {
  /** One run: documents into a database of the phone (not timed), replicated to the server, and from there into an empty one. */
  sync(acts: readonly SentAct[], keeping: Keeping): Promise<Run>
  stop(): void
}

/** Starts express-pouchdb in a process of its own, with databases in `folder`. */
export async function startPeer(folder: string): Promise<Peer> {
  const server = fileURLToPath(new URL('peer-server.js', import.meta.url))
  const child = spawn(process.execPath, [server, folder], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const ready = /ready: (\S+)/.exec(String(chunk))?.[1]
      if (ready) resolve(ready)
    })
    child.on('exit', (code) => reject(new Error(`express-pouchdb ended with ${code}`)))
  })
  const Pouch = (await import('pouchdb' as string)).default as PouchDB
  Pouch.plugin((await import('pouchdb-adapter-memory' as string)).default)
  return {
    sync: async (acts, keeping) => {
      const there = new Pouch(`${address}/acts-${randomUUID()}`)
      await there.info()
      const onPhone = () => new Pouch(join(folder, randomUUID()), { adapter: keeping })
      const [phone, other] = [onPhone(), onPhone()]
      await phone.bulkDocs(acts.map((act) => ({ _id: act.id, ...act })))
      const used = () => ownProcessorSeconds() + processorSecondsOf(child.pid ?? 0)
      const usedBefore = used()
      const push = await secondsOf(() => replicated(acts.length, () => phone.replicate.to(there)))
      const pushProcessor = used() - usedBefore
      const pull = await secondsOf(() => replicated(acts.length, () => other.replicate.from(there)))
      await Promise.all([phone.close(), other.close()])
      return { push, pull, pushProcessor }
    },
    stop: () => void child.kill(),
  }
}

async function replicated(expected: number, work: () => Promise<{ docs_written: number }>): Promise<void> {
  const { docs_written: written } = await work()
  if (written !== expected) throw new Error(`${written} of ${expected} documents arrived`)
}
