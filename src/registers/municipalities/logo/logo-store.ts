import type { Tx } from '../../../platform/database/transact.ts'
import { digestOf, type Logo, logoTypes } from './logo.ts'

/** Keeps the logo of the municipality one acts in, in place of the one before. */
export async function saveLogo(tx: Tx, logo: Logo): Promise<void> {
  const kept = { picture: Buffer.from(logo.bytes).toString('base64'), media_type: logo.mediaType, set_at: tx.now }
  await tx.db
    .insertInto('municipalities.logo')
    .values({ municipality_id: tx.actor.municipalityId, ...kept })
    .onConflict((conflict) => conflict.column('municipality_id').doUpdateSet(kept))
    .execute()
  await nameLogo(tx, digestOf(logo))
}

/** Goes back to the mark of Meernet. */
export async function removeLogo(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('municipalities.logo').where('municipality_id', '=', tx.actor.municipalityId).execute()
  await nameLogo(tx, null)
}

/** The logo of the municipality one acts in; undefined without one. */
export async function logoIn(tx: Tx): Promise<Logo | undefined> {
  const row = await tx.db
    .selectFrom('municipalities.logo')
    .select(['picture', 'media_type'])
    .where('municipality_id', '=', tx.actor.municipalityId)
    .executeTakeFirst()
  const mediaType = logoTypes.find((type) => type === row?.media_type)
  return row && mediaType ? { bytes: Buffer.from(row.picture, 'base64'), mediaType } : undefined
}

const nameLogo = (tx: Tx, digest: string | null) =>
  tx.db
    .updateTable('municipalities.municipality')
    .set({ logo_digest: digest })
    .where('id', '=', tx.actor.municipalityId)
    .execute()
