import type { Texts } from '../../../../platform/messages/index.ts'
import { DueDate } from '../../../../ui/index.ts'
import type { Signal } from '../signal-store.ts'

type Props = { readonly t: Texts; readonly signal: Pick<Signal, 'dueOn'> }

/** By when the next step is promised; nothing when nothing is. */
export function PromiseDate({ t, signal: { dueOn } }: Props) {
  if (dueOn === null) return null
  return (
    <DueDate
      words={t.dayInWords(dueOn, { isDeadline: true })}
      date={t.day(dueOn)}
      dateTime={dueOn}
      overdue={dueOn < t.today}
    />
  )
}
