import type { IsoDate } from '@meernet/calendar'
import type { Waiting } from '../../platform/waiting/waiting.ts'

/** What waits, by when it was promised; each group with the oldest promise first, after alarms. */
export type Promises = {
  readonly late: readonly Waiting[]
  readonly today: readonly Waiting[]
  readonly later: readonly Waiting[]
  /** Without a date: to be seen, nothing promised. */
  readonly open: readonly Waiting[]
}

/** Sorts what waits by when it was promised, as seen on `today`. */
export function promisesOn(today: IsoDate, waiting: readonly Waiting[]): Promises {
  const dated = waiting
    .filter(hasDate)
    .toSorted((a, b) => Number(b.isAlarm ?? false) - Number(a.isAlarm ?? false) || a.dueOn.localeCompare(b.dueOn))
  return {
    late: dated.filter(({ dueOn }) => dueOn < today),
    today: dated.filter(({ dueOn }) => dueOn === today),
    later: dated.filter(({ dueOn }) => dueOn > today),
    open: waiting.filter((one) => !hasDate(one)),
  }
}

/** A group as the page shows it: what to see at once, and what says the same once more, to unfold. */
export type Folded = {
  readonly shown: readonly Waiting[]
  readonly more: readonly (readonly Waiting[])[]
}

/** Of lines that say the same, the first three stay: forty cards of one kind would hide the one of another. */
export function foldSame(waiting: readonly Waiting[]): Folded {
  const same = [...Map.groupBy(waiting, ({ message, values }) => message + JSON.stringify(values ?? null)).values()]
  const hidden = same.map((lines) => (lines.length > shownOfSame + 1 ? lines.slice(shownOfSame) : []))
  const folded = new Set(hidden.flat())
  return { shown: waiting.filter((one) => !folded.has(one)), more: hidden.filter((lines) => lines.length > 0) }
}

const shownOfSame = 3

function hasDate(one: Waiting): one is Waiting & { dueOn: IsoDate } {
  return one.dueOn !== undefined
}
