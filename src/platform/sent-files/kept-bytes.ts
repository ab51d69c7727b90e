import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor, StaffActor } from '../access/actor.ts'
import type { Transact, Tx } from '../database/transact.ts'
import { withOwnFolder } from './folder.ts'
import { addPart, addSentFile, type NewSentFile, partOf } from './sent-file-store.ts'

const partBytes = 1024 * 1024

/** Keeps the file at `path`, all of it in the caller's transaction or nothing. */
export async function keepBytes(tx: Tx, actor: StaffActor, file: NewSentFile, path: string): Promise<void> {
  await addSentFile(tx, actor, file)
  const handle = await open(path)
  try {
    for (let place = 0; ; place += 1) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(partBytes), 0, partBytes)
      if (bytesRead === 0) return
      await addPart(tx, file.id, place, buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

type Kept = { readonly id: string; readonly fileName: string; readonly sizeBytes: number }
type Needs = { readonly transact: Transact; readonly folder: string }

/**
 * Lays a kept file down under its own name for as long as `work` takes, for zips and databases are not read from one end to the
 * other. Gives `gone` when its bytes are lost, as they are after a crash of the database.
 */
export async function withKeptBytes<Result>(
  { transact, folder }: Needs,
  actor: Actor,
  { id, fileName, sizeBytes }: Kept,
  work: (path: string) => Promise<Result>,
): Promise<Result | 'gone'> {
  return withOwnFolder(folder, async (own) => {
    const path = join(own, fileName)
    const written = await transact(actor, (tx) => layDown(tx, id, path))
    return written === sizeBytes ? work(path) : 'gone'
  })
}

async function layDown(tx: Tx, id: string, path: string): Promise<number> {
  const handle = await open(path, 'wx', 0o600)
  let written = 0
  try {
    for (let place = 0; ; place += 1) {
      const bytes = await partOf(tx, id, place)
      if (!bytes) return written
      await handle.appendFile(bytes)
      written += bytes.length
    }
  } finally {
    await handle.close()
  }
}
