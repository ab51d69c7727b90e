import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  addLocalRow,
  changeLocalRow,
  type LocalRow,
  localRowById,
  localRows,
  removeLocalRow,
} from './local-parameter-store.ts'

type Needs = { readonly transact: Transact }

/** `sameDay`: another value of this parameter begins on that day. `stale`: somebody changed it meanwhile. */
export type Entering = { readonly kind: 'done' | 'stale' | 'gone' | 'sameDay' }

/** Enters what holds from a day on; what held before stays as it was. */
export function enterValue({ transact }: Needs, actor: StaffActor, row: Omit<LocalRow, 'version'>): Promise<Entering> {
  return transact(actor, async (tx) => {
    const isAdded = await addLocalRow(tx, { ...row, enteredBy: actor.userId, enteredAt: tx.now })
    if (!isAdded) return { kind: 'sameDay' }
    tx.audit({ action: 'enter local value', subject: { type: 'localValue', id: row.id } })
    return { kind: 'done' }
  })
}

/** Corrects a value that was entered wrongly; a value that changes gets a day of its own instead. */
export function correctValue({ transact }: Needs, actor: StaffActor, row: LocalRow): Promise<Entering> {
  return transact(actor, async (tx) => {
    const others = await localRows(tx, row.parameter)
    const known = others.find(({ id }) => id === row.id)
    if (!known) return { kind: 'gone' }
    if (known.version !== row.version) return { kind: 'stale' }
    if (others.some(({ id, validFrom }) => id !== row.id && validFrom === row.validFrom)) return { kind: 'sameDay' }
    if (!(await changeLocalRow(tx, row))) return { kind: 'stale' }
    tx.audit({ action: 'correct local value', subject: { type: 'localValue', id: row.id } })
    return { kind: 'done' }
  })
}

/** Takes a value away that never held. */
export function removeValue({ transact }: Needs, actor: StaffActor, id: string, version: number): Promise<Entering> {
  return transact(actor, async (tx) => {
    if (!(await localRowById(tx, id))) return { kind: 'gone' }
    if (!(await removeLocalRow(tx, id, version))) return { kind: 'stale' }
    tx.audit({ action: 'remove local value', subject: { type: 'localValue', id } })
    return { kind: 'done' }
  })
}
