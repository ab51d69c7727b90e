import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** One Meernet per embedded database: held by an advisory lock on a connection, which ends with the process however it ends. */
export type Holding = { note(address: string): void; release(): Promise<void> }

type Note = { readonly pid: number; readonly since: string; readonly address?: string }

/** Takes hold of the data folder; throws a sentence that says who holds it when somebody does. Keeps hold when the database restarts. */
export async function holdDataFolder(url: string, varFolder: string): Promise<Holding> {
  const file = join(varFolder, 'running.json')
  let isReleased = false
  let client = await lockHolder(url)
  if (!client) {
    throw new Error(
      `${varFolder} is held by another Meernet${described(file)}. Stop that one first, or give this one its own folder with MEERNET_VAR.`,
    )
  }
  const holdOn = (held: pg.Client) => {
    held.once('end', async () => {
      for (let again: pg.Client | undefined; !isReleased && !again; ) {
        await sleep(againAfterMs, undefined, { ref: false })
        again = isReleased ? undefined : await lockHolder(url).catch(() => undefined)
        if (!again) continue
        if (isReleased) return void again.end().catch(() => undefined)
        client = again
        holdOn(again)
      }
    })
  }
  holdOn(client)
  const write = (note: Note) => writeFileSync(file, JSON.stringify(note), { mode: 0o600 })
  const own = { pid: process.pid, since: new Date().toISOString() }
  write(own)
  return {
    note: (address) => write({ ...own, address }),
    release: async () => {
      isReleased = true
      rmSync(file, { force: true })
      await client?.end().catch(() => undefined)
    },
  }
}

const againAfterMs = 1000

/** A connection that has the lock, or undefined when another has it. */
async function lockHolder(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'meernet-holder', keepAlive: true })
  client.on('error', () => undefined)
  let isHeld = false
  try {
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('meernet-holder')) as held`,
    )
    isHeld = rows[0]?.held ?? false
    return isHeld ? client : undefined
  } finally {
    if (!isHeld) await client.end().catch(() => undefined)
  }
}

function described(file: string): string {
  if (!existsSync(file)) return ''
  const { pid, since, address } = JSON.parse(readFileSync(file, 'utf8')) as Note
  return ` (process ${pid}, since ${since}${address ? `, at ${address}` : ''})`
}
