import { createHash } from 'node:crypto'
import { isoDateIn, startOfDayIn } from '@meernet/calendar'
import type { Tx } from '../../platform/database/transact.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import { type Certificate, certificates, keepCertificate, noteAppliedAgain } from './certificate-store.ts'
import { itemsOf, keepItems, type Proposal, proposals, saveStep } from './proposal-store.ts'
import { rulesEver } from './rule-store.ts'
import { erasableSeries } from './series.ts'
import { endedBefore, type Term } from './term.ts'

/** The job that writes the journal of one certificate to the file beside the database. */
export const journalTask = 'retention.journal'

/**
 * Deletes what two people approved, over all modules in one transaction, with its certificate, journal and line in the log; twice
 * does nothing twice. As the program.
 */
export async function executeDeletion(tx: Tx, proposalId: string): Promise<void> {
  const [proposal] = await proposals(tx, { id: proposalId })
  if (proposal?.state !== 'approved') return
  const { series, zoneId, checkedBy, approvedBy, approvedAt } = proposal
  const rule = (await rulesEver(tx)).get(proposal.ruleId)
  if (!rule || !checkedBy || !approvedBy || !approvedAt)
    throw new Error('An approved proposal names its rule and two people.')
  const ids = await stillOver(tx, proposal, rule.term)
  const rowCounts = await erasableSeries[series].erase(tx, ids)
  const facts = {
    id: proposalId,
    zoneId,
    series,
    term: rule.term,
    reference: rule.reference,
    checkedBy,
    approvedBy,
    approvedAt,
    executedAt: tx.now,
    records: ids.length,
    rowCounts,
  }
  const digest = digestOf(facts)
  await keepCertificate(tx, { ...facts, digest }, ids)
  await saveStep(tx, proposal, { state: 'executed' })
  tx.audit({
    action: 'execute deletion',
    subject: { type: 'deletion certificate', id: proposalId },
    zoneId,
    details: { records: ids.length, series, digest },
  })
  await tx.enqueue({ task: journalTask, payload: { id: proposalId } })
}

/** What was approved and is over its term still: what began again after the check stays, and the proposal says so. */
async function stillOver(tx: Tx, { id, series, zoneId }: Proposal, term: Term): Promise<readonly string[]> {
  const asked = (await itemsOf(tx, id)).filter(({ keptBecause }) => !keptBecause).map(({ subjectId }) => subjectId)
  const before = startOfDayIn(municipalTimeZone, endedBefore(isoDateIn(municipalTimeZone, tx.now), term))
  const over = new Set((await erasableSeries[series].endedBefore(tx, zoneId, before)).map((one) => one.id))
  await keepItems(
    tx,
    id,
    asked.filter((one) => !over.has(one)),
    'notClosed',
  )
  return asked.filter((one) => over.has(one))
}

/** One line of the journal: what a certificate says, and which records it is of. */
export type DeletionEntry = {
  readonly municipalityId: string
  readonly certificate: Omit<Certificate, 'appliedAgainAt' | 'appliedAgainRecords'>
  readonly subjectIds: readonly string[]
}

/** Deletes again what a restored backup brought back, and says so on the certificate. Gives how many rows were there. As the program. */
export async function deleteAgain(tx: Tx, { certificate, subjectIds }: DeletionEntry): Promise<number> {
  const erased = await erasableSeries[certificate.series].erase(tx, subjectIds)
  const rows = Object.values(erased).reduce((sum, count) => sum + count, 0)
  const [known] = await certificates(tx, certificate.id)
  if (!known) await keepCertificate(tx, certificate, subjectIds)
  if (rows === 0) return 0
  await noteAppliedAgain(tx, certificate.id, subjectIds.length)
  tx.audit({
    action: 'delete again after restore',
    subject: { type: 'deletion certificate', id: certificate.id },
    zoneId: certificate.zoneId,
    details: { rows, digest: certificate.digest },
  })
  return rows
}

function digestOf(facts: Omit<Certificate, 'digest' | 'appliedAgainAt' | 'appliedAgainRecords'>): string {
  const rows = Object.entries(facts.rowCounts).toSorted(([a], [b]) => a.localeCompare(b))
  return createHash('sha256')
    .update(JSON.stringify({ ...facts, rowCounts: rows }))
    .digest('hex')
}
