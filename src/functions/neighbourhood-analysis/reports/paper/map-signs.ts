import type { Texts } from '../../../../platform/messages/index.ts'
import type { ReportMap } from '../contents/contents.ts'

/** A sign of the map that is no shade, and what it means. */
export type MapSign = { readonly look: 'hatched' | 'thick'; readonly words: string }

/** What stands under the shades of a map: why areas are hatched and how many are, and which areas the report is about. */
export function mapSigns(t: Texts, { areas }: Pick<ReportMap, 'areas'>): readonly MapSign[] {
  const missing = areas.flatMap(({ shown }) => (typeof shown.value === 'number' ? [] : [shown.value]))
  const kinds = [...new Set(missing)].map((kind) => t(`resident.analysis.missing.${kind}`)).join(' / ')
  const hatched = `${kinds}: ${t('resident.analysis.areas', { count: missing.length })}`
  return [
    ...(missing.length > 0 ? [{ look: 'hatched', words: hatched } as const] : []),
    ...(areas.some(({ isChosen }) => isChosen)
      ? [{ look: 'thick', words: t('resident.analysis.chosen') } as const]
      : []),
  ]
}
