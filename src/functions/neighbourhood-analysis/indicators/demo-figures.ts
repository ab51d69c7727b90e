type Cell = number | 'hidden'

/** Figures of Molenwijk, Stationsbuurt, Heide and Netegem itself by year, as invented as they are. */
export type DemoSeries = {
  readonly indicator: string
  readonly kind: 'count' | 'share'
  readonly unit: string
  readonly years: Readonly<Record<string, readonly [Cell, Cell, Cell, Cell]>>
}

const share = (indicator: string, years: DemoSeries['years']): DemoSeries => ({
  ...{ indicator, kind: 'share', unit: '%', years },
})

export const demoSeries: readonly DemoSeries[] = [
  {
    ...{ indicator: 'privateHouseholds', kind: 'count', unit: 'households' },
    years: { 2024: [372, 441, 89, 902], 2025: [379, 452, 88, 919] },
  },
  share('tenantShare', { 2025: [34.1, 52.2, 9.1, 40.6] }),
  share('turnoverRate', { 2025: [8.2, 14.9, 5.3, 11] }),
  share('unemploymentRate', { 2024: [6.3, 9.2, 'hidden', 7.4], 2025: [6.1, 8.9, 'hidden', 7.1] }),
]
