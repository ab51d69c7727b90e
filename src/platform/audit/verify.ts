import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'

/** Whether the audit log of a municipality is as it was written. */
export type AuditCheck =
  | { readonly kind: 'whole'; readonly lines: number }
  /** `from`: number of the first line that does not follow; undefined when lines at the end are gone. */
  | { readonly kind: 'broken'; readonly lines: number; readonly from: number | undefined }

/**
 * Recomputes the chain of hashes of the municipality one acts in. Answers the data protection officer, the administrator
 * (who may know that it is whole, not read it) and the program itself; to others the log looks empty.
 */
export async function verifyAudit(tx: Tx): Promise<AuditCheck> {
  const { rows } = await sql<{ lines: number; broken_at: number | null; head_fits: boolean }>`
    select * from audit.check_chain()`.execute(tx.db)
  const { lines = 0, broken_at = null, head_fits = true } = rows[0] ?? {}
  const isWhole = broken_at === null && head_fits
  return isWhole ? { kind: 'whole', lines } : { kind: 'broken', lines, from: broken_at ?? undefined }
}
