import { dateOf } from '../language/tokens.ts'
import type { ToldFacts } from '../situation/situation.ts'
import type { Chance } from './chance.ts'
import { heatings, tenures } from './shares.ts'

type Region = 'flanders' | 'brussels'

const euros = (amount: number): number => Math.round(amount * 100) / 100

/** Everything that may be known of the dwelling. */
export function dwellingFacts(region: Region, today: number, chance: Chance): ToldFacts {
  const tenure = chance.of(tenures[region])
  const rents = tenure === 'private_tenant' || tenure === 'social_tenant' || tenure === 'ocmw_tenant'
  const movedIn = today - chance.whole(1, tenure === 'owner' ? 12_000 : 4000)
  return {
    tenure,
    rent_month: rents ? euros(tenure === 'private_tenant' ? chance.around(820, 0.25) : chance.around(360, 0.3)) : 0,
    lease_signed_on: dateOf(movedIn - chance.whole(0, 60)),
    moved_in_on: dateOf(movedIn),
    previous_dwelling_problem: chance.of([
      ['none', 95],
      ['declared_unfit', 1.5],
      ['overcrowded', 1.2],
      ['not_adapted_age_or_disability', 1.3],
      ['homeless', 1],
    ]),
    in_plus_10_municipality: chance.happens(0.3),
    social_waiting_since: dateOf(
      today - (tenure === 'private_tenant' && chance.happens(0.35) ? chance.whole(30, 4000) : 0),
    ),
    has_huursubsidie: tenure === 'private_tenant' && chance.happens(0.02),
    has_huurpremie: tenure === 'private_tenant' && chance.happens(0.03),
    heating: chance.of(heatings[region]),
    oil_delivery_on: dateOf(today - chance.whole(1, 365)),
    energy_contract_in_household: chance.happens(0.93),
    has_social_energy_tariff: chance.happens(0.08),
    water_bill: chance.of([
      ['own', 82],
      ['shared', 16],
      ['unknown', 2],
    ]),
    has_social_water_tariff: chance.happens(0.06),
    owner_other_property: chance.happens(tenure === 'owner' ? 0.13 : 0.04),
    cadastral_income_total: tenure === 'owner' ? euros(chance.around(950, 0.5)) : 0,
    year_built: chance.whole(1900, 2024),
    epc_label: chance.of([
      ['A+', 2],
      ['A', 10],
      ['B', 18],
      ['C', 20],
      ['D', 18],
      ['E', 13],
      ['F', 19],
    ]),
    budget_meter: chance.happens(0.02),
  }
}

/** Everything that may be known of the household as a whole. */
export function householdFacts(region: Region, grossYear: number, year: number, chance: Chance): ToldFacts {
  const hasDebts = chance.happens(0.08)
  return {
    region,
    municipality: region === 'flanders' ? '72043' : '21004',
    taxable_income_notice: euros(grossYear * chance.around(0.86, 0.08)),
    taxable_income_notice_year: year - 2,
    shares_costs: chance.happens(0.6),
    debt_status: hasDebts
      ? chance.of([
          ['arrears', 60],
          ['debt_mediation', 20],
          ['collective_debt_settlement', 12],
          ['budget_management', 8],
        ])
      : 'none',
    cannot_pay_heating: chance.happens(hasDebts ? 0.4 : 0.03),
    bank_account_refused: chance.happens(0.005),
    has_legal_problem: chance.happens(0.04),
    has_social_internet: chance.happens(0.05),
  }
}
