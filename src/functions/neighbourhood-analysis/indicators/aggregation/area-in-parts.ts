import type { AreaPart, Bridge } from '../../../../registers/places/index.ts'
import type { AreaLevel } from '../../../../registers/published-figures/index.ts'

/** An area as others publish figures of it. */
export type AreaKey = { readonly level: AreaLevel; readonly edition: string; readonly code: string }

/** The area as the sum of published areas of one level and edition. */
export type Division = Pick<AreaKey, 'level' | 'edition'> & { readonly parts: readonly AreaPart[] }

/** An area for which figures are asked: under which codes it is published itself, and what it can be put together of. */
export type AreaInParts = { readonly own: readonly AreaKey[]; readonly divisions: readonly Division[] }

/**
 * The same area in the areas of another edition: `bridge` leads from those of the other edition to those of the division. An area
 * that lies in several parts brings in as much of each as the part brings in. Of nothing when a part may lack something: a sum with
 * something unknown is unknown.
 */
export function carriedTo(edition: string, division: Division, { ways, short }: Bridge): Division {
  const { level } = division
  if (division.parts.some(({ code }) => short.has(code))) return { level, edition, parts: [] }
  const parts = new Map(division.parts.map((part) => [part.code, part]))
  const byOrigin = Map.groupBy(
    ways.filter(({ to }) => parts.has(to)),
    ({ from }) => from,
  )
  const carried = [...byOrigin].map(([code, steps]): AreaPart => {
    const share = steps.reduce((sum, step) => sum + step.share * (parts.get(step.to)?.share ?? 0), 0)
    const isExact = steps.every((step) => step.quality === 'exact' && parts.get(step.to)?.quality === 'exact')
    return { code, share: Math.min(1, Number(share.toPrecision(12))), quality: isExact ? 'exact' : 'approximate' }
  })
  return { level, edition, parts: carried }
}
