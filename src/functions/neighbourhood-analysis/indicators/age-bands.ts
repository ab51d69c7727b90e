import { isKnown, type Value } from '@meernet/statistics'
import type { FigureLine, ToldFigure } from './shown-line.ts'

/** An age of one sex, as the key of an indicator says it: `men0to17`, `women80plus`. */
export type AgeBand = { readonly sex: 'men' | 'women'; readonly from: number; readonly to: number | null }

/** The band an indicator counts; nothing when it counts something else. */
export function ageBandOf(key: string): AgeBand | undefined {
  const [, sex, from, to] = /^(men|women)(\d{1,3})(?:to(\d{1,3})|plus)$/.exec(key) ?? []
  if (from === undefined) return undefined
  return { sex: sex === 'men' ? 'men' : 'women', from: Number(from), to: to === undefined ? null : Number(to) }
}

/** Men and women of one age, as shown. */
export type PyramidAge<Line = FigureLine> = {
  readonly from: number
  readonly to: number | null
  readonly men: Line
  readonly women: Line
}

/** `65–79`, `80+`. */
export const ageName = ({ from, to }: Pick<AgeBand, 'from' | 'to'>): string =>
  to === null ? `${from}+` : `${from}–${to}`

type Aged = { readonly definition: { readonly key: string }; readonly period: string }

/**
 * The ages of a pyramid, youngest first: those of which men and women are both known, of one period. Nothing when they leave a
 * gap or lie over each other, for then the bars could not be compared.
 */
export function pyramidOf<Line extends Aged>(lines: readonly Line[]): readonly PyramidAge<Line>[] | undefined {
  const bands = lines.flatMap((line) => {
    const band = ageBandOf(line.definition.key)
    return band ? [{ ...band, line }] : []
  })
  const newest = bands
    .map(({ line }) => line.period)
    .toSorted()
    .at(-1)
  const men = bands.filter(({ sex, line }) => sex === 'men' && line.period === newest)
  const ages = men
    .flatMap(({ from, to, line }) => {
      const women = bands.find(
        (one) => one.sex === 'women' && one.from === from && one.to === to && one.line.period === newest,
      )
      return women ? [{ from, to, men: line, women: women.line }] : []
    })
    .toSorted((one, other) => one.from - other.from)
  const isWhole = ages.every(({ from }, at) => from === (at === 0 ? 0 : (ages[at - 1]?.to ?? Number.NaN) + 1))
  return ages.length >= 3 && isWhole && ages.at(-1)?.to === null ? ages : undefined
}

type Shown = Pick<ToldFigure, 'shown'>

/** Which part of all a count is, out of figures that are shown already: tells nothing that they do not. */
export function partOfShown(part: Shown | undefined, whole: Shown | undefined): Value {
  if (!part || !whole) return 'unknown'
  if (!isKnown(part.shown.value)) return part.shown.value
  return isKnown(whole.shown.value) && whole.shown.value > 0 ? part.shown.value / whole.shown.value : 'unknown'
}
