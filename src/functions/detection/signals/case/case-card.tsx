import type { VNode } from 'preact'
import type { Tx } from '../../../../platform/database/transact.ts'
import { namesOf } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { cardsById } from '../../cards/card-store.ts'
import { eventsOf, mergedInto, signalById } from '../signal-store.ts'
import { CaseCard } from '../views/case-card.tsx'

/**
 * The card a case began with, those merged into it and what happened with it, to show inside that case; undefined for who is
 * not in the case. Every card that is read writes an audit line (P17).
 */
export async function cardOfCase(tx: Tx, signalId: string, t: Texts): Promise<VNode | undefined> {
  const signal = await signalById(tx, signalId)
  if (!signal?.caseId) return undefined
  const ids = [signalId, ...(await mergedInto(tx, [signalId])).map(({ id }) => id)]
  const cards = await cardsById(tx, ids)
  if (cards.length === 0) return undefined
  for (const { id } of cards)
    tx.audit({
      action: 'read card',
      subject: { type: 'card', id },
      personId: signal.personId ?? undefined,
      reason: 'work on the case',
    })
  const events = await eventsOf(tx, signal)
  const names = await namesOf(
    tx,
    events.flatMap(({ byUserId, otherId }) => [byUserId ?? [], otherId ?? []].flat()),
  )
  const [neighbourhood] = signal.neighbourhoodId ? await neighbourhoodsOf(tx, { ids: [signal.neighbourhoodId] }) : []
  const ordered = ids.flatMap((id) => cards.find((card) => card.id === id) ?? [])
  return <CaseCard t={t} cards={ordered} history={{ events, names }} neighbourhood={neighbourhood?.name} />
}
