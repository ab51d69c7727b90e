type Cell = number | 'hidden'

/** Figures of Molenwijk, Stationsbuurt, Heide and Netegem itself by year, as invented as they are. Heide is small: four old men. */
export type DemoSeries = {
  readonly indicator: string
  readonly kind: 'count' | 'share' | 'median'
  readonly unit: string
  readonly name?: string
  readonly years: Readonly<Record<string, readonly [Cell, Cell, Cell, Cell]>>
}

const count = (indicator: string, years: DemoSeries['years'], unit = 'persons'): DemoSeries => ({
  ...{ indicator, kind: 'count', unit, years },
})
const share = (indicator: string, years: DemoSeries['years']): DemoSeries => ({
  ...{ indicator, kind: 'share', unit: '%', years },
})

/** Men and women of one age in 2025, in the same four areas. */
function ages(band: string, men: DemoSeries['years'][string], women: DemoSeries['years'][string]) {
  const name = band.replace('to', '–').replace('plus', '+')
  return [
    { ...count(`men${band}`, { 2025: men }), name: `Mannen ${name}` },
    { ...count(`women${band}`, { 2025: women }), name: `Vrouwen ${name}` },
  ]
}

export const demoSeries: readonly DemoSeries[] = [
  count('population', {
    2021: [820, 880, 224, 1924],
    2022: [828, 890, 221, 1939],
    2023: [835, 902, 217, 1954],
  }),
  count('population65plus', { 2024: [203, 158, 64, 425], 2025: [209, 160, 64, 433] }),
  count('privateHouseholds', { 2024: [372, 441, 89, 902], 2025: [379, 452, 88, 919] }, 'households'),
  ...ages('0to17', [82, 88, 19, 189], [78, 85, 17, 180]),
  ...ages('18to39', [110, 160, 20, 290], [106, 158, 19, 283]),
  ...ages('40to64', [132, 141, 36, 309], [134, 138, 34, 306]),
  ...ages('65to79', [70, 54, 25, 149], [80, 58, 27, 165]),
  ...ages('80plus', [25, 19, 4, 48], [34, 29, 8, 71]),
  share('age65Share', {
    2021: [22.9, 17.6, 28.1, 20.9],
    2022: [23.3, 17.5, 28.9, 21.1],
    2023: [23.7, 17.4, 29.4, 21.4],
  }),
  share('singleHouseholdShare', {
    2021: [29.4, 37.1, 21.9, 32.3],
    2022: [30, 37.6, 22.1, 32.8],
    2023: [30.6, 38, 22.4, 33.3],
  }),
  share('singleParentShare', { 2024: [9.6, 12, 5.6, 10.2], 2025: [9.8, 12.1, 5.7, 10.4] }),
  share('tenantShare', { 2025: [34.1, 52.2, 9.1, 40.6] }),
  share('increasedReimbursementShare', { 2024: [18.7, 23.1, 8.4, 19.6], 2025: [19.2, 23.8, 8.1, 20.1] }),
  share('turnoverRate', { 2025: [8.2, 14.9, 5.3, 11] }),
  share('unemploymentRate', { 2024: [6.3, 9.2, 'hidden', 7.4], 2025: [6.1, 8.9, 'hidden', 7.1] }),
  {
    ...{ indicator: 'medianTaxIncome', kind: 'median', unit: '€' },
    years: {
      2021: [25_900, 22_600, 'hidden', 24_700],
      2022: [26_800, 23_400, 'hidden', 25_500],
      2023: [27_600, 24_100, 'hidden', 26_300],
    },
  },
]
