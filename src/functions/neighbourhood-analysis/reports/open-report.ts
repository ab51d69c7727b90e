import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { isOpen, type Report } from './report.ts'
import { lockReport } from './report-store.ts'

/** `missing`: not there, or not to be seen; `changed`: somebody else was first; `closed`: it is no draft any more. */
export type Done =
  | { readonly kind: 'done' }
  | { readonly kind: 'missing' | 'changed' | 'closed' }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string }

/** It is done. */
export const done = { kind: 'done' } as const
/** Somebody else was first. */
export const changed = { kind: 'changed' } as const

/** Works in a report that may still be written in, kept from others meanwhile. */
export function inOpenReport<Result>(
  transact: Transact,
  actor: StaffActor,
  id: string,
  work: (tx: Tx, report: Report) => Promise<Result>,
): Promise<Result | Done> {
  return transact(actor, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report) return { kind: 'missing' }
    return isOpen(report) ? work(tx, report) : { kind: 'closed' }
  })
}

/** Notes an act on a report; gives that it is done. */
export function audit(tx: Tx, action: string, id: string): Done {
  tx.audit({ action, subject: { type: 'analysis', id } })
  return done
}
