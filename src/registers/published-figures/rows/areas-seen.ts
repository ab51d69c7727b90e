import type { FigurePlace } from '../figure.ts'
import type { Indicator } from '../mapping/plan.ts'

/** What the figures of a row are about, besides the area. */
type About = Pick<FigurePlace, 'level' | 'edition'> & {
  readonly period: string | undefined
  readonly indicator: Indicator | undefined
}
type Lines = Map<string, number>

/** The areas of which a row was seen, by what its figures are about, so that none counts twice; shared by the sheets of one file. */
export class AreasSeen {
  readonly #lines = new Map<string, Lines>()
  /** Of the row before: mostly the next one is about the same, and no key has to be made for it. */
  #latest: (About & { readonly lines: Lines }) | undefined

  /** The line of the row that was seen before this one; nothing when this is the first. */
  lineBefore(
    { areaCode, line, level, edition }: FigurePlace,
    period?: string,
    indicator?: Indicator,
  ): number | undefined {
    const lines = this.#linesOf({ level, edition, period, indicator })
    const before = lines.get(areaCode)
    if (before === undefined) lines.set(areaCode, line)
    return before
  }

  #linesOf(about: About): Lines {
    const latest = this.#latest
    if (latest && isSame(latest, about)) return latest.lines
    const key = `${about.period}\0${about.indicator?.indicator}\0${about.level}\0${about.edition}`
    const lines = this.#lines.get(key) ?? new Map<string, number>()
    this.#lines.set(key, lines)
    this.#latest = { ...about, lines }
    return lines
  }
}

const isSame = (one: About, other: About) =>
  one.period === other.period &&
  one.indicator === other.indicator &&
  one.level === other.level &&
  one.edition === other.edition
