import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Certificate, DestroyedCounts } from './certificate.ts'

/** A certificate with the hash it was kept with. */
export type KeptCertificate = Certificate & { readonly hash: string }

/** When lists that an older backup had brought back were destroyed again, and how many rows that were. */
export type DestroyedAgain = { readonly againAt: Date; readonly againRows: number }

/** Keeps the certificate of a campaign; there is one. */
export async function keepCertificate(tx: Tx, certificate: KeptCertificate): Promise<void> {
  const { campaignId, destroyedAt, approvedBy, destroyed, hash } = certificate
  const { ruleReference, ruleDecidedBy, ruleDecidedOn, ruleDays } = certificate
  await sql`
    insert into detection.destruction_certificate (municipality_id, zone_id, campaign_id, destroyed_at, approved_by,
      rule_reference, rule_decided_by, rule_decided_on, rule_days,
      listed_addresses, round_addresses, rounds, pairs, letters, opt_outs, hash)
    select c.municipality_id, c.zone_id, c.id, ${destroyedAt}, ${approvedBy}::uuid,
      ${ruleReference}, ${ruleDecidedBy}, ${ruleDecidedOn}, ${ruleDays},
      ${destroyed.listedAddresses}, ${destroyed.roundAddresses}, ${destroyed.rounds}, ${destroyed.pairs},
      ${destroyed.letters}, ${destroyed.optOuts}, ${hash}
    from detection.campaign c where c.id = ${campaignId}`.execute(tx.db)
}

/** The certificate of a campaign; undefined while its lists exist, or when they went before there were certificates. */
export async function certificateOf(
  tx: Tx,
  campaignId: string,
): Promise<(KeptCertificate & Partial<DestroyedAgain>) | undefined> {
  const { rows } = await sql<Omit<KeptCertificate, 'destroyed'> & DestroyedCounts & Nullable<DestroyedAgain>>`
    select campaign_id as "campaignId", destroyed_at as "destroyedAt", approved_by as "approvedBy",
      rule_reference as "ruleReference", rule_decided_by as "ruleDecidedBy", rule_decided_on as "ruleDecidedOn",
      rule_days as "ruleDays", listed_addresses as "listedAddresses", round_addresses as "roundAddresses", rounds, pairs,
      letters, opt_outs as "optOuts", hash, again_at as "againAt", again_rows as "againRows"
    from detection.destruction_certificate where campaign_id = ${campaignId}`.execute(tx.db)
  const [row] = rows
  if (!row) return undefined
  const { listedAddresses, roundAddresses, rounds, pairs, letters, optOuts, againAt, againRows, ...certificate } = row
  return {
    ...certificate,
    ...(againAt && againRows !== null && { againAt, againRows }),
    destroyed: { listedAddresses, roundAddresses, rounds, pairs, letters, optOuts },
  }
}

/** Notes that a restore had brought lists back, and that they were destroyed again. As the program. */
export async function noteDestroyedAgain(tx: Tx, campaignId: string, rows: number): Promise<void> {
  await sql`
    update detection.destruction_certificate set again_at = ${tx.now}, again_rows = ${rows}
    where campaign_id = ${campaignId}`.execute(tx.db)
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null }
