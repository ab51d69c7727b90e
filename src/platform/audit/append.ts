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
  const rows = lines.map((line) => ({
    at: tx.now.toISOString(),
    actor_kind: actor.kind,
    actor_user_id: staff?.userId ?? null,
    actor_role: staff?.role ?? null,
    task: actor.kind === 'system' ? actor.task : null,
    zone_id: line.zoneId ?? staff?.zoneId ?? null,
    action: line.action,
    subject_type: line.subject.type,
    subject_id: line.subject.id,
    person_id: line.personId ?? null,
    reason: line.reason ?? null,
    details: line.details ?? {},
  }))
  await sql`select audit.append(${actor.municipalityId}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(tx.db)
}
