import { dateOf } from '../language/tokens.ts'
import type { ToldFacts } from '../situation/situation.ts'
import type { Chance } from './chance.ts'
import type { Someone } from './family.ts'
import { needsHelp, residence, workOfAdults } from './shares.ts'

type Region = 'flanders' | 'brussels'

/** Everything that may be known of a person, so that every right can be decided. Euros. */
export function personFacts(id: string, who: Someone, region: Region, today: number, chance: Chance): ToldFacts {
  const isAdult = who.age >= 18
  const living = livingOf(who, chance)
  const health = healthOf(who, chance)
  return {
    id,
    role: who.role,
    age: who.age,
    birth_date: who.birthDate,
    ...residenceOf(who.age, region, chance),
    ...living,
    savings: isAdult && chance.happens(0.75) ? euros(chance.around(who.age * 300, 1.2)) : 0,
    mutuality_dependent: who.role === 'child' || (who.role === 'partner' && living.net_income_month < 500),
    fiscal_dependent: who.role === 'child' && who.age < 25,
    ...health,
    ...benefitsOf(who, living.net_income_month, health, today, chance),
    ...(isAdult ? notMinor : { pregnant: false, has_child: false, married_minor: false }),
    ...childFacts(who, chance),
  }
}

const notMinor = { pregnant: false, has_child: false, married_minor: false }
const euros = (amount: number): number => Math.round(amount * 100) / 100

function residenceOf(age: number, region: Region, chance: Chance) {
  const status = chance.of(residence[region])
  const years = status === 'belgian' || chance.happens(0.5) ? age : Math.min(age, chance.whole(0, 20))
  return {
    residence_status: status,
    years_flanders_brussels: years,
    years_flanders_brussels_consecutive: chance.happens(0.9) ? years : Math.floor(years / 2),
    zorgkas_member: region === 'flanders' ? age >= 18 : age >= 18 && chance.happens(0.25),
  }
}

/** What somebody lives on. Net is about three quarters of gross; pensions and benefits keep nearly all. */
function livingOf({ role, age }: Someone, chance: Chance) {
  const status = statusOf(role, age, chance)
  const works = status === 'employee' || status === 'self_employed'
  const fraction = works
    ? chance.of([
        [1, 70],
        [0.8, 13],
        [0.5, 14],
        [0.25, 3],
      ])
    : 0
  const wage = works ? chance.around(3500, 0.35) : 0
  const pension = status === 'retirement_pension' || status === 'survivor_pension' ? chance.around(1650, 0.35) : 0
  const benefit =
    status === 'unemployed_benefit' || status === 'sickness_benefit' || status === 'invalidity'
      ? chance.around(1450, 0.2)
      : 0
  const gross = wage * fraction + pension + benefit
  return {
    work_status: status,
    work_status_months: works || pension > 0 ? chance.whole(1, 300) : chance.whole(1, 60),
    net_income_month: euros(wage * fraction * 0.72 + pension * 0.92 + benefit * 0.97),
    gross_taxable_month: euros(gross * 0.93),
    gross_taxable_prev_year: euros(gross * 0.93 * 12 * (chance.happens(0.9) ? 1 : chance.share() * 2)),
    pension_gross_month: euros(pension),
    gross_wage_fte_month: euros(wage),
    work_fraction: fraction,
    wage_reference_year: 2025,
  }
}

function statusOf(role: string, age: number, chance: Chance): string {
  if (age < 15) return 'none'
  if (role === 'child') return age < 23 || chance.happens(0.3) ? 'student' : chance.of(workOfAdults)
  if (age >= 66)
    return chance.of([
      ['retirement_pension', 90],
      ['survivor_pension', 7],
      ['none', 3],
    ])
  return age >= 62 && chance.happens(0.5) ? 'retirement_pension' : chance.of(workOfAdults)
}

