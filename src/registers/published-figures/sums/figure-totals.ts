import type { Edition } from '../edition.ts'
import type { Figure } from '../figure.ts'
import { type AreaLevel, canBeSummed, type MissingKind, missingKinds } from '../mapping/mapping.ts'
import type { Indicator } from '../mapping/plan.ts'
import { ExactSum } from './exact-sum.ts'

/** What a set of figures of one indicator, period and level comes to. */
export type FigureTotal = {
  readonly indicator: string
  readonly name: string
  readonly kind: Indicator['kind']
  readonly unit: string
  readonly period: string | null
  readonly level: AreaLevel
  readonly edition: Edition
  /** Rows of which it is made, those that are not localisable among them. */
  readonly areas: number
  readonly municipalities: number
  readonly notLocalisable: number
  readonly zero: number
  readonly missing: Readonly<Record<MissingKind, number>>
  /** The sum; nothing when the kind of figure does not add up, or when a part is unknown or hidden. */
  readonly total: number | null
  readonly totalIs: 'known' | 'unknown' | 'hidden' | 'notSummed'
}

/** Adds figures up as they come, per indicator, period and level. */
export class FigureTotals {
  readonly #totals = new Map<string, Running>()
  /** Of the figure before: mostly the next one adds to it too, and no key has to be made for it. */
  #latest: Running | undefined

  add(figure: Figure): void {
    const running = this.#latest && isOf(this.#latest, figure) ? this.#latest : this.#runningOf(figure)
    this.#latest = running
    running.areas += 1
    if (figure.isNotLocalisable) running.notLocalisable += 1
    if (figure.municipality !== undefined) running.municipalities.add(figure.municipality)
    if (figure.missing !== undefined) running.missing[figure.missing] += 1
    else {
      if (figure.value === 0) running.zero += 1
      running.sum.add(figure.value, figure.decimals)
    }
  }

  #runningOf(figure: Figure): Running {
    const key = `${figure.indicator.indicator}\0${figure.period}\0${figure.level}\0${figure.edition}`
    const running = this.#totals.get(key) ?? newRunning(figure)
    this.#totals.set(key, running)
    return running
  }

  /** In the order in which they were first met; columns in which every cell is empty are left out. */
  totals(editionOf: EditionOf): readonly FigureTotal[] {
    const withFigures = [...this.#totals.values()].filter(({ areas, missing }) => missing.empty < areas)
    return withFigures.map(({ indicator: { indicator, name, kind, unit }, sum, municipalities, ...rest }) => {
      const totalIs = verdictOn(kind, rest.missing)
      const total = totalIs === 'known' ? sum.value : null
      const edition = editionOf(rest.level, rest.period, rest.edition)
      return { indicator, name, kind, unit, ...rest, edition, municipalities: municipalities.size, total, totalIs }
    })
  }

  /** The municipalities met in one period and level. */
  municipalitiesIn(level: AreaLevel, period: string | null): ReadonlySet<string> {
    const same = [...this.#totals.values()].filter((one) => one.level === level && one.period === period)
    return same[0]?.municipalities ?? new Set()
  }
}

/** The edition of the codes of a level and period; `named` is what the table itself says. */
export type EditionOf = (level: AreaLevel, period: string | null | undefined, named: Edition | undefined) => Edition

type Running = Pick<FigureTotal, 'level' | 'period'> & {
  readonly indicator: Indicator
  readonly edition: Edition | undefined
  readonly municipalities: Set<string>
  readonly missing: Record<MissingKind, number>
  readonly sum: ExactSum
  areas: number
  notLocalisable: number
  zero: number
}

const isOf = (running: Running, { indicator, period, level, edition }: Figure) =>
  running.indicator === indicator &&
  running.period === (period ?? null) &&
  running.level === level &&
  running.edition === edition

const newRunning = ({ indicator, level, period, edition }: Figure): Running => ({
  indicator,
  edition,
  level,
  period: period ?? null,
  areas: 0,
  municipalities: new Set(),
  notLocalisable: 0,
  zero: 0,
  missing: { unknown: 0, hidden: 0, notApplicable: 0, empty: 0 },
  sum: new ExactSum(),
})

/** A sum with an unknown part is unknown, one with a hidden part is hidden; what does not apply or is empty adds nothing. */
function verdictOn(kind: Indicator['kind'], missing: Readonly<Record<MissingKind, number>>): FigureTotal['totalIs'] {
  if (!canBeSummed(kind)) return 'notSummed'
  if (missing.unknown > 0) return 'unknown'
  return missing.hidden > 0 ? 'hidden' : 'known'
}

/** All kinds of missing of these totals together. */
export function missingIn(totals: readonly FigureTotal[]): Readonly<Record<MissingKind, number>> {
  const count = (kind: MissingKind) => totals.reduce((sum, { missing }) => sum + missing[kind], 0)
  return Object.fromEntries(missingKinds.map((kind) => [kind, count(kind)])) as Record<MissingKind, number>
}
