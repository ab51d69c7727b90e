import type { StaffActor } from '../access/actor.ts'
import type { Tx } from '../database/transact.ts'
import type { SentFile, WhyNotTaken } from './sent-file.ts'

/** A sent file as it begins: to be read, or with columns that somebody has to explain first. */
export type NewSentFile = Pick<SentFile<object>, 'id' | 'fileName' | 'sizeBytes' | 'asked'> & {
  readonly kind: string
  readonly state: 'waiting' | 'unknown'
}

/** Notes a file that was sent; its bytes follow in the same transaction, one `addPart` after the other. */
export async function addSentFile(tx: Tx, actor: StaffActor, file: NewSentFile): Promise<void> {
  await tx.db
    .insertInto('platform.sent_file')
    .values({
      municipality_id: actor.municipalityId,
      id: file.id,
      sent_by: actor.userId,
      sent_at: tx.now,
      kind: file.kind,
      file_name: file.fileName,
      size_bytes: file.sizeBytes,
      asked: JSON.stringify(file.asked),
      state: file.state,
      moved_at: tx.now,
    })
    .execute()
}

/** Keeps the bytes at `place`, counted from 0. */
export async function addPart(tx: Tx, fileId: string, place: number, bytes: Buffer): Promise<void> {
  await tx.db
    .insertInto('platform.sent_file_part')
    .values({ municipality_id: tx.actor.municipalityId, file_id: fileId, place, bytes_plain: bytes })
    .execute()
}

/** The bytes at `place`; nothing behind the last, or when they are lost. */
export async function partOf(tx: Tx, fileId: string, place: number): Promise<Buffer | undefined> {
  const row = await tx.db
    .selectFrom('platform.sent_file_part')
    .select('bytes_plain')
    .where('file_id', '=', fileId)
    .where('place', '=', place)
    .executeTakeFirst()
  return row?.bytes_plain
}

/** What one may see of the files of a kind that were sent, newest first: one's own, or all for the program. */
export async function sentFilesOf<Asked>(tx: Tx, kind: string, id?: string): Promise<readonly SentFile<Asked>[]> {
  const rows = await tx.db
    .selectFrom('platform.sent_file')
    .selectAll()
    .where('kind', '=', kind)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('sent_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    sizeBytes: Number(row.size_bytes),
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    // Written by the module that reads files of this kind.
    asked: row.asked as Asked,
    state: row.state as SentFile<Asked>['state'],
    step: row.step,
    readCount: Number(row.read_count),
    movedAt: row.moved_at,
    answer: row.answer as WhyNotTaken | null,
    version: row.version,
  }))
}

/** One of them. */
export async function sentFile<Asked>(tx: Tx, kind: string, id: string): Promise<SentFile<Asked> | undefined> {
  const [file] = await sentFilesOf<Asked>(tx, kind, id)
  return file
}

/** How many files somebody has lying here. */
export async function countSentFiles(tx: Tx): Promise<number> {
  const { count } = await tx.db
    .selectFrom('platform.sent_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Puts a file back in the row, with what is said about it now; false when it changed since `version`. */
export async function waitAgain(tx: Tx, id: string, version: number, asked: object): Promise<boolean> {
  return changed(tx, id, version, {
    state: 'waiting',
    asked: JSON.stringify(asked),
    step: null,
    read_count: 0,
    answer: null,
  })
}

/** Takes a file in hand: gives the number of this reading, or nothing when another reader has it or nobody wants it any more. */
export async function beginReading(tx: Tx, id: string, silentSince: Date): Promise<number | undefined> {
  const row = await tx.db
    .updateTable('platform.sent_file')
    .set(({ eb }) => ({
      state: 'reading',
      step: 'opening',
      read_count: 0,
      answer: null,
      moved_at: tx.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where(({ or, and, eb }) =>
      or([
        eb('state', 'in', ['waiting', 'stopped']),
        and([eb('state', '=', 'reading'), eb('moved_at', '<', silentSince)]),
      ]),
    )
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

/** A sign of the reader; false when its reading is not wanted any more. */
export async function noteProgress(tx: Tx, id: string, version: number, step: string, count: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('platform.sent_file')
    .set({ step, read_count: count, moved_at: tx.now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends a reading without taking the file. */
export async function endReading(
  tx: Tx,
  id: string,
  version: number,
  state: 'refused' | 'unknown' | 'stopped',
  { answer, asked }: { readonly answer?: WhyNotTaken; readonly asked?: object } = {},
): Promise<boolean> {
  return changed(tx, id, version, {
    state,
    answer: answer ? JSON.stringify(answer) : null,
    ...(asked && { asked: JSON.stringify(asked) }),
  })
}

/** Forgets a file with its bytes: it is taken over, or not wanted. With `version`, only when it is still of that reading. */
export async function forgetSentFile(tx: Tx, id: string, version?: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('platform.sent_file')
    .where('id', '=', id)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Forgets the files that lie here since before `moment`. */
export async function forgetSentBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.db.deleteFrom('platform.sent_file').where('sent_at', '<', moment).execute()
}

type Changes = {
  readonly state: string
  readonly asked?: string
  readonly step?: null
  readonly read_count?: number
  readonly answer: string | null
}

async function changed(tx: Tx, id: string, version: number, changes: Changes): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('platform.sent_file')
    .set(({ eb }) => ({ ...changes, moved_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
