import type pg from 'pg'
import { attention, type Finding, well, wrong } from './finding.ts'

/** What a database tells about those that follow it. */
export type ReplicaStanding = {
  readonly isReplica: boolean
  /** Every commit waits for a replica. */
  readonly waits: boolean
  /** Slots of replicas, and how many of them are followed. */
  readonly slots: number
  readonly followed: number
  /** Megabytes kept for replicas that do not follow. */
  readonly keptMb: number
}

/** Who follows the database, as far as a role that is no superuser may see. */
export async function replicasOf(client: pg.Client): Promise<ReplicaStanding | undefined> {
  const { rows } = await client.query<ReplicaStanding>(`
    select pg_is_in_recovery() as "isReplica", current_setting('synchronous_standby_names') <> '' as waits,
      count(*)::int as slots, count(*) filter (where active)::int as followed,
      coalesce(sum(pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
        restart_lsn)) filter (where not active), 0)::float8 / 1048576 as "keptMb"
    from pg_replication_slots where slot_type = 'physical'`)
  return rows[0]
}

/** Whether what is saved is safe, and can be saved at all. */
export function judgeReplicas({ isReplica, waits, slots, followed, keptMb }: ReplicaStanding): Finding {
  if (isReplica)
    return wrong(
      'database',
      'DATABASE_URL points to a replica, where nothing can be saved.',
      'Point it to the primary. Is that one lost? docs/operations.md says how to make this one the primary.',
    )
  if (waits && followed === 0)
    return wrong(
      'database',
      'Saving waits for a replica, and none follows: every page that saves stands still.',
      "Start the replica. Can it not be: alter system set synchronous_standby_names = ''; select pg_reload_conf();",
    )
  if (followed < slots)
    return attention(
      'database',
      `${slots - followed} of ${slots} replicas do not follow; ${Math.round(keptMb)} MB is kept for them.`,
      'Start them again. One that will not come back: select pg_drop_replication_slot(…), or the disk fills up.',
    )
  if (followed > 0 && !waits)
    return attention(
      'database',
      'A replica follows, and what is saved does not wait for it: the last seconds before a failure can be lost.',
      'On the primary: synchronous_standby_names, as docs/operations.md says.',
    )
  return well('database', followed > 0 ? `Replicas that follow it: ${followed}.` : 'No replica follows it.')
}
