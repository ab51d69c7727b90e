import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/**
 * Waits until nobody else works out what is hidden of this family. A transaction that waits for the answer of a thread is idle to the database,
 * which bears that for longer here.
 */
export async function lockFamily(tx: Tx, root: string): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', '10min', true)`.execute(tx.db)
  await sql`select pg_advisory_xact_lock(
    hashtextextended('analysis.hidden_figure' || ${tx.actor.municipalityId} || ${root}, 0))`.execute(tx.db)
}

/** Which state of figures and neighbourhoods this is: another number when any of them changed. */
export async function figureMoment(tx: Tx): Promise<number> {
  const { rows } = await sql<{ number: number }>`select number from analysis.figure_change
    where municipality_id = ${tx.actor.municipalityId}::uuid`.execute(tx.db)
  return rows[0]?.number ?? 0
}

/** The same; nobody changes figures until this transaction ends. */
export async function heldMoment(tx: Tx): Promise<number> {
  const { rows } = await sql<{ number: number }>`select number from analysis.figure_change
    where municipality_id = ${tx.actor.municipalityId}::uuid for share`.execute(tx.db)
  return rows[0]?.number ?? 0
}

/** Figures or neighbourhoods are others now: what is hidden is worked out anew when somebody looks next. */
export async function figuresChanged(tx: Tx): Promise<void> {
  const municipality = sql`${tx.actor.municipalityId}::uuid`
  // First, as where a file does so: it waits for whoever just keeps what was worked out.
  await sql`insert into analysis.figure_change as known (municipality_id, number) values (${municipality}, 1)
    on conflict (municipality_id) do update set number = known.number + 1`.execute(tx.db)
  await sql`delete from analysis.protected_indicator where municipality_id = ${municipality}`.execute(tx.db)
}