function healthOf({ age }: Someone, chance: Chance) {
  const hasHelp = chance.happens(needsHelp(age))
  const points = hasHelp ? chance.whole(4, 18) : 0
  const isDisabled = hasHelp && chance.happens(0.5)
  const attest = hasHelp && chance.happens(0.45)
  return {
    autonomy_points: points,
    mobility_points: Math.min(3, Math.floor(points / 5)),
    earning_capacity_third: age >= 18 && age < 66 && isDisabled,
    disability_66: isDisabled,
    disability_percent: isDisabled ? chance.whole(66, 100) : 0,
    leg_disability_percent: isDisabled && chance.happens(0.15) ? chance.whole(50, 100) : 0,
    arms_lost: chance.happens(0.0003),
    war_disability_percent: age > 85 && chance.happens(0.002) ? 60 : 0,
    care_attest: attest
      ? chance.of([
          ['katz_b', 25],
          ['katz_c', 8],
          ['belrai_ok', 40],
          ['bel35', 5],
          ['fod15', 14],
          ['kine_e', 3],
          ['palliative', 2],
          ['residential', 3],
        ])
      : 'none',
    belrai_total: attest ? chance.whole(6, 24) : 0,
    belrai_adl_iadl: attest ? chance.whole(2, 12) : 0,
    daily_help_needed: points >= 10 ? 'much' : hasHelp ? 'some' : 'no',
    in_care_home: age >= 75 && hasHelp && chance.happens(0.12),
    chronic_status: chance.happens(age < 60 ? 0.05 : 0.2),
    copay_year: euros(chance.around(age < 60 ? 160 : 380, 0.8)),
    copay_prev_year: euros(chance.around(age < 60 ? 160 : 380, 0.8)),
    dependency_chronic: hasHelp
      ? chance.of([
          ['none', 40],
          ['low', 25],
          ['mid', 20],
          ['high', 15],
        ])
      : 'none',
    palliative: chance.happens(0.001),
    incontinence: chance.happens(age < 70 ? 0.01 : 0.12),
    vaph_recognised: age < 65 && isDisabled && chance.happens(0.4),
  }
}

/** About half of those who might get something do: the rest is what the check looks for. */
function benefitsOf(
  { age, role }: Someone,
  income: number,
  health: ReturnType<typeof healthOf>,
  today: number,
  chance: Chance,
) {
  const isAdult = age >= 18 && role !== 'child'
  const leefloon = isAdult && age < 66 && income < 300 && chance.happens(0.25)
  const equivalent = isAdult && !leefloon && income < 300 && chance.happens(0.03)
  const igo = isAdult && age >= 66 && income < 1500 && chance.happens(0.4)
  const ivt = isAdult && age < 66 && health.earning_capacity_third && income < 1300 && chance.happens(0.5)
  const it = isAdult && age < 66 && health.autonomy_points >= 7 && chance.happens(0.5)
  const elderly = isAdult && age >= 66 && !ivt && !it && health.autonomy_points >= 7 && chance.happens(0.4)
  const isProtected = leefloon || equivalent || igo || ivt || it || elderly
  const vt = isAdult && (isProtected || (income < 2000 && chance.happens(0.5)))
  return {
    has_vt: vt,
    has_vt_on_1_january_previous_year: vt && chance.happens(0.85),
    gets_leefloon: leefloon,
    gets_equivalent_leefloon: equivalent,
    gets_igo: igo,
    gets_ivt: ivt,
    gets_it: it,
    gets_old_disability: isAdult && age > 60 && chance.happens(0.002),
    gets_zorgbudget_zwaar: isAdult && health.care_attest !== 'none' && chance.happens(0.6),
    gets_zorgbudget_ouderen: elderly,
    gets_bob: isAdult && health.vaph_recognised && chance.happens(0.2),
    gets_ocmw_advance: isAdult && income < 500 && chance.happens(0.01),
    leefloon_months: leefloon || equivalent ? chance.whole(1, 48) : 0,
    protected_since: dateOf(today - chance.whole(20, isProtected ? 3000 : 21)),
  }
}

/** School, points of care and the rest of what is known of children; what others count as, of others. */
function childFacts({ role, age, birthDate }: Someone, chance: Chance) {
  const isChild = role === 'child'
  const points = isChild && age < 21 && chance.happens(0.04) ? chance.whole(3, 20) : 0
  return {
    gets_child_benefit: isChild && age < 25 && (age < 18 || chance.happens(0.85)),
    school: isChild ? schoolAt(age, chance) : 'none',
    born_from_2019: isChild && birthDate >= '2019-01-01',
    dutch_language_school: isChild && chance.happens(0.9),
    kot: isChild && age >= 18 && chance.happens(0.2),
    care_points_p1: Math.min(6, Math.floor(points / 3)),
    care_points_total: points,
    suspected_care_need: isChild && age < 21 && (points > 0 || chance.happens(0.05)),
    deceased_parents: isChild
      ? chance.of([
          [0, 97],
          [1, 2.8],
          [2, 0.2],
        ])
      : 0,
    shared_residence: isChild && age < 18 && chance.happens(0.12),
  }
}

function schoolAt(age: number, chance: Chance): string {
  if (age < 3) return age > 0 && chance.happens(0.6) ? 'childcare' : 'none'
  if (age < 6) return 'preschool'
  if (age < 12) return 'primary'
  if (age < 18) return 'secondary'
  return chance.of([
    ['none', 30],
    ['secondary', 10],
    ['hbo5', 4],
    ['higher', 56],
  ])
}
