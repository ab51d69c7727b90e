import type { Value } from '@meernet/statistics'
import { locales, type Texts } from '../../../../platform/messages/index.ts'
import { numberText } from '../../figures/views/figure-text.ts'
import { type IndicatorDefinition, nameOf } from '../definition.ts'
import type { FigureLine, ToldFigure } from '../shown-line.ts'
import type { WholeNames } from './whole-names.ts'

type Measured = Pick<IndicatorDefinition, 'kind' | 'unit'>

/** A figure as people read it: with its unit, `≈` when it is approximate, between which two it lies, or why there is none. */
export function toldWords(t: Texts, told: ToldFigure | undefined, definition: Measured): string {
  if (!told) return t('analysis.indicators.notCompared')
  const { shown, between } = told
  if (between && typeof shown.value !== 'number') {
    const [low, high] = [amountWords(t, between[0], definition), amountWords(t, between[1], definition)]
    return low === high ? `≈ ${low}` : t('analysis.indicators.between', { low, high })
  }
  const words = valueWords(t, shown.value, definition)
  return shown.quality === 'approximate' && typeof shown.value === 'number' ? `≈ ${words}` : words
}

/** A value with its unit, or the word for why there is none: never a zero. */
export const valueWords = (t: Texts, value: Value, definition: Measured): string =>
  typeof value === 'number' ? amountWords(t, value, definition) : t(`analysis.missing.${value}`)

/** A number of a unit: whole people and euros, a share with one decimal. */
export function amountWords(t: Texts, amount: number, { kind, unit }: Measured): string {
  const locale = locales[t.language]
  if (unit === '€')
    return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(
      amount,
    )
  const isPart = unit.startsWith('%') || unit === '‰' || unit === 'per 1,000'
  if (kind !== 'count' && !isPart) return numberText(t, amount)
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: isPart ? 1 : 0 }).format(amount)
  if (unit.startsWith('%')) return `${digits}\u00a0%`
  return unit === '‰' ? `${digits}\u00a0‰` : digits
}

/** The name of an indicator for this reader. */
export const nameIn = (t: Texts, definition: IndicatorDefinition): string => nameOf(definition, t.language)

/** How a figure stands to that of the municipality, else of a larger whole, which is named; a dash where that cannot be said. */
export function comparedWords(t: Texts, { compared }: Pick<FigureLine, 'compared'>, wholeNames: WholeNames): string {
  if (!compared) return t('analysis.indicators.notCompared')
  const said = t(`analysis.indicators.compared.${compared.said}`)
  return compared.to === 'municipality' ? said : `${said} (${wholeNames[compared.to]})`
}
