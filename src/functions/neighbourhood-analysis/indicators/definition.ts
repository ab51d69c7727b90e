import type { FigureKind, Value } from '@meernet/statistics'
import type { Language } from '../../../platform/messages/index.ts'
import type { Indicator } from '../../../registers/published-figures/index.ts'
import { type CatalogueIndicator, catalogueIndicator, type IndicatorTheme, indicatorName } from '../catalogue.ts'

/** What an indicator is, whether the catalogue has it or only the file it came in. */
export type IndicatorDefinition = {
  readonly key: string
  readonly kind: FigureKind
  readonly unit: string
  /** Nothing for an indicator that is in no catalogue. */
  readonly theme: IndicatorTheme | undefined
  readonly direction: CatalogueIndicator['direction']
  readonly parts: CatalogueIndicator['parts']
  /** The count by which areas are weighted when the counts it is made of are not there. */
  readonly weight: string | undefined
  readonly onlyIn: CatalogueIndicator['onlyIn']
  readonly nameInFile: string
}

/** The definition by the catalogue; else as the file has it, and then a share is weighted by inhabitants. */
export function definitionOf(key: string, inFile?: Pick<Indicator, 'kind' | 'unit' | 'name'>): IndicatorDefinition {
  const known = catalogueIndicator(key)
  const kind = known?.kind ?? inFile?.kind ?? 'unstated'
  return {
    key,
    kind,
    unit: known?.unit ?? (inFile?.unit === '0-1' ? '%' : inFile?.unit) ?? '',
    theme: known?.theme,
    direction: known?.direction ?? 'context',
    parts: known?.parts,
    weight: known ? known.weight : kind === 'share' ? 'population' : undefined,
    onlyIn: known?.onlyIn,
    nameInFile: inFile?.name ?? key,
  }
}

/** The name of an indicator for a reader. */
export const nameOf = ({ key, nameInFile }: IndicatorDefinition, language: Language): string =>
  indicatorName(key, language, nameInFile)

/** How many of a unit are one: 0.24 and 24 % and 240 ‰ are the same share. */
export const perOne: Readonly<Record<string, number>> = { '0-1': 1, '%': 100, '‰': 1000, 'per 1,000': 1000 }

/**
 * A figure of a file in the unit of its definition; nothing when the file counts something else under that name, which
 * may not be put beside it.
 */
export function inUnitOf(
  { kind, unit }: Pick<IndicatorDefinition, 'kind' | 'unit'>,
  inFile: Pick<Indicator, 'kind' | 'unit'>,
  value: Value,
): Value | undefined {
  if (kind !== inFile.kind) return undefined
  const [own, theirs] = [perOne[unit], perOne[inFile.unit]]
  if (typeof value !== 'number' || own === undefined || theirs === undefined || own === theirs) return value
  return Number(((value / theirs) * own).toPrecision(12))
}
