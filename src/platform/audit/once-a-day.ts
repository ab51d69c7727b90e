import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import { municipalTimeZone } from '../messages/index.ts'
import type { AuditLine } from './append.ts'

/**
 * Notes that the actor saw a list, once a day for each list: who saw names is kept, how often a page was opened is not. A day
 * is one of the municipality.
 */
export async function auditOnceADay(tx: Tx, line: AuditLine): Promise<void> {
  const { type, id } = line.subject
  const { rows } = await sql<{ noted: boolean }>`
    select audit.noted_by_me(date_trunc('day', ${tx.now}::timestamptz at time zone ${municipalTimeZone}) at time zone ${municipalTimeZone},
      ${line.action}, ${type}, ${id}) as noted`.execute(tx.db)
  if (!rows[0]?.noted) tx.audit(line)
}
