/** The columns that the loop reads and writes: cents and codes, as those of the generated columns. */
export type HandColumns = Readonly<
  Record<
    'adults' | 'children' | 'age' | 'wage' | 'pension' | 'benefit' | 'partner_wage' | 'savings' | 'rent',
    Float64Array
  >
> & { readonly owner: Uint8Array }

export type HandOutcomes = {
  readonly minimum: Int32Array
  readonly rent: Int32Array
  readonly children: Int32Array
  readonly status: readonly [Uint8Array, Uint8Array, Uint8Array]
}

/** Half a cent, and a millionth more: what lies so near to a half is one. */
const half = 0.500001

/** The twenty rules as somebody in a hurry would write them: one loop, nothing kept in between. Cents. */
export function loopByHand(columns: HandColumns, out: HandOutcomes, from: number, to: number): void {
  const { adults, children, age, wage, pension, benefit, partner_wage, savings, rent, owner } = columns
  const [minimumStatus, rentStatus, childrenStatus] = out.status
  for (let at = from; at < to; at += 1) {
    const childCount = children[at] as number
    const adultCount = adults[at] as number
    const size = adultCount + childCount
    const wageCounted = Math.max(0, (wage[at] as number) - 31_249) * 0.9
    const ownIncome = wageCounted + (pension[at] as number) * 0.9 + (benefit[at] as number)
    const partnerIncome = Math.max(0, (partner_wage[at] as number) - 89_365)
    const saved = savings[at] as number
    const savingsIncome =
      saved <= 620_000
        ? 0
        : saved <= 1_250_000
          ? ((saved - 620_000) * 0.06) / 12
          : (37_800 + (saved - 1_250_000) * 0.1) / 12
    const resources = ownIncome + partnerIncome + savingsIncome
    const category = childCount > 0 ? 181_158 : adultCount > 1 ? 89_365 : 134_047
    const isBelow = (age[at] as number) >= 18 && resources < category
    const grossYear =
      ((wage[at] as number) + (pension[at] as number) + (benefit[at] as number) + (partner_wage[at] as number)) * 12
    const careCeiling = 2_563_067 + 474_494 * (size - 1)
    const isCareCheaper = grossYear <= careCeiling
    const rentCeiling = 63_978 * Math.min(1.5, 1 + 0.2 * childCount)
    const isOwner = owner[at] !== 0
    const rentFits = !isOwner && (rent[at] as number) <= rentCeiling
    const heatingHelp = isCareCheaper && (!isOwner || saved < 1_250_000) ? 2500 : 0
    const childAmount = grossYear <= 4_070_159 ? 7368 : grossYear <= 4_748_519 && childCount <= 2 ? 3731 : 0
    const rentAmount = Math.max(0, rentCeiling * 0.75 - grossYear / 55)
    const minimumAmount = Math.max(0, category - resources)
    minimumStatus[at] = isBelow ? 4 : 2
    out.minimum[at] = isBelow ? Math.floor(minimumAmount + heatingHelp + half) : 0
    const hasRent = rentFits && grossYear <= 3_500_000
    rentStatus[at] = hasRent ? 4 : 2
    out.rent[at] = hasRent ? Math.floor(rentAmount + half) : 0
    const hasChildren = childCount > 0 && childAmount > 0
    childrenStatus[at] = hasChildren ? 4 : 2
    out.children[at] = hasChildren ? Math.floor(childAmount * childCount + half) : 0
  }
}
