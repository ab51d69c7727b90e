import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import type { Tx } from '../database/transact.ts'

/** One more attempt; `subject` is a number that nobody can turn back into who tried. */
export type Attempt = { readonly bucket: string; readonly subject: string; readonly windowStart: Date }

/** Counts an attempt; gives how many there are in its window with this one. */
export async function countAttempt(db: Db, { bucket, subject, windowStart }: Attempt): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into platform.attempt (bucket, subject, window_start, count) values (${bucket}, ${subject}, ${windowStart}, 1)
    on conflict (bucket, subject, window_start) do update set count = platform.attempt.count + 1
    returning count`.execute(db)
  return rows[0]?.count ?? 0
}

/** Forgets attempts in windows that began before `moment`. */
export async function forgetAttemptsBefore({ db }: Pick<Tx, 'db'>, moment: Date): Promise<void> {
  await db.deleteFrom('platform.attempt').where('window_start', '<', moment).execute()
}
