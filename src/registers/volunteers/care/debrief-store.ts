import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { type Debrief, type DebriefOrigin, debriefDue } from './care.ts'

/**
 * Owes these volunteers a talk after a hard visit at `visitedAt`. Once a day for each: asking again changes nothing. Also for the
 * other of a pair, whose file the actor does not see; never beyond the own zone.
 */
export async function askDebriefs(
  tx: Tx,
  hard: { readonly volunteerIds: readonly string[]; readonly origin: DebriefOrigin; readonly visitedAt: Date },
): Promise<void> {
  if (hard.volunteerIds.length === 0) return
  const day = isoDateIn(municipalTimeZone, hard.visitedAt)
  await sql`select volunteers.ask_debriefs(${[...hard.volunteerIds]}::uuid[], ${hard.origin}, ${day}::date,
    ${debriefDue(hard.visitedAt)})`.execute(tx.db)
}

type Filter = { readonly volunteerId?: string; readonly isOpen?: boolean }

/** Talks owed and held, of one volunteer or of all one may see; the first promised first. Open ones: of nobody frozen. */
export async function debriefsIn(tx: Tx, { volunteerId, isOpen }: Filter): Promise<readonly Debrief[]> {
  let query = tx.db
    .selectFrom('volunteers.debrief as d')
    .innerJoin('volunteers.volunteer as v', (join) =>
      join.onRef('v.municipality_id', '=', 'd.municipality_id').onRef('v.id', '=', 'd.volunteer_id'),
    )
    .select(['d.id', 'd.volunteer_id', 'v.name', 'd.origin', 'd.visited_on', 'd.due_at', 'd.held_on', 'd.held_by'])
    .orderBy('d.due_at')
  if (volunteerId) query = query.where('d.volunteer_id', '=', volunteerId)
  if (isOpen) query = query.where('d.held_on', 'is', null).where('v.frozen_on', 'is', null)
  return (await query.execute()).map((row) => ({
    id: row.id,
    volunteerId: row.volunteer_id,
    volunteerName: row.name,
    // A closed list: the database checks it.
    origin: row.origin as DebriefOrigin,
    visitedOn: row.visited_on,
    dueAt: row.due_at,
    heldOn: row.held_on,
    heldBy: row.held_by,
  }))
}

/** Notes that a talk was held on `day` by the actor; false when it was held already or is not there. */
export async function holdOne(tx: Tx, volunteerId: string, id: string, day: IsoDate): Promise<boolean> {
  if (tx.actor.kind !== 'staff') return false
  const { numUpdatedRows } = await tx.db
    .updateTable('volunteers.debrief')
    .set({ held_on: day, held_by: tx.actor.userId })
    .where('id', '=', id)
    .where('volunteer_id', '=', volunteerId)
    .where('held_on', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
