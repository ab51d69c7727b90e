import type { Tx } from '../../platform/database/transact.ts'
import { notFound } from '../../platform/http/index.ts'
import type { RightsRequest } from './request.ts'
import { requestById } from './request-store.ts'

/** `stale`: somebody was first. `refused`: this is not possible, or not for this reader. */
export type Changing = 'done' | 'stale' | 'refused'

/** The request, for who may see it; not found otherwise. */
export async function requestSeen(tx: Tx, id: string): Promise<RightsRequest> {
  const request = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await requestById(tx, id) : undefined
  return request ?? notFound('request about own data', id)
}

/** A line in the log about a request. */
export function note(tx: Tx, action: string, id: string, personId: string | null | undefined, kind: string): void {
  tx.audit({ action, subject: { type: 'rights request', id }, personId: personId ?? undefined, reason: kind })
}
