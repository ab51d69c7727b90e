import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { RowCounts, SeriesName } from './series.ts'
import type { Term } from './term.ts'

/** What was deleted: how much, by which rule, by whose decision. No personal data. */
export type Certificate = {
  readonly id: string
  readonly zoneId: string
  readonly series: SeriesName
  readonly term: Term
  readonly reference: string
  readonly checkedBy: string
  readonly approvedBy: string
  readonly approvedAt: Date
  readonly executedAt: Date
  readonly records: number
  readonly rowCounts: RowCounts
  /** SHA-256 over the rest, in hexadecimal; the audit log holds the same. */
  readonly digest: string
  /** After a restore of an older backup. */
  readonly appliedAgainAt: Date | null
  readonly appliedAgainRecords: number | null
}

/** Certificates the actor sees, newest first. */
export async function certificates(tx: Tx, id?: string): Promise<readonly Certificate[]> {
  const { rows } = await sql<Certificate>`
    select id, zone_id as "zoneId", series, term, reference, checked_by as "checkedBy", approved_by as "approvedBy",
      approved_at as "approvedAt", executed_at as "executedAt", records, row_counts as "rowCounts",
      encode(digest, 'hex') as digest, applied_again_at as "appliedAgainAt", applied_again_records as "appliedAgainRecords"
    from retention.certificate where ${id ? sql`id = ${id}::uuid` : sql`true`}
    order by executed_at desc, id limit 200`.execute(tx.db)
  return rows
}

/** Keeps a certificate with the journal of what was deleted; once. As the program. */
export async function keepCertificate(
  tx: Tx,
  certificate: Omit<Certificate, 'appliedAgainAt' | 'appliedAgainRecords'>,
  subjectIds: readonly string[],
): Promise<void> {
  const { municipalityId } = tx.actor
  await sql`
    insert into retention.certificate (municipality_id, id, zone_id, series, term, reference, checked_by, approved_by,
      approved_at, executed_at, records, row_counts, digest)
    values (${municipalityId}, ${certificate.id}, ${certificate.zoneId}, ${certificate.series}, ${certificate.term},
      ${certificate.reference}, ${certificate.checkedBy}, ${certificate.approvedBy}, ${certificate.approvedAt},
      ${certificate.executedAt}, ${certificate.records}, ${JSON.stringify(certificate.rowCounts)}::jsonb,
      decode(${certificate.digest}, 'hex'))
    on conflict do nothing`.execute(tx.db)
  await sql`
    insert into retention.deletion (municipality_id, certificate_id, subject_id, zone_id)
    select ${municipalityId}::uuid, ${certificate.id}::uuid, id, ${certificate.zoneId}::uuid
    from unnest(${[...subjectIds]}::uuid[]) as id on conflict do nothing`.execute(tx.db)
}

/** Which records a certificate is of: identifiers of what is no more. As the program. */
export async function subjectsOf(tx: Tx, certificateId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('retention.deletion')
    .select('subject_id')
    .where('certificate_id', '=', certificateId)
    .orderBy('subject_id')
    .execute()
  return rows.map(({ subject_id }) => subject_id)
}

/** Notes on a certificate that a restore had brought records back, and that they were deleted again. As the program. */
export async function noteAppliedAgain(tx: Tx, id: string, records: number): Promise<void> {
  await tx.db
    .updateTable('retention.certificate')
    .set({ applied_again_at: tx.now, applied_again_records: records })
    .where('id', '=', id)
    .execute()
}
