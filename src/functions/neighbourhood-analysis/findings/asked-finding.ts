import type { Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  type FormValues,
  forbidden,
  identifier,
  leaveFlash,
  notFound,
} from '../../../platform/http/index.ts'
import type { Changed } from './actions.ts'
import type { Finding } from './finding.ts'
import { findingById } from './finding-store.ts'

/** Whether a text has the form of an identifier. */
export const isIdentifier = (text: string): boolean => identifier().safeParse(text).success

/** The finding of the address; not found when there is none that the actor may see. */
export async function findingAsked(tx: Tx, c: Ctx): Promise<Finding> {
  const id = c.req.param('id') ?? ''
  return (isIdentifier(id) ? await findingById(tx, id) : undefined) ?? notFound('finding', id)
}

/** Back to the finding after a change, or the page that says it changed meanwhile. */
export function afterChange(c: Ctx, changed: Changed | 'ownWords', typed: FormValues, message: string): Response {
  const id = c.req.param('id') ?? ''
  const path = `/analysis/findings/${id}`
  if (changed === undefined) notFound('finding', id)
  if (changed === 'ownWords') forbidden(changed)
  if (changed === 'stale') changedMeanwhile({ subject: { type: 'finding', id }, now: path, typed })
  leaveFlash(c, message)
  return c.redirect(path, 303)
}
