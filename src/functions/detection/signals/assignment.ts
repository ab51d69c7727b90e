import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { tellColleague } from '../../../platform/identity/index.ts'
import { type ActResult, changeSignal, lockOwnSignal } from './actions.ts'
import { readersOf } from './signal-reading.ts'

type Needs = { readonly transact: Transact }
type Assignment = { readonly signalId: string; readonly version: number; readonly to: string | null }

/** Gives a signal to a coordinator of its zone, or to nobody; refuses somebody who may not read it. */
export const assignSignal = (
  { transact }: Needs,
  actor: StaffActor,
  { signalId, version, to }: Assignment,
): Promise<ActResult | { readonly kind: 'notAColleague' }> =>
  transact(actor, async (tx) => {
    const signal = await lockOwnSignal(tx, actor, signalId)
    if (signal.version !== version) return { kind: 'stale' }
    const possible = await readersOf(tx, signal)
    if (to !== null && !possible.some(({ userId }) => userId === to)) return { kind: 'notAColleague' }
    await changeSignal(tx, signal, { assigneeUserId: to }, [{ kind: 'assigned', otherId: to }])
    if (to !== null && to !== actor.userId) await tellColleague(tx, to)
    return { kind: 'done' }
  })
