import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { StatedAboutFile } from '../forms.ts'

/** A file in a layout that is not known, with what was said when it was sent. */
export type UnknownFile = {
  readonly fileName: string
  readonly content: Buffer
  readonly stated: StatedAboutFile
}

/** Keeps it until who sent it has said what its columns hold; those of more than a day ago go. */
export async function keepUnknownFile(tx: Tx, actor: StaffActor, id: string, file: UnknownFile): Promise<void> {
  const aDayAgo = new Date(tx.now.getTime() - 24 * 3600 * 1000)
  await tx.db.deleteFrom('analysis.unknown_file').where('sent_at', '<', aDayAgo).execute()
  await tx.db
    .insertInto('analysis.unknown_file')
    .values({
      municipality_id: actor.municipalityId,
      id,
      sent_by: actor.userId,
      sent_at: tx.now,
      file_name: file.fileName,
      content: file.content.toString('base64'),
      stated: JSON.stringify(file.stated),
    })
    .execute()
}

/** The file somebody sent and has not explained yet. */
export async function unknownFile(tx: Tx, id: string): Promise<UnknownFile | undefined> {
  const row = await tx.db
    .selectFrom('analysis.unknown_file')
    .select(['file_name', 'content', 'stated'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      fileName: row.file_name,
      content: Buffer.from(row.content, 'base64'),
      // Written by `keepUnknownFile`.
      stated: row.stated as StatedAboutFile,
    }
  )
}

/** Forgets it: its columns are explained, or it is not wanted. */
export async function forgetUnknownFile(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('analysis.unknown_file').where('id', '=', id).execute()
}
