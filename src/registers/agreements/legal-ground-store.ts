import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../platform/database/transact.ts'
import { legalBasis } from './legal-ground.ts'

/** A recorded ground: that it was there, for whom, for what. */
export type LegalGround = {
  readonly id: string
  readonly personId: string
  readonly kind: string
  readonly purpose: string
  readonly recordedAt: Date
}

/** The standing ground for keeping data of somebody for `purpose`, recorded now when there is none. Gives its identifier. */
export async function ensureLegalGround(
  tx: Tx,
  wanted: { readonly zoneId: string; readonly personId: string; readonly purpose: string },
): Promise<string> {
  const found = await tx.db
    .selectFrom('agreements.legal_ground')
    .select('id')
    .where('person_id', '=', wanted.personId)
    .where('purpose', '=', wanted.purpose)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (found) return found.id
  const id = uuidv7()
  await recordLegalGrounds(tx, [{ id, ...wanted }])
  return id
}

/** Records many grounds in one statement. */
export async function recordLegalGrounds(
  tx: Tx,
  grounds: readonly {
    readonly id: string
    readonly zoneId: string
    readonly personId: string
    readonly purpose: string
  }[],
): Promise<void> {
  if (grounds.length === 0) return
  await tx.db
    .insertInto('agreements.legal_ground')
    .values(
      grounds.map(({ id, zoneId, personId, purpose }) => ({
        municipality_id: tx.actor.municipalityId,
        id,
        zone_id: zoneId,
        person_id: personId,
        kind: legalBasis(purpose).kind,
        purpose,
        recorded_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
        recorded_at: tx.now,
      })),
    )
    .execute()
}

/** The standing grounds for keeping data of somebody. */
export async function legalGroundsOf(tx: Tx, personId: string): Promise<readonly LegalGround[]> {
  const rows = await tx.db
    .selectFrom('agreements.legal_ground')
    .select(['id', 'person_id', 'kind', 'purpose', 'recorded_at'])
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    purpose: row.purpose,
    recordedAt: row.recorded_at,
  }))
}
