import type { IsoDate } from '@meernet/calendar'
import { type Amounts, amountsOf, rateOn, type TravelMeans, type YearAmounts, yearOf } from './amounts.ts'

/** `lumpSum` needs no proof and has ceilings; `realCosts` are proven. Within one year a person has one or the other. */
export const reimbursementKinds = ['lumpSum', 'realCosts'] as const
export type ReimbursementKind = (typeof reimbursementKinds)[number]

/** Travel that may be paid beside lump sums in one year. Source: law of 3 July 2005 on volunteers, article 10. */
const yearHectometres = 20_000

/** The activity of those that have no raised ceiling. */
export const ordinary = 'ordinary'

/** What somebody wants to note for one day. */
export type Claim = {
  readonly day: IsoDate
  readonly kind: ReimbursementKind
  readonly amountCents: number
  /** `ordinary`, or the code of an activity with a raised ceiling. */
  readonly activity: string
  readonly travel: { readonly means: TravelMeans; readonly hectometres: number } | null
  /** Lump sum this person had elsewhere for the same day, as they say. */
  readonly elsewhereThatDayCents: number
}

/** What was noted before for this person, in the year and on the day of a claim, over all organisations here together. */
export type Counted = {
  readonly dayCents: number
  readonly yearCents: number
  /** Of `yearCents`, what was for ordinary activities. */
  readonly ordinaryCents: number
  readonly hectometres: number
  readonly hasLumpSum: boolean
  readonly hasRealCosts: boolean
}

/** What a volunteer may get at another organisation in a year: nothing, or one kind. */
export const elsewhereKinds = ['none', ...reimbursementKinds] as const
/** What the volunteer declares for a year about organisations that are not here. */
export type Declaration = {
  readonly year: number
  readonly elsewhere: (typeof elsewhereKinds)[number]
  readonly lumpSumCents: number
  readonly travelHectometres: number
  readonly meetsRaisedConditions: boolean
}

export type Ceiling = 'day' | 'year' | 'raisedYear' | 'travel'

/** Why nothing is noted. Of a ceiling: `left` is what still fits, in cents, or hectometres for travel. */
export type ClaimRefusal =
  | { readonly kind: 'future' | 'declarationMissing' | 'mixedKinds' | 'raisedNotDeclared' | 'rateMissing' }
  | { readonly kind: 'amountsMissing' | 'raisedUnknown'; readonly year: number }
  | { readonly kind: 'ceiling'; readonly ceiling: Ceiling; readonly left: number; readonly most: number }

/** How far a ceiling is used, counting a claim: cents, or hectometres for travel. */
export type Use = { readonly ceiling: Ceiling; readonly used: number; readonly most: number }

export type Judgement =
  | { readonly kind: 'refused'; readonly reasons: readonly ClaimRefusal[] }
  /** `near`: ceilings of which four fifths or more are used now. */
  | { readonly kind: 'accepted'; readonly travelCents: number; readonly near: readonly Use[] }

export type Known = {
  readonly today: IsoDate
  readonly amounts: Amounts
  readonly declaration: Declaration | undefined
  readonly counted: Counted
}

/**
 * Judges a claim as a whole: all of it may be noted, or none. A ceiling may be reached to the cent and not passed, since above
 * it the whole sum would count as pay. Source: law of 3 July 2005 on volunteers, articles 10 and 12.
 */
export function judgeClaim(claim: Claim, known: Known): Judgement {
  const { amounts, declaration, today } = known
  const year = yearOf(claim.day)
  if (claim.day > today) return refused({ kind: 'future' })
  const most = amountsOf(amounts, year)
  if (!most) return refused({ kind: 'amountsMissing', year })
  if (!declaration) return refused({ kind: 'declarationMissing' })
  const uses = usesWith(claim, known.counted, declaration, most)
  const travelCents = travelCentsOf(claim, amounts)
  const reasons = [
    ...mixing(claim, known.counted, declaration),
    ...raisedProblems(claim, declaration, most),
    ...(travelCents === undefined ? [{ kind: 'rateMissing' } as const] : []),
    ...uses.flatMap((use) => passed(use, claim)),
  ]
  if (reasons.length > 0 || travelCents === undefined) return { kind: 'refused', reasons }
  return { kind: 'accepted', travelCents, near: uses.filter(isNear) }
}

