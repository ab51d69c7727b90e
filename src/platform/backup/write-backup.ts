import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { readWhole } from './backup-store.ts'
import { type BackupSecret, sealStream } from './envelope.ts'

/** What of an installation goes into a backup. */
export type BackupSource = { readonly url: string; readonly masterKey: Buffer; readonly now: Date }

/** Where the backup stands, and how many bytes it takes there, sealed. */
export type Written = { readonly file: string; readonly bytes: number }

/**
 * Writes everything of an installation, its master key included, to one sealed file that only the owner can read. Written
 * beside its place and put there when it is whole (and `check` is content), so a full disk or a kill never leaves half a
 * backup under its name, and never replaces a good one.
 */
export async function writeBackup(
  { url, masterKey, now }: BackupSource,
  file: string,
  secret: BackupSecret,
  check: (unfinished: string) => Promise<void> = async () => undefined,
): Promise<Written> {
  const unfinished = `${file}.part`
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const frames = readWhole(client, { createdAt: now.toISOString(), masterKey: masterKey.toString('base64') })
    const target = await open(unfinished, 'w', 0o600)
    try {
      // The file of an earlier attempt may have had other rights.
      await target.chmod(0o600)
      const sink = target.createWriteStream({ flush: true })
      // Rows that nobody takes any more would hold the connection, and with it the end, for ever.
      sink.once('error', () => void client.end().catch(() => undefined))
      await pipeline(Readable.from(frames), createGzip({ level: 4 }), (plain) => sealStream(secret, plain), sink)
    } finally {
      await target.close().catch(() => undefined)
    }
    await check(unfinished)
    await rename(unfinished, file)
    return { file, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
