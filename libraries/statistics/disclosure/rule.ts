/**
 * What may be shown of people, as the domain guide has it (P13): counts of 1 to 4 are always hidden, under ten for our own
 * sensitive data; a share needs at least twenty people below the line. Zero is shown: it points at nobody.
 */
export type CountRule = {
  readonly kind: 'counts'
  /** Counts from 1 up to this number are hidden; this number is the least that is shown. */
  readonly hideBelow: number
}

/**
 * For sums of money or hours: hidden when fewer than `hideBelow` people stand behind one; when whoever gave the second largest part
 * could tell the largest to within `withinShare` of it (the p% rule); when the two largest make more than `dominantShare` of the whole
 * (the (n,k) rule with n = 2). The last two need `largest` in the cells. A hidden sum cannot be told to within `withinShare` either.
 */
export type AmountRule = {
  readonly kind: 'amounts'
  readonly hideBelow: number
  readonly withinShare: number
  readonly dominantShare: number
}

/** How a table is protected. */
export type Rule = CountRule | AmountRule

/** Published figures and our own ordinary counts: 1 to 4 are hidden (P13). */
export const ordinaryCounts: CountRule = { kind: 'counts', hideBelow: 5 }

/** Our own data on health, origin, poverty and the like: 1 to 9 are hidden (P13). */
export const sensitiveCounts: CountRule = { kind: 'counts', hideBelow: 10 }

/** Sums of money of our own: from ten people on, the largest not to be told to within a tenth, no two with over 85 %. */
export const ownAmounts: AmountRule = { kind: 'amounts', hideBelow: 10, withinShare: 0.1, dominantShare: 0.85 }

/** The least number of people of whom a share is told (P13). */
export const sharesFrom = 20
