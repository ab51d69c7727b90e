import type { AreaPart, Bridge } from '../../../../registers/places/index.ts'

/**
 * The same areas as parts of another edition: `bridge` leads from those of the other edition to these. An area that lies in several
 * parts brings in as much of each as the part brings in. Nothing when a part may lack something: a sum with something unknown is unknown.
 */
export function carriedTo(parts: readonly AreaPart[], { ways, short }: Bridge): readonly AreaPart[] {
  if (parts.some(({ code }) => short.has(code))) return []
  const byCode = new Map(parts.map((part) => [part.code, part]))
  const byOrigin = Map.groupBy(
    ways.filter(({ to }) => byCode.has(to)),
    ({ from }) => from,
  )
  return [...byOrigin].map(([code, steps]): AreaPart => {
    const share = steps.reduce((sum, step) => sum + step.share * (byCode.get(step.to)?.share ?? 0), 0)
    const isExact = steps.every((step) => step.quality === 'exact' && byCode.get(step.to)?.quality === 'exact')
    return { code, share: Math.min(1, Number(share.toPrecision(12))), quality: isExact ? 'exact' : 'approximate' }
  })
}
