import { refuse, type Spot } from './refusal.ts'

/** How services call the number of what they have: OGC API and WFS, GeoServer, and two generations of city portals. */
const wholeNumbers = ['numberMatched', 'totalFeatures', 'total_count', 'nhits'] as const

/**
 * Refuses an answer of a service that holds some of what was asked: most give a thousand at a time, and say so beside them. Taken for the
 * whole, its totals would be wrong, and areas that it lacks would count as gone.
 */
export function refusePartOfAnswer(beside: Readonly<Record<string, unknown>>, given: number, spot: Spot): void {
  const whole = wholeNumbers.map((name) => Number(beside[name])).find((number) => number > given)
  if (whole === undefined && !isLimited(beside) && !isLimited(beside.properties)) return
  const sentence = `is a part: the service gave ${given} of ${whole ?? 'more'}. Ask it for all of them, or fetch the whole file.`
  refuse('part-of-answer', spot, sentence)
}

/** ArcGIS says it beside the features, or among the properties of their collection. */
const isLimited = (beside: unknown) =>
  typeof beside === 'object' &&
  beside !== null &&
  'exceededTransferLimit' in beside &&
  beside.exceededTransferLimit === true
