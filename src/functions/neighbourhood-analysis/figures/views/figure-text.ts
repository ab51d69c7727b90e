import type { Texts } from '../../../../platform/messages/index.ts'
import type { AreaFigure } from '../dataset.ts'

/** A figure in the way of the language, or the word for why there is none: never a zero, never an empty place. */
export function figureText(t: Texts, figure: Pick<AreaFigure, 'value' | 'missing'> | undefined): string {
  if (figure && figure.value !== null) return numberText(t, figure.value)
  return t(`analysis.missing.${figure?.missing ?? 'empty'}`)
}

/** A number with as many decimals as tell something: four significant ones below a hundred. */
export function numberText(t: Pick<Texts, 'language'>, value: number): string {
  const locale = `${t.language}-BE`
  const isSmall = Math.abs(value) < 100
  return new Intl.NumberFormat(locale, isSmall ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 2 }).format(
    value,
  )
}
