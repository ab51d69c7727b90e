import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import content from './content/amounts.json' with { type: 'json' }

/** The highest lump sums of one calendar year, in euro cents, per person over all organisations together. */
export type YearAmounts = {
  readonly year: number
  readonly dayCents: number
  readonly yearCents: number
  /** For listed activities; null: not known. */
  readonly raisedYearCents: number | null
  readonly source: string
}

/** What is paid by the kilometre. */
export const travelMeans = ['car', 'bicycle'] as const
export type TravelMeans = (typeof travelMeans)[number]

/** The highest sum per kilometre from one day to another, in ten-thousandths of a euro. */
export type TravelRate = {
  readonly means: TravelMeans
  readonly from: IsoDate
  readonly until: IsoDate
  readonly tenThousandthsPerKilometre: number
  readonly source: string
}

/** All amounts that count: those of the program, then what an administrator entered. */
export type Amounts = { readonly years: readonly YearAmounts[]; readonly travelRates: readonly TravelRate[] }

const cents = z.int().positive()
/** Amounts that the program knows, with their source. A changed amount is a new line; an old one stays. */
export const knownAmounts: Amounts = z
  .object({
    years: z.array(
      z.object({
        year: z.int(),
        dayCents: cents,
        yearCents: cents,
        raisedYearCents: cents.nullable(),
        source: z.string().min(1),
      }),
    ),
    travelRates: z.array(
      z.object({
        means: z.enum(travelMeans),
        from: z.iso.date(),
        until: z.iso.date(),
        tenThousandthsPerKilometre: z.int().positive(),
        source: z.string().min(1),
      }),
    ),
  })
  .parse(content)

/** The program's own amounts with what was entered beside them; of the same year or day, the program's own count. */
export function withEntered(entered: Amounts): Amounts {
  const known = new Set(knownAmounts.years.map(({ year }) => year))
  return {
    years: [...knownAmounts.years, ...entered.years.filter(({ year }) => !known.has(year))],
    travelRates: [...knownAmounts.travelRates, ...entered.travelRates],
  }
}

/** The amounts of `year`; undefined until somebody enters them: nothing can be noted then. */
export function amountsOf({ years }: Amounts, year: number): YearAmounts | undefined {
  return years.find((amounts) => amounts.year === year)
}

/** The rate for one means of travel on `day`; undefined when nobody entered it. */
export function rateOn({ travelRates }: Amounts, means: TravelMeans, day: IsoDate): TravelRate | undefined {
  return travelRates.find((rate) => rate.means === means && rate.from <= day && day <= rate.until)
}

/** The calendar year of a day. */
export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4))
