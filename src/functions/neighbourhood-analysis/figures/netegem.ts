import type { Indicator } from '../../../registers/published-figures/index.ts'
import { ageAndSexKey, ageBands, type Sex } from '../age-and-sex.ts'

type Cell = number | 'hidden'
type Row = readonly [molenwijk: Cell, stationsbuurt: Cell, heide: Cell, netegem: Cell]

/** Figures of one indicator, a row a year. */
export type InventedFigures = Pick<Indicator, 'indicator' | 'kind' | 'unit'> & { readonly rows: readonly Row[] }

/** The year of the first of the rows. */
export const firstYear = 2021

/** Figures as invented as Netegem itself; a small area has no median. */
export const overTheYears: readonly InventedFigures[] = [
  {
    indicator: 'population',
    kind: 'count',
    unit: 'persons',
    rows: [
      [828, 871, 221, 1920],
      [833, 884, 219, 1936],
      [838, 899, 216, 1953],
      [842, 913, 214, 1969],
      [851, 930, 209, 1990],
    ],
  },
  {
    indicator: 'population65plus',
    kind: 'count',
    unit: 'persons',
    rows: [
      [190, 155, 61, 406],
      [194, 156, 62, 412],
      [199, 156, 63, 418],
      [203, 158, 64, 425],
      [209, 160, 64, 433],
    ],
  },
  {
    indicator: 'age65Share',
    kind: 'share',
    unit: '%',
    rows: [
      [22.9, 17.8, 27.6, 21.1],
      [23.3, 17.6, 28.3, 21.3],
      [23.7, 17.4, 29.2, 21.4],
      [24.1, 17.3, 29.9, 21.6],
      [24.6, 17.2, 30.6, 21.8],
    ],
  },
  {
    indicator: 'singleHouseholdShare',
    kind: 'share',
    unit: '%',
    rows: [
      [29.4, 36.9, 21.8, 31.9],
      [30.0, 37.4, 22.0, 32.4],
      [30.6, 37.9, 22.4, 33.0],
      [31.2, 38.4, 22.7, 33.7],
      [31.9, 38.8, 23.1, 34.2],
    ],
  },
  {
    indicator: 'singleParentShare',
    kind: 'share',
    unit: '%',
    rows: [
      [7.1, 10.2, 5.0, 8.3],
      [7.2, 10.4, 5.0, 8.4],
      [7.4, 10.6, 4.9, 8.5],
      [7.5, 10.9, 4.9, 8.6],
      [7.6, 11.0, 4.8, 8.7],
    ],
  },
  {
    indicator: 'increasedReimbursementShare',
    kind: 'share',
    unit: '%',
    rows: [
      [14.2, 23.1, 12.4, 17.9],
      [14.6, 23.9, 12.6, 18.4],
      [15.1, 24.6, 12.9, 18.9],
      [15.8, 25.2, 13.4, 19.4],
      [16.4, 26.0, 13.9, 20.0],
    ],
  },
  {
    indicator: 'medianTaxIncome',
    kind: 'median',
    unit: '€',
    rows: [
      [25_700, 22_480, 'hidden', 24_360],
      [26_310, 22_950, 'hidden', 24_950],
      [27_420, 23_900, 'hidden', 26_010],
      [28_410, 24_870, 'hidden', 27_020],
      [29_260, 25_340, 'hidden', 27_690],
    ],
  },
]

/** People in 2025 by ten years of age, youngest first: Molenwijk, Stationsbuurt, Heide. */
const peopleByAge: Readonly<Record<Sex, readonly (readonly number[])[]>> = {
  men: [
    [40, 38, 44, 48, 52, 62, 60, 45, 24],
    [58, 48, 78, 84, 66, 56, 40, 28, 14],
    [8, 9, 8, 9, 12, 18, 18, 14, 8],
  ],
  women: [
    [38, 36, 46, 50, 52, 60, 62, 54, 40],
    [54, 46, 76, 76, 60, 52, 42, 32, 20],
    [7, 8, 8, 9, 12, 18, 18, 15, 10],
  ],
}

/** The same people for a pyramid, in the last of the years. */
export const byAgeAndSex: readonly InventedFigures[] = (['men', 'women'] as const).flatMap((sex) =>
  ageBands.map((band, at) => {
    const [molenwijk = 0, stationsbuurt = 0, heide = 0] = peopleByAge[sex].map((ages) => ages[at] ?? 0)
    const row: Row = [molenwijk, stationsbuurt, heide, molenwijk + stationsbuurt + heide]
    return { indicator: ageAndSexKey(sex, band), kind: 'count', unit: 'persons', rows: [row] }
  }),
)
