// How often things are so, rounded. Households by type and size, Flanders and Brussels: Statbel, be.STAT, private households
// (`huishoudens-bestat`). Ages: Statbel, population by municipality and age 2015 (`TF_SOC_POP_STRUCT_2015`). All else is a
// plain assumption, near to what is often published; it decides no right, it only makes households that could be.

export type Kind = 'alone' | 'couple' | 'couple_with_children' | 'single_parent' | 'with_parent' | 'sharing'

/** Of 1,000 households. Two persons of one family are mostly couples, three to five mostly have children. */
export const kinds: Readonly<Record<'flanders' | 'brussels', readonly (readonly [Kind, number])[]>> = {
  flanders: [
    ['alone', 304],
    ['couple', 296],
    ['couple_with_children', 290],
    ['single_parent', 83],
    ['with_parent', 12],
    ['sharing', 15],
  ],
  brussels: [
    ['alone', 492],
    ['couple', 158],
    ['couple_with_children', 210],
    ['single_parent', 105],
    ['with_parent', 10],
    ['sharing', 25],
  ],
}

/** Ages of the reference person: the first year of each ten, and its weight. */
export const ages: Readonly<Record<Kind, readonly (readonly [number, number])[]>> = {
  alone: [
    [20, 9],
    [30, 13],
    [40, 13],
    [50, 17],
    [60, 18],
    [70, 16],
    [80, 14],
  ],
  couple: [
    [20, 6],
    [30, 8],
    [40, 8],
    [50, 22],
    [60, 28],
    [70, 20],
    [80, 8],
  ],
  couple_with_children: [
    [20, 6],
    [30, 34],
    [40, 40],
    [50, 20],
  ],
  single_parent: [
    [20, 8],
    [30, 30],
    [40, 38],
    [50, 24],
  ],
  with_parent: [
    [40, 30],
    [50, 50],
    [60, 20],
  ],
  sharing: [
    [20, 50],
    [30, 25],
    [40, 15],
    [50, 10],
  ],
}

export const children: readonly (readonly [number, number])[] = [
  [1, 42],
  [2, 40],
  [3, 13],
  [4, 4],
  [5, 1],
]

/** What adults below the age of pension live on. */
export const workOfAdults = [
  ['employee', 66],
  ['self_employed', 11],
  ['unemployed_benefit', 4],
  ['sickness_benefit', 3],
  ['invalidity', 7],
  ['none', 9],
] as const

export const tenures = {
  flanders: [
    ['owner', 71],
    ['private_tenant', 20],
    ['social_tenant', 6.5],
    ['ocmw_tenant', 0.5],
    ['lives_with_family', 1.4],
    ['other', 0.4],
    ['homeless', 0.2],
  ],
  brussels: [
    ['owner', 39],
    ['private_tenant', 48],
    ['social_tenant', 9],
    ['ocmw_tenant', 1],
    ['lives_with_family', 2],
    ['other', 0.6],
    ['homeless', 0.4],
  ],
} as const

export const heatings = {
  flanders: [
    ['gas', 64],
    ['electricity', 12],
    ['oil_bulk', 15],
    ['oil_pump', 0.7],
    ['paraffin_c', 0.3],
    ['propane_bulk', 1],
    ['gas_bottle', 0.5],
    ['wood_pellet', 3.5],
    ['district_heat', 1],
    ['collective_gas', 2],
  ],
  brussels: [
    ['gas', 70],
    ['electricity', 10],
    ['oil_bulk', 7],
    ['oil_pump', 0.5],
    ['paraffin_c', 0.2],
    ['propane_bulk', 0.1],
    ['gas_bottle', 0.2],
    ['wood_pellet', 1],
    ['district_heat', 1],
    ['collective_gas', 10],
  ],
} as const

export const residence = {
  flanders: [
    ['belgian', 90],
    ['eu_over_3_months', 5.5],
    ['recognised_refugee', 1],
    ['subsidiary_protection', 0.3],
    ['stateless', 0.05],
    ['population_register', 1.6],
    ['foreigners_register', 1],
    ['temporary_protection', 0.4],
    ['asylum_seeker', 0.1],
    ['none', 0.05],
  ],
  brussels: [
    ['belgian', 65],
    ['eu_over_3_months', 23],
    ['recognised_refugee', 2],
    ['subsidiary_protection', 0.6],
    ['stateless', 0.1],
    ['population_register', 4.5],
    ['foreigners_register', 3],
    ['temporary_protection', 0.8],
    ['asylum_seeker', 0.5],
    ['none', 0.5],
  ],
} as const

/** Age decides how often somebody needs help with daily things: never exact, always rising. */
export function needsHelp(age: number): number {
  return age < 60 ? 0.025 : age < 70 ? 0.06 : age < 80 ? 0.14 : age < 90 ? 0.35 : 0.6
}
