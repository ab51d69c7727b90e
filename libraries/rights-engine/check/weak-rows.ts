import { dayOf } from '../language/tokens.ts'
import type { Model } from '../model.ts'

/** Which parameters rest, on a day, on a row of low confidence; by number. The same day is worked out once. */
export function weakRows(model: Model): (day: number) => Uint8Array {
  const lines = Object.values(model.parameters).map(({ rows }) =>
    rows
      .filter(({ gap }) => !gap)
      .map(({ from, confidence }) => ({ from: dayOf(from) ?? 0, weak: confidence === 'low' }))
      .sort((a, b) => b.from - a.from),
  )
  const days = new Map<number, Uint8Array>()
  return (day) => {
    const kept = days.get(day)
    if (kept) return kept
    const weak = Uint8Array.from(lines, (rows) => (rows.find(({ from }) => from <= day)?.weak ? 1 : 0))
    if (days.size > 5000) days.clear()
    days.set(day, weak)
    return weak
  }
}
