import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Amounts, type TravelRate, withEntered, type YearAmounts } from './amounts.ts'

/** All amounts that count in this municipality. */
export async function amountsIn(tx: Tx): Promise<Amounts> {
  const years = await sql<YearAmounts>`
    select year, day_cents as "dayCents", year_cents as "yearCents", raised_year_cents as "raisedYearCents", source
    from volunteers.yearly_amount order by year`.execute(tx.db)
  const rates = await sql<TravelRate>`
    select means, valid_from as "from", valid_until as "until",
      ten_thousandths_per_kilometre as "tenThousandthsPerKilometre", source
    from volunteers.travel_rate order by means, valid_from`.execute(tx.db)
  return withEntered({ years: years.rows, travelRates: rates.rows })
}

/** Keeps the amounts of a year; entering the year once more corrects them. */
export async function keepYearAmounts(tx: Tx, amounts: YearAmounts): Promise<void> {
  const columns = {
    day_cents: amounts.dayCents,
    year_cents: amounts.yearCents,
    raised_year_cents: amounts.raisedYearCents,
    source: amounts.source,
    ...enteredBy(tx),
  }
  await tx.db
    .insertInto('volunteers.yearly_amount')
    .values({ municipality_id: tx.actor.municipalityId, year: amounts.year, ...columns })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'year']).doUpdateSet(columns))
    .execute()
}

/** Keeps a rate; entering the same first day once more corrects it. */
export async function keepTravelRate(tx: Tx, rate: TravelRate): Promise<void> {
  const columns = {
    valid_until: rate.until,
    ten_thousandths_per_kilometre: rate.tenThousandthsPerKilometre,
    source: rate.source,
    ...enteredBy(tx),
  }
  await tx.db
    .insertInto('volunteers.travel_rate')
    .values({ municipality_id: tx.actor.municipalityId, means: rate.means, valid_from: rate.from, ...columns })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'means', 'valid_from']).doUpdateSet(columns))
    .execute()
}

const enteredBy = ({ actor, now }: Tx) => ({
  entered_by: actor.kind === 'staff' ? actor.userId : null,
  entered_at: now,
})
