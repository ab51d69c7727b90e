import type { Tx } from '../../../platform/database/transact.ts'
import type { ReachedResult } from '../cases/closing.ts'
import { sealedTextOf } from '../sealed-text.ts'

/** Three kinds of facts that never stand for each other: exploring is common, results are rare. */
export const factKinds = ['explored', 'action', 'result'] as const
export type FactKind = (typeof factKinds)[number]

/** One fact in one life domain, in facts or the person's words. */
export type DomainFact = {
  readonly id: string
  readonly domain: string
  readonly kind: FactKind
  /** Only of a result. */
  readonly reached: ReachedResult | null
  readonly text: string
  readonly byUser: string
  readonly at: Date
}
export type NewFact = Omit<DomainFact, 'at'> & { readonly caseId: string; readonly zoneId: string; readonly at?: Date }

/** All facts of a case, oldest first. */
export async function factsOf(tx: Tx, caseId: string): Promise<readonly DomainFact[]> {
  const rows = await tx.db
    .selectFrom('guidance.domain_fact')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      domain: row.domain,
      kind: row.kind as FactKind,
      reached: row.reached as ReachedResult | null,
      text: (await sealedTextOf(tx, row.zone_id)).open('domain_fact.text', row.id, row.text),
      byUser: row.by_user,
      at: row.at,
    })),
  )
}

/** Adds facts; the same identifier twice adds one. */
export async function insertFacts(tx: Tx, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return
  const rows = await Promise.all(
    facts.map(async (fact) => ({
      municipality_id: tx.actor.municipalityId,
      id: fact.id,
      zone_id: fact.zoneId,
      case_id: fact.caseId,
      domain: fact.domain,
      kind: fact.kind,
      reached: fact.reached,
      text: (await sealedTextOf(tx, fact.zoneId)).seal('domain_fact.text', fact.id, fact.text),
      by_user: fact.byUser,
      at: fact.at ?? tx.now,
    })),
  )
  await tx.db
    .insertInto('guidance.domain_fact')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
