// Twenty rules of an invented land, near to real ones: what an income is worth to a minimum, to a rent and to a supplement.
// All speak of the household alone, so that the same can be said in publicodes, which has no lists of persons.
import type { Definition, Fact, Model, Right } from '@meernet/rights-engine'

const same = (text: string) => ({ nl: text, fr: text, en: text })
const fact = (type: Fact['type'], noun: string): Fact => ({ type, noun: same(noun) })
const amount = (is: string, noun: string): Definition => ({ of: 'household', type: 'money', is, noun: same(noun) })
const number = (is: string, noun: string): Definition => ({ of: 'household', type: 'number', is, noun: same(noun) })
const test = (is: string, noun: string): Definition => ({
  of: 'household',
  type: 'boolean',
  is,
  noun: same(noun),
  holds: same(noun),
  fails: same(`not: ${noun}`),
})

function right(conditions: readonly string[], is: string, per: 'month' | 'year'): Right {
  return {
    name: same('a right'),
    summary: same('a right of an invented land'),
    level: 'federal',
    subject: 'household',
    regions: ['flanders'],
    conditions: conditions.map((when, index) => ({ id: `c${index + 1}`, when })),
    amount: { per, is },
    way: 'on_application',
    ask: { body: same('the office'), service: 'office' },
    how: same('ask'),
    documents: [],
    sources: ['invented'],
    confidence: 'high',
    chapter: 'bench',
  }
}

/** The facts that are told, in euros. */
export const facts = {
  'household.region': {
    ...fact('enum', 'the region'),
    values: { flanders: same('Flanders'), brussels: same('Brussels') },
  },
  'household.adults': fact('integer', 'the adults'),
  'household.children': fact('integer', 'the children'),
  'household.age': fact('integer', 'the age'),
  'household.wage': fact('money', 'the wage'),
  'household.pension': fact('money', 'the pension'),
  'household.benefit': fact('money', 'the benefit'),
  'household.partner_wage': fact('money', 'the wage of the partner'),
  'household.savings': fact('money', 'the savings'),
  'household.rent': fact('money', 'the rent'),
  'household.owner': { ...fact('boolean', 'owning the home'), holds: same('owns the home'), fails: same('rents') },
  'person.role': { ...fact('enum', 'the bond'), values: { reference: same('reference'), child: same('child') } },
} satisfies Record<string, Fact>

const ceiling = '(€25630.67 + €4744.94 * (household.size - 1))'

/** Twenty computed values: seventeen definitions, three amounts of rights. */
export const twentyRules: Model = {
  facts,
  parameters: {},
  definitions: {
    'household.size': number('household.adults + household.children', 'the size'),
    'household.wage_counted': amount('max(0, household.wage - €312.49) * 0.9', 'the wage that counts'),
    'household.own_income': amount(
      'household.wage_counted + household.pension * 0.9 + household.benefit',
      'the own income',
    ),
    'household.partner_income': amount('max(0, household.partner_wage - €893.65)', 'the income of the partner'),
    'household.savings_income': amount(
      'if household.savings <= €6200 then 0 else if household.savings <= €12500 then (household.savings - €6200) * 0.06 / 12 else (€378 + (household.savings - €12500) * 0.1) / 12',
      'the income from savings',
    ),
    'household.resources': amount(
      'household.own_income + household.partner_income + household.savings_income',
      'the resources',
    ),
    'household.category': amount(
      'if household.children > 0 then €1811.58 else if household.adults > 1 then €893.65 else €1340.47',
      'the amount of the category',
    ),
    'household.below_minimum': test(
      'household.age >= 18 and household.resources < household.category',
      'lives below the minimum',
    ),
    'household.gross_year': amount(
      '(household.wage + household.pension + household.benefit + household.partner_wage) * 12',
      'the gross income of a year',
    ),
    'household.care_ceiling': amount(ceiling, 'the ceiling for cheaper care'),
    'household.cheaper_care': test('household.gross_year <= household.care_ceiling', 'may get cheaper care'),
    'household.rent_ceiling': amount('€639.78 * min(1.5, 1 + 0.2 * household.children)', 'the highest rent'),
    'household.rent_fits': test(
      'not household.owner and household.rent <= household.rent_ceiling',
      'has a rent below the highest',
    ),
    'household.heating_help': amount(
      'if household.cheaper_care and (not household.owner or household.savings < €12500) then €25 else 0',
      'the help for heating',
    ),
    'household.child_amount': amount(
      'if household.gross_year <= €40701.59 then €73.68 else if household.gross_year <= €47485.19 and household.children <= 2 then €37.31 else 0',
      'the supplement for a child',
    ),
    'household.rent_amount': amount(
      'max(0, household.rent_ceiling * 0.75 - household.gross_year / 55)',
      'the help for the rent',
    ),
    'household.minimum_amount': amount('max(0, household.category - household.resources)', 'what the minimum lacks'),
  },
  rights: {
    minimum: right(['household.below_minimum'], 'household.minimum_amount + household.heating_help', 'month'),
    rent: right(['household.rent_fits', 'household.gross_year <= €35000'], 'household.rent_amount', 'month'),
    children: right(
      ['household.children > 0', 'household.child_amount > 0'],
      'household.child_amount * household.children',
      'month',
    ),
  },
}
