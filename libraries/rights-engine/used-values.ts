import type { Model, Parameter } from './model.ts'

/** A value of the law that an outcome rests on: since when it holds, where it comes from, and whether a newer one is likely to exist. */
export type UsedValue = {
  readonly id: string
  /** The first day of the newest row that is known, and its value (money in euros); null before the first and for a gap without one. */
  readonly from: string | null
  readonly value: number | null
  readonly source: string
  readonly stale: boolean
}

/** The values of the law on a day, each worked out once. */
export function valuesUsedOn(model: Model, date: string): (id: string) => UsedValue {
  const known = new Map<string, UsedValue>()
  return (id) => {
    const kept = known.get(id)
    if (kept) return kept
    const parameter = model.parameters[id]
    const used = parameter ? valueOn(id, parameter, date) : { id, from: null, value: null, source: '', stale: false }
    known.set(id, used)
    return used
  }
}

function valueOn(id: string, { rows, knownUntil, source }: Parameter, date: string): UsedValue {
  const begun = rows.filter(({ from }) => from <= date).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const [newest] = begun
  const row = begun.find(({ gap }) => !gap)
  const stale = newest !== undefined && (row !== newest || (knownUntil !== undefined && date > knownUntil))
  return { id, from: row?.from ?? null, value: row?.value ?? null, source, stale }
}
