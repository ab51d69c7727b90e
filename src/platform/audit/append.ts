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
  const actions = lines.map(({ action }) => action)
  const types = lines.map(({ subject }) => subject.type)
  const people = lines.map(({ personId }) => personId ?? null)
  const reasons = lines.map(({ reason }) => reason ?? null)
  const zones = lines.map(({ zoneId }) => zoneId ?? staff?.zoneId ?? null)
  const details = lines.map((line) => JSON.stringify(line.details ?? {}))
  // What all lines have in common travels once: a sync brings thousands that differ in their subject alone.
  const shared = {
    at: tx.now.toISOString(),
    actor_kind: actor.kind,
    actor_user_id: staff?.userId,
    actor_role: staff?.role,
    task: actor.kind === 'system' ? actor.task : undefined,
    action: sameOf(actions),
    subject_type: sameOf(types),
    person_id: sameOf(people),
    reason: sameOf(reasons),
    zone_id: sameOf(zones),
    details: isUniform(details) ? (lines[0]?.details ?? {}) : undefined,
  }
  await sql`select audit.append(${actor.municipalityId}::uuid, ${JSON.stringify(shared)}::jsonb,
    ${lines.map(({ subject }) => subject.id)}::text[], ${unlessSame(actions)}::text[], ${unlessSame(types)}::text[],
    ${unlessSame(people)}::uuid[], ${unlessSame(reasons)}::text[], ${unlessSame(zones)}::uuid[],
    ${unlessSame(details)}::jsonb[])`.execute(tx.db)
}

type Column = readonly (string | null)[]
const isUniform = (column: Column) => column.every((value) => value === column[0])
const sameOf = (column: Column) => (isUniform(column) ? column[0] : undefined)
const unlessSame = (column: Column) => (isUniform(column) ? null : [...column])
