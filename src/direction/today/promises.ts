import type { IsoDate } from '@meernet/calendar'
import type { Waiting } from '../../platform/waiting/waiting.ts'

/** What waits, by when it was promised; each group with the oldest promise first. */
export type Promises = {
  readonly late: readonly Waiting[]
  readonly today: readonly Waiting[]
  readonly later: readonly Waiting[]
  /** Without a date: to be seen, nothing promised. */
  readonly open: readonly Waiting[]
}

export function promisesOn(today: IsoDate, waiting: readonly Waiting[]): Promises {
  const dated = waiting.filter(hasDate).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  return {
    late: dated.filter(({ dueOn }) => dueOn < today),
    today: dated.filter(({ dueOn }) => dueOn === today),
    later: dated.filter(({ dueOn }) => dueOn > today),
    open: waiting.filter((one) => !hasDate(one)),
  }
}

function hasDate(one: Waiting): one is Waiting & { dueOn: IsoDate } {
  return one.dueOn !== undefined
}
