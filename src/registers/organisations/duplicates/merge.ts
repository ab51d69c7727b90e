import { addDays, type IsoDate } from '@meernet/calendar'
import type { Organisation, OrganisationInput } from '../organisation.ts'

/** Days within which merging can be taken back. */
export const undoDays = 30

/** Why two sheets cannot become one. */
export type MergeRefusal = 'same' | 'merged' | 'hasMerged' | 'twoNumbers' | 'twoKeepers'

/** What the kept sheet takes from the other: only what it does not say itself. */
export type Filled = Partial<Omit<OrganisationInput, 'id' | 'name'>>

/** Whether `other` may go into `kept`. Two numbers are two organisations; two partners who each keep a sheet settle it first. */
export function mergeRefusal(
  kept: Organisation,
  other: Organisation,
  otherHasMerged: boolean,
): MergeRefusal | undefined {
  if (kept.id === other.id) return 'same'
  if (kept.mergedInto !== null || other.mergedInto !== null) return 'merged'
  if (otherHasMerged) return 'hasMerged'
  if (differ(kept.enterpriseNumber, other.enterpriseNumber)) return 'twoNumbers'
  return differ(kept.zoneId, other.zoneId) ? 'twoKeepers' : undefined
}

/** What `kept` lacks and `other` has; the other name is kept as an other name, so that it is still found by it. */
export function filledFrom(kept: Organisation, other: Organisation): Filled {
  const otherName = other.name === kept.name ? other.alternateName : other.name
  const offered = { ...other, alternateName: otherName }
  return Object.fromEntries(
    fillable.filter((field) => kept[field] === null && offered[field] !== null).map((field) => [field, offered[field]]),
  )
}

/** The kept sheet without what it got from the other; what somebody changed since stays. */
export function withoutFilled(kept: Organisation, filled: Filled): Filled {
  const untouched = fillable.filter((field) => filled[field] !== undefined && kept[field] === filled[field])
  return Object.fromEntries(untouched.map((field) => [field, null]))
}

/** Whether merging on `mergedOn` can still be taken back. */
export function mayUndo(mergedOn: IsoDate, today: IsoDate): boolean {
  return today <= addDays(mergedOn, undoDays)
}

/** What is compared of two sheets, and filled in. */
export const fillable = [
  'zoneId',
  'alternateName',
  'legalForm',
  'enterpriseNumber',
  'description',
  'phone',
  'email',
  'website',
] as const

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other
