import type { Figure, FigurePlace } from '../figure.ts'
import type { MissingKind } from '../mapping/mapping.ts'
import type { Indicator, ValueColumn } from '../mapping/plan.ts'
import { ExactSum } from '../sums/exact-sum.ts'
import type { CellRead } from './cell-reader.ts'

type EachValue = (column: ValueColumn, index: number, read: CellRead) => void

/**
 * Adds up the rows of each area and period: the dimensions that the mapping does not name are summed over. A sum with an
 * unknown or hidden part is itself unknown or hidden. Holds one sum for each area, period and indicator.
 */
export function rowSummer(indicators: readonly Indicator[]) {
  const areas = new Map<
    string,
    { readonly place: FigurePlace; readonly period: string | undefined; readonly sums: readonly Sum[] }
  >()
  return {
    add(place: FigurePlace, period: string | undefined, values: (take: EachValue) => void): void {
      const key = `${place.areaCode}\0${period ?? ''}`
      const area = areas.get(key) ?? { place: ownCopy(place), period, sums: indicators.map(() => new Sum()) }
      areas.set(key, area)
      values((_column, index, read) => area.sums[index]?.add(read))
    },
    finish(take: (figure: Figure) => void): void {
      for (const { place, period, sums } of areas.values())
        for (const [index, indicator] of indicators.entries()) {
          const total = sums[index]?.total
          if (total) take({ ...place, indicator, period, ...total })
        }
    },
  }
}

class Sum {
  readonly #sum = new ExactSum()
  #missing: MissingKind | undefined
  #nothing: MissingKind | undefined
  #hasValue = false

  add(read: CellRead): void {
    if ('value' in read) {
      this.#sum.add(read.value, read.decimals)
      this.#hasValue = true
    } else if (read.missing === 'unknown' || read.missing === 'hidden') {
      if (this.#missing !== 'unknown') this.#missing = read.missing
    } else this.#nothing ??= read.missing
  }

  /** No row of this kind at all is a true zero: a table of counts leaves out what nobody is in. */
  get total(): CellRead {
    const missing = this.#missing ?? (this.#hasValue ? undefined : this.#nothing)
    return missing ? { missing } : { value: this.#sum.value, decimals: this.#sum.decimals }
  }
}

/** NOTE a piece of a text keeps the whole piece of the file alive that it was cut from; what stays is copied out. */
function ownCopy(place: FigurePlace): FigurePlace {
  const copy = (text: string) => Buffer.from(text).toString()
  return { ...place, areaCode: copy(place.areaCode), areaName: copy(place.areaName) }
}
