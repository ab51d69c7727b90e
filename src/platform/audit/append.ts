import { sql, type Transaction } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Tables } from '../database/generated/tables.ts'

/** One line of the audit log. No personal data: who and what are identifiers, `reason` is a short word list or purpose. */
export type AuditLine = {
  /** Verb and noun: `read case`, `merge signals`, `disclose handover`. */
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string }
  /** The person whose data it is, so that "who looked at my data" can be answered. */
  readonly personId?: string | undefined
  /** Zone the data belong to, when it is not the actor's own. */
  readonly zoneId?: string | undefined
  readonly reason?: string | undefined
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

type Writing = { readonly db: Transaction<Tables>; readonly actor: Actor; readonly now: Date }

/** Writes the lines in one statement; the database numbers them and links each to the one before by its hash. */
export async function appendAuditLines(tx: Writing, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return
  const { actor } = tx
  const staff = actor.kind === 'staff' ? actor : undefined
  // What all lines have in common travels once; what is left out is null.
  const shared = {
    at: tx.now.toISOString(),
    actor_kind: actor.kind,
    actor_user_id: staff?.userId,
    actor_role: staff?.role,
    task: actor.kind === 'system' ? actor.task : undefined,
    zone_id: staff?.zoneId,
  }
  const rows = lines.map((line) => ({
    zone_id: line.zoneId,
    action: line.action,
    subject_type: line.subject.type,
    subject_id: line.subject.id,
    person_id: line.personId,
    reason: line.reason,
    details: line.details ?? {},
  }))
  await sql`select audit.append(${actor.municipalityId}::uuid, ${JSON.stringify(rows)}::jsonb, ${JSON.stringify(shared)}::jsonb)`.execute(
    tx.db,
  )
}