/** What is used of each ceiling of a year, without a claim: for a page. The day is left out. */
export function usesOfYear(counted: Counted, declaration: Declaration | undefined, most: YearAmounts): readonly Use[] {
  const none = { year: most.year, elsewhere: 'none', lumpSumCents: 0, travelHectometres: 0 } as const
  const nothing = { kind: 'lumpSum', amountCents: 0, activity: ordinary, travel: null } as const
  const declared = declaration ?? { ...none, meetsRaisedConditions: false }
  const claim = { ...nothing, day: `${most.year}-01-01`, elsewhereThatDayCents: 0 }
  return usesWith(claim, counted, declared, most).filter(({ ceiling }) => ceiling !== 'day')
}

/** Four fifths or more of a ceiling are used. */
export const isNear = ({ used, most }: Use): boolean => used * 5 >= most * 4

/** Ceilings are of lump sums, and of travel beside them; proven real costs have none. */
function usesWith(claim: Claim, counted: Counted, declared: Declaration, most: YearAmounts): readonly Use[] {
  if (claim.kind === 'realCosts') return []
  const isOrdinary = claim.activity === ordinary
  const { amountCents, elsewhereThatDayCents } = claim
  const ordinaryCents = counted.ordinaryCents + declared.lumpSumCents + (isOrdinary ? amountCents : 0)
  const allCents = counted.yearCents + declared.lumpSumCents + amountCents
  const travelled = counted.hectometres + declared.travelHectometres + (claim.travel?.hectometres ?? 0)
  const raised = declared.meetsRaisedConditions ? most.raisedYearCents : null
  return [
    { ceiling: 'day', used: counted.dayCents + elsewhereThatDayCents + amountCents, most: most.dayCents },
    { ceiling: 'year', used: ordinaryCents, most: most.yearCents },
    ...(raised === null ? [] : [{ ceiling: 'raisedYear' as const, used: allCents, most: raised }]),
    { ceiling: 'travel', used: travelled, most: yearHectometres },
  ]
}

/** A claim passes a ceiling only with what it adds to it: travel alone is not refused for a full year of lump sums. */
function passed({ ceiling, used, most }: Use, claim: Claim): readonly ClaimRefusal[] {
  const added = addedTo(ceiling, claim)
  if (added === 0 || used <= most) return []
  return [{ kind: 'ceiling', ceiling, most, left: Math.max(0, most - (used - added)) }]
}

function addedTo(ceiling: Ceiling, { amountCents, activity, travel }: Claim): number {
  if (ceiling === 'travel') return travel?.hectometres ?? 0
  return ceiling === 'year' && activity !== ordinary ? 0 : amountCents
}

function mixing({ kind }: Claim, counted: Counted, { elsewhere }: Declaration): readonly ClaimRefusal[] {
  const hasOther =
    kind === 'lumpSum'
      ? counted.hasRealCosts || elsewhere === 'realCosts'
      : counted.hasLumpSum || elsewhere === 'lumpSum'
  return hasOther ? [{ kind: 'mixedKinds' }] : []
}

function raisedProblems(
  { kind, activity, day }: Claim,
  { meetsRaisedConditions }: Declaration,
  { raisedYearCents }: YearAmounts,
): readonly ClaimRefusal[] {
  if (kind === 'realCosts' || activity === ordinary) return []
  if (!meetsRaisedConditions) return [{ kind: 'raisedNotDeclared' }]
  return raisedYearCents === null ? [{ kind: 'raisedUnknown', year: yearOf(day) }] : []
}

/** Whole cents, rounded down: never above the rate. Undefined when there is travel and no rate for that day. */
function travelCentsOf({ travel, day }: Claim, amounts: Amounts): number | undefined {
  if (!travel) return 0
  const rate = rateOn(amounts, travel.means, day)
  return rate && Math.floor((rate.tenThousandthsPerKilometre * travel.hectometres) / 1000)
}

const refused = (reason: ClaimRefusal): Judgement => ({ kind: 'refused', reasons: [reason] })
