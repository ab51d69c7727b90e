import { locales, type Texts } from '../../../../platform/messages/index.ts'
import type { ShownFigure } from '../../publishing/shown-figure.ts'

/** A figure in the way of the language, or the word for why there is none: never a zero, never an empty place. */
export function figureText(t: Texts, figure: ShownFigure | undefined): string {
  const value = figure?.value ?? 'empty'
  return typeof value === 'number' ? numberText(t, value) : t(`analysis.missing.${value}`)
}

/** A number with as many decimals as tell something: four significant ones below a hundred. */
export function numberText(t: Pick<Texts, 'language'>, value: number): string {
  const locale = locales[t.language]
  const isSmall = Math.abs(value) < 100
  return new Intl.NumberFormat(locale, isSmall ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 2 }).format(
    value,
  )
}
