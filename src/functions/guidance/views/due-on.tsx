import type { IsoDate } from '@meernet/calendar'
import type { Texts } from '../../../platform/messages/index.ts'
import { DueDate } from '../../../ui/index.ts'

/** A promised day in words, with the exact date beside. */
export function DueOn({ t, day }: { readonly t: Texts; readonly day: IsoDate }) {
  return (
    <DueDate words={t.dayInWords(day, { isDeadline: true })} date={t.day(day)} dateTime={day} overdue={day < t.today} />
  )
}
