import type { Value } from '@meernet/statistics'
import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import { locales, type Texts } from '../../../../platform/messages/index.ts'
import type { Plotted } from '../../../../ui/index.ts'
import { indicatorName } from '../../catalogue.ts'
import type { ShownFigure } from '../../publishing/shown-figure.ts'
import type { ReportFigure } from '../contents/contents.ts'

/** A figure as residents read it, in six languages and with the digits of this site: `18,4 %`, `≈ 29.100 €`, "verborgen". */
export function figureWords(t: Texts, shown: ShownFigure | null, unit: string): string {
  if (shown === null) return '–'
  const words = valueWords(t, shown.value, unit)
  return shown.quality === 'approximate' && typeof shown.value === 'number' ? `≈ ${words}` : words
}

/** What people call the region that a municipality is in. */
export const regionName = (t: Texts, { jurisdiction }: Pick<PublicMunicipality, 'jurisdiction'>): string =>
  t(`resident.analysis.region.${jurisdiction}`)

/** How a figure of a neighbourhood stands to the municipality, else to the region, which is named; nothing where that cannot be said. */
export function comparedWords(
  t: Texts,
  { areaId, compared, comparedTo }: Pick<ReportFigure, 'areaId' | 'compared' | 'comparedTo'>,
  municipality: Pick<PublicMunicipality, 'jurisdiction'>,
): string | undefined {
  if (!compared) return undefined
  const said = t(`resident.analysis.compared.${compared}`)
  return areaId !== null && comparedTo === 'region' ? `${said} (${regionName(t, municipality)})` : said
}

/** A value with its unit, or the word for why there is none: never a zero. */
export function valueWords(t: Texts, value: Value, unit: string): string {
  if (typeof value !== 'number') return t(`resident.analysis.missing.${value}`)
  const locale = locales[t.language]
  if (unit === '€') return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value)} €`
  const isPart = unit.startsWith('%') || unit === '‰'
  const digits = new Intl.NumberFormat(locale, decimalsOf(value, isPart)).format(value)
  return isPart ? `${digits} ${unit.charAt(0)}` : digits
}

/** A number beside an axis: with one decimal more where a share hardly moves, so that no two are written alike. */
export function axisWords(t: Texts, value: number, unit: string): string {
  if (!unit.startsWith('%')) return valueWords(t, value, unit)
  return `${new Intl.NumberFormat(locales[t.language], { maximumFractionDigits: 2 }).format(value)} %`
}

/** What a picture draws and what people read of it. */
export const plotted = (t: Texts, shown: ShownFigure, unit: string): Plotted => ({
  value: shown.value,
  text: figureWords(t, shown, unit),
  isApproximate: shown.quality === 'approximate',
})

/** What an indicator is in the plain words of residents; where it has none, as the catalogue or its file calls it. */
export function nameOfFigure(t: Texts, { indicator, name }: Pick<ReportFigure, 'indicator' | 'name'>): string {
  const key = `resident.analysis.indicator.${indicator}`
  return t.has(key) ? t(`resident.analysis.indicator.${indicator}`) : indicatorName(indicator, t.language, name)
}

const decimalsOf = (value: number, isPart: boolean) =>
  isPart || Math.abs(value) < 10 ? { maximumFractionDigits: 1 } : { maximumFractionDigits: 0 }
