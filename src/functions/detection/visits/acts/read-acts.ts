import { z } from 'zod'
import { type RefusalReason, type VisitAct, visitAct } from './visit-act.ts'

/** What arrived, read or not: an act that cannot be read is kept whole, so that a person can. */
export type SentAct =
  | { readonly kind: 'read'; readonly id: string; readonly act: VisitAct }
  | { readonly kind: 'unreadable'; readonly id: string; readonly reason: RefusalReason; readonly whole: unknown }
  | { readonly kind: 'nameless' }

/** Acts that are replayed together, in the order sent: of one visit, of one round, or one act alone. `lane`: see `laneOf`. */
export type ActGroup = { readonly lane: number; readonly acts: readonly unknown[] }

/** Puts acts of one visit (or one round) together, unread. */
export function groupActs(sent: readonly unknown[]): readonly ActGroup[] {
  const groups = Map.groupBy(sent, (act, index) => keyOf(act) ?? index)
  return [...groups.values()].map((acts) => ({ lane: laneOf(acts[0]), acts }))
}

/** Reads acts one by one. */
export function readActs(sent: readonly unknown[]): readonly SentAct[] {
  return sent.map(readAct)
}

/** How many lanes there are. More than a visitor's share of the database is no use to others. */
export const laneCount = 2

/**
 * Acts of one visitor travel in lanes: those of one lane are taken in one after the other, the lanes side by side. All acts of a
 * visit, and an act that is sent again, go in the same lane.
 */
export function laneOf(sent: unknown): number {
  const last = Number.parseInt((keyOf(sent) ?? ownId(sent) ?? '').slice(-1), 16)
  return Number.isNaN(last) ? 0 : last % laneCount
}

function readAct(sent: unknown): SentAct {
  const parsed = visitAct.safeParse(sent)
  if (parsed.success) return { kind: 'read', id: parsed.data.id, act: parsed.data }
  const named = identified.safeParse(sent)
  if (!named.success) return { kind: 'nameless' }
  const isNumber = parsed.error.issues.some(({ message }) => message === 'resident.card.error.nationalNumber')
  return { kind: 'unreadable', id: named.data.id, reason: isNumber ? 'numberInText' : 'malformed', whole: sent }
}

const identified = z.looseObject({ id: z.uuid() })

/** The visit or round of an act that nobody has read yet. */
function keyOf(sent: unknown): string | undefined {
  if (!isObject(sent)) return undefined
  if (typeof sent.visitId === 'string') return sent.visitId
  return isObject(sent.body) && typeof sent.body.roundId === 'string' ? sent.body.roundId : undefined
}

/** The identifier an act carries, read or not. */
export const ownId = (sent: unknown): string | undefined =>
  isObject(sent) && typeof sent.id === 'string' ? sent.id : undefined

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
