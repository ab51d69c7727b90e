import type { Texts } from '../../../../platform/messages/index.ts'
import { Stack } from '../../../../ui/index.ts'
import type { Card } from '../../cards/card-store.ts'
import { CardSheet } from './card-sheet.tsx'
import { type History, SignalHistory } from './signal-history.tsx'

type Props = {
  readonly t: Texts
  /** The card of the case first, then those that were merged into it. */
  readonly cards: readonly Card[]
  readonly history: History
  readonly neighbourhood: string | undefined
}

/** The card inside its case: what it says and what happened with it, to read only. */
export function CaseCard({ t, cards, history, neighbourhood }: Props) {
  return (
    <Stack gap="large">
      {cards.map((card) => (
        <CardSheet key={card.id} t={t} card={card} neighbourhood={neighbourhood} />
      ))}
      <SignalHistory t={t} view={history} />
    </Stack>
  )
}
