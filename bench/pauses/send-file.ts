import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Beside } from '../open.ts'

type Sender = { readonly address: string; readonly cookie: string; readonly beside: Beside }

/** Sends a file as a browser does, waits until it has been read, looks at what it holds, and takes it back. */
export async function sendFile(
  { address, cookie, beside }: Sender,
  home: string,
  path: string,
  said: Readonly<Record<string, string>>,
): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(said)) form.set(name, value)
  form.set('file', new File([new Uint8Array(readFileSync(path))], basename(path)))
  const headers = { cookie, origin: address }
  const post = (to: string, body: FormData | URLSearchParams) =>
    fetch(address + to, { method: 'POST', body, headers, redirect: 'manual' })
  const answer = await post(`${home}/imports`, form)
  const place = answer.headers.get('location')
  // Areas of other municipalities are read to the end, and nothing of them is kept.
  if (answer.status === 422 && home === '/areas') return void (await answer.arrayBuffer())
  if (answer.status !== 303 || !place) throw new Error(`${basename(path)} answered ${answer.status}`)
  await untilRead(beside)
  const page = await (await fetch(address + place, { headers })).text()
  const version = /name="version" value="(\d+)"/.exec(page)?.[1]
  await post(`${place}/withdrawal`, new URLSearchParams(version ? { version } : {}))
}

async function untilRead({ owner }: Beside): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ state: string }>`select state from platform.sent_file`.execute(owner)
    if (!rows.some(({ state }) => state === 'waiting' || state === 'reading')) return
    await sleep(100)
  }
}
