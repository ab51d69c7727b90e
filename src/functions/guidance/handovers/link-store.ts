import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'
import type { Handover } from './handover.ts'
import { type LinkSecret, type LinkUse, tokenHash } from './link.ts'

/** A link to one handover. `secret` is there until it is used, ended or tried too often. */
export type HandoverLink = LinkUse & {
  readonly id: string
  readonly handoverId: string
  readonly secret: LinkSecret | null
  readonly viewUntil: Date | null
}

/** Keeps a new link; one that was there ends. */
export async function insertLink(
  tx: Tx,
  handover: Handover,
  secret: LinkSecret,
  { expiresAt, madeBy }: { readonly expiresAt: Date; readonly madeBy: string },
): Promise<void> {
  await endLinks(tx, handover.id)
  const id = uuidv7()
  const sealed = await sealedTextOf(tx, handover.zoneId)
  await tx.db
    .insertInto('guidance.handover_link')
    .values({
      municipality_id: tx.actor.municipalityId,
      id,
      zone_id: handover.zoneId,
      case_id: handover.caseId,
      handover_id: handover.id,
      token_hash: tokenHash(secret.token),
      secret: sealed.seal('handover_link.secret', id, JSON.stringify(secret)),
      expires_at: expiresAt,
      made_by: madeBy,
      made_at: tx.now,
    })
    .execute()
}

/** The link that leads to a handover now, for its sender. */
export async function linkOf(tx: Tx, handoverId: string): Promise<HandoverLink | undefined> {
  const row = await tx.db
    .selectFrom('guidance.handover_link')
    .selectAll()
    .where('handover_id', '=', handoverId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && linkFrom(tx, row)
}

/** The link of a token, ended ones too; locked, so that tries are counted one by one. */
export async function lockLinkByToken(tx: Tx, token: string): Promise<HandoverLink | undefined> {
  const row = await tx.db
    .selectFrom('guidance.handover_link')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .forUpdate()
    .executeTakeFirst()
  return row && linkFrom(tx, row)
}

/** Counts a wrong code; with `ends` the link is over and forgets its code. */
export async function countAttempt(tx: Tx, link: HandoverLink, ends: boolean): Promise<void> {
  await tx.db
    .updateTable('guidance.handover_link')
    .set({ attempts: link.attempts + 1, ...(ends && { ended_at: tx.now, secret: null }) })
    .where('id', '=', link.id)
    .execute()
}

/** Uses the link up: the code is forgotten, and who holds `viewToken` may read until `viewUntil`. */
export async function useLink(tx: Tx, link: HandoverLink, viewToken: string, viewUntil: Date): Promise<void> {
  await tx.db
    .updateTable('guidance.handover_link')
    .set({ used_at: tx.now, secret: null, view_hash: tokenHash(viewToken), view_until: viewUntil })
    .where('id', '=', link.id)
    .execute()
}

/** The handover that somebody holding both link and `viewToken` may read now. */
export async function viewedHandover(tx: Tx, token: string, viewToken: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('guidance.handover_link')
    .select('handover_id')
    .where('token_hash', '=', tokenHash(token))
    .where('view_hash', '=', tokenHash(viewToken))
    .where('view_until', '>', tx.now)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.handover_id
}

/** Lets the reading go on until `viewUntil`, after a yes. */
export async function prolongView(tx: Tx, handoverId: string, viewUntil: Date): Promise<void> {
  await tx.db
    .updateTable('guidance.handover_link')
    .set({ view_until: viewUntil })
    .where('handover_id', '=', handoverId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every link to a handover. */
export async function endLinks(tx: Tx, handoverId: string): Promise<void> {
  await tx.db
    .updateTable('guidance.handover_link')
    .set({ ended_at: tx.now, secret: null, view_hash: null, view_until: null })
    .where('handover_id', '=', handoverId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends links nobody used in time, and readings that are over. Gives how many. */
export async function endPastLinks(tx: Tx): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.handover_link')
    .set({ ended_at: tx.now, secret: null, view_hash: null, view_until: null })
    .where('ended_at', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('used_at', 'is', null), where('expires_at', '<=', tx.now)]),
        where('view_until', '<=', tx.now),
      ]),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

async function linkFrom(tx: Tx, row: Selectable<Tables['guidance.handover_link']>): Promise<HandoverLink> {
  const sealed = await sealedTextOf(tx, row.zone_id)
  const secret = sealed.openIfAny('handover_link.secret', row.id, row.secret)
  return {
    id: row.id,
    handoverId: row.handover_id,
    secret: secret === null ? null : (JSON.parse(secret) as LinkSecret),
    attempts: row.attempts,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    endedAt: row.ended_at,
    viewUntil: row.view_until,
  }
}
