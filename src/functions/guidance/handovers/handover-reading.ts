import type { Tx } from '../../../platform/database/transact.ts'
import { notFound } from '../../../platform/http/index.ts'
import { isIdentifier } from '../cases/case-reading.ts'
import type { Handover } from './handover.ts'
import { handoverById } from './handover-store.ts'

/** The handover for whoever is on one of its sides, with a line in the audit log: what is done, for which reason. */
export async function handoverFor(tx: Tx, id: string, action: string, reason?: string): Promise<Handover> {
  const handover = isIdentifier(id) ? await handoverById(tx, id) : undefined
  if (!handover) notFound('handover', 'of this identifier')
  tx.audit({
    action,
    subject: { type: 'handover', id: handover.id },
    personId: handover.personId,
    reason,
  })
  return handover
}
