import type { IsoDate } from '@meernet/calendar'
import { bandOf } from '@meernet/statistics'
import { patternKindsIn } from '../../platform/texts-about-people/number-patterns.ts'

/** How many situations the author knows of, as bands: one story is not told with a number that points at somebody (P13). */
export const situationBands = ['under5', 'from5', 'from10', 'from20'] as const
export type SituationBand = (typeof situationBands)[number]

/** Something that a rule, service or decision could change, without the people it was seen with. */
export type PolicySignal = {
  readonly id: string
  readonly theme: string
  readonly causeType: string
  readonly competentLevel: string
  readonly groups: readonly string[]
  readonly neighbourhoodId: string | null
  readonly situations: SituationBand
  readonly description: string
  readonly origin: 'case' | 'direct' | 'counted'
  /** Nobody when the program counted it. */
  readonly notedBy: string | null
  readonly notedOn: IsoDate
  /** Who found that nobody can be recognised in it, and when; null while nobody read it for that. */
  readonly secondReader: string | null
  readonly readOn: IsoDate | null
  readonly version: number
}

/** The band of a count, for tables; 1 to 4 is never shown as such, and nothing is not the same as hidden (P13). */
export function situationBandOf(count: number): SituationBand | 'none' {
  const band = bandOf(count, bandLimits)
  if (band.kind === 'none') return 'none'
  return band.kind === 'below' ? 'under5' : (situationBands[bandLimits.indexOf(band.limit) + 1] ?? 'from20')
}

/** Where the bands begin, after `under5`. */
const bandLimits: readonly [number, ...number[]] = [5, 10, 20]

/** What a description may not hold: numbers of people, and ways to reach them. */
export const isWithoutNumbersOfPeople = (text: string): boolean => patternKindsIn(text).length === 0

/** Whether `userId` may be the one who reads it for recognisability: somebody else than the author, and once (P14). */
export function maySecondRead(signal: Pick<PolicySignal, 'notedBy' | 'readOn'>, userId: string): boolean {
  return signal.readOn === null && signal.notedBy !== userId
}
