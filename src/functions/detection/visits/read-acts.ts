import { z } from 'zod'
import { type RefusalReason, type VisitAct, visitAct } from './visit-act.ts'

/** What arrived, read or not: an act that cannot be read is kept whole, so that a person can. */
export type SentAct =
  | { readonly kind: 'read'; readonly id: string; readonly act: VisitAct }
  | { readonly kind: 'unreadable'; readonly id: string; readonly reason: RefusalReason; readonly whole: unknown }
  | { readonly kind: 'nameless' }

/** Reads acts one by one and puts those of one visit (or one round) together, each group in the order sent. */
export function readActs(sent: readonly unknown[]): readonly (readonly SentAct[])[] {
  const groups = Map.groupBy(sent.map(readAct), (item, index) => groupOf(item) ?? index)
  return [...groups.values()]
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

function groupOf(item: SentAct): string | undefined {
  if (item.kind !== 'read') return undefined
  const { act } = item
  if ('visitId' in act && act.visitId) return act.visitId
  return 'roundId' in act.body ? act.body.roundId : undefined
}
