import type { Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  type FormValues,
  forbidden,
  leaveFlash,
  notFound,
} from '../../../platform/http/index.ts'
import { isIdentifier } from '../findings/asked-finding.ts'
import type { Changed } from './actions.ts'
import type { Walk } from './walk.ts'
import { walkById } from './walk-store.ts'

/** The walk of the address; not found when there is none that the actor may see. */
export async function walkAsked(tx: Tx, c: Ctx): Promise<Walk> {
  const id = c.req.param('id') ?? ''
  return (isIdentifier(id) ? await walkById(tx, id) : undefined) ?? notFound('walk', id)
}

type After = { readonly message: string; readonly to?: string; readonly typed?: FormValues }

/** Back to the walk, or where `to` says, after a change; or the page that says it changed meanwhile. */
export function afterChange(c: Ctx, changed: Changed | 'ownPhoto', { message, to, typed }: After): Response {
  const id = c.req.param('id') ?? ''
  const path = `/analysis/walks/${id}`
  if (changed === undefined) notFound('walk', id)
  if (changed === 'ownPhoto') forbidden(changed)
  if (changed === 'stale') changedMeanwhile({ subject: { type: 'walk', id }, now: path, typed })
  leaveFlash(c, message)
  return c.redirect(to ?? path, 303)
}
