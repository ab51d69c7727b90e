import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { ExitTalk } from './care.ts'

const placeOf = (volunteerId: string) => ({ column: 'volunteers.exit_talk.learned_sealed', rowId: volunteerId })

/** The talk of somebody who left; undefined when there was none or it is not one's to read. */
export async function exitTalkOf(tx: Tx, volunteerId: string): Promise<ExitTalk | undefined> {
  const row = await tx.db
    .selectFrom('volunteers.exit_talk')
    .selectAll()
    .where('volunteer_id', '=', volunteerId)
    .executeTakeFirst()
  if (!row) return undefined
  const key = await tx.vault.zone(row.municipality_id, row.zone_id)
  return { heldOn: row.held_on, learned: key.open(placeOf(volunteerId), row.learned_sealed), version: row.version }
}

/** Keeps it; based on `version` (0: none yet). False when somebody else kept another in between. */
export async function keepExitTalk(
  tx: Tx,
  volunteer: { readonly id: string; readonly zoneId: string },
  talk: { readonly heldOn: IsoDate; readonly learned: string; readonly version: number },
): Promise<boolean> {
  const { municipalityId } = tx.actor
  const key = await tx.vault.zone(municipalityId, volunteer.zoneId)
  const columns = {
    held_on: talk.heldOn,
    learned_sealed: key.seal(placeOf(volunteer.id), talk.learned),
    noted_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
  }
  const kept = await tx.db
    .insertInto('volunteers.exit_talk')
    .values({ municipality_id: municipalityId, zone_id: volunteer.zoneId, volunteer_id: volunteer.id, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'volunteer_id'])
        .doUpdateSet({ ...columns, version: sql<number>`volunteers.exit_talk.version + 1` })
        .where('volunteers.exit_talk.version', '=', talk.version),
    )
    .returning('version')
    .executeTakeFirst()
  return kept !== undefined
}
