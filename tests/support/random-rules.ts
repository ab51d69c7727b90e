import type { Fact, Model, Parameter, Right } from '@meernet/rights-engine'
import fc from 'fast-check'

// Models whose rules are drawn by chance from the whole language, and households for them: what one check says of each must
// be what columns say.

const words = { nl: '', fr: '', en: '' }
const fact = (type: Fact['type'], more: Partial<Fact> = {}): Fact => ({ type, noun: words, ...more })
const choice = (values: readonly string[], more: Partial<Fact> = {}): Fact =>
  fact('enum', { values: Object.fromEntries(values.map((value) => [value, words])), ...more })

const roles = ['reference', 'partner', 'child', 'parent', 'sibling', 'other']
const tenures = ['owner', 'private_tenant', 'social_tenant', 'homeless']

export const facts: Readonly<Record<string, Fact>> = {
  'household.region': choice(['flanders', 'brussels', 'wallonia']),
  'household.notice': fact('money'),
  'household.shares_costs': fact('boolean', { when: 'count(member: member.age >= 18) > 1', otherwise: true }),
  'household.municipality': fact('code'),
  'dwelling.tenure': choice(tenures),
  'dwelling.delivered_on': fact('date'),
  'dwelling.rent': fact('money', { when: 'dwelling.tenure in [private_tenant, social_tenant]', otherwise: 0 }),
  'person.role': choice(roles),
  'person.age': fact('integer', { max: 120 }),
  'person.birth_date': fact('date'),
  'person.wage': fact('money'),
  'person.gets_help': fact('boolean', { when: 'person.age >= 18', otherwise: false }),
  'person.has_card': fact('boolean'),
  'person.part': fact('share'),
  'person.points': fact('integer', { max: 18 }),
  'person.work': choice(['employee', 'none', 'pension'], { when: 'person.age >= 15', otherwise: 'none' }),
  'child.school': choice(['none', 'primary', 'secondary']),
}

const parameter = (kind: Parameter['kind'], unit: Parameter['unit'], more: Partial<Parameter> = {}): Parameter => ({
  kind,
  unit,
  source: '',
  noun: words,
  rows: [
    { from: '2020-01-01', value: unit === 'eur/month' ? 1000.55 : 3 },
    { from: '2024-05-01', value: unit === 'eur/month' ? 1253.4 : 4 },
  ],
  ...more,
})

const parameters: Readonly<Record<string, Parameter>> = {
  'a.ceiling': parameter('ceiling', 'eur/month', { knownUntil: '2024-12-31' }),
  'a.fresh_ceiling': parameter('ceiling', 'eur/month'),
  'a.amount': parameter('amount', 'eur/month'),
  'a.gap': parameter('amount', 'eur/month', {
    rows: [
      { from: '2021-01-01', value: 50 },
      { from: '2025-01-01', gap: true },
    ],
  }),
  'a.count': parameter('constant', 'count'),
  'municipality.extra': { ...parameter('amount', 'eur/month'), rows: [], local: true },
}

/** Where a rule stands: what it may speak of. */
type Place = { readonly isPerson: boolean; readonly isInside: boolean; readonly definitions: readonly string[] }

const pick = <Item>(...items: readonly Item[]) => fc.constantFrom(...items)

function carriers({ isPerson, isInside }: Place): readonly string[] {
  return [...(isPerson ? ['person'] : []), ...(isInside ? ['member'] : [])]
}

function named(place: Place, type: 'test' | 'number'): readonly string[] {
  const wanted = place.definitions.filter((id) => id.endsWith(type === 'test' ? '_test' : '_number'))
  return wanted.flatMap((id) =>
    id.startsWith('household.') ? [id] : carriers(place).map((carrier) => id.replace('person.', `${carrier}.`)),
  )
}

export function truth(place: Place, depth: number): fc.Arbitrary<string> {
  const ofSome = carriers(place)
  const leaves = [
    pick(
      'true',
      'false',
      'household.shares_costs',
      'unknown(something)',
      'known(dwelling.rent)',
      'known(household.municipality)',
    ),
    pick(
      'dwelling.tenure = owner',
      'dwelling.tenure != homeless',
      'dwelling.tenure in [private_tenant, social_tenant]',
    ),
    ...(ofSome.length > 0
      ? [
          fc.tuple(pick(...ofSome), pick('gets_help', 'has_card')).map(([carrier, name]) => `${carrier}.${name}`),
          fc
            .tuple(
              pick(...ofSome),
              pick('role in [reference, partner]', 'work = pension', 'school = primary', 'role != child'),
            )
            .map(([carrier, name]) => `${carrier}.${name}`),
          fc
            .tuple(pick(...ofSome), pick('age', 'wage', 'gets_help', 'work'))
            .map(([carrier, name]) => `known(${carrier}.${name})`),
        ]
      : []),
    // Of a household nobody is the subject, so that its definitions do not depend on who asks.
    ...(place.isInside && place.isPerson ? [pick('self(member)', 'partner(member)')] : []),
    ...(named(place, 'test').length > 0 ? [pick(...named(place, 'test'))] : []),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const deeper = truth(place, depth - 1)
  const numbers = number(place, depth - 1)
  const inside = truth({ ...place, isInside: true }, depth - 1)
  return fc.oneof(
    ...leaves,
    fc.tuple(numbers, pick('<', '<=', '>', '>=', '=', '!='), numbers).map(([a, by, b]) => `(${a} ${by} ${b})`),
    fc.tuple(numbers, pick('<', '<=', '>', '>='), numbers).map(([a, by, b]) => `(${a} ${by} ${b})`),
    fc.tuple(deeper, pick('and', 'or'), deeper, deeper).map(([a, by, b, c]) => `(${a} ${by} ${b} ${by} ${c})`),
    deeper.map((a) => `not (${a})`),
    deeper.map((a) => `surely(${a})`),
    fc.tuple(deeper, deeper, deeper).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    fc.tuple(pick('any', 'all'), inside).map(([over, a]) => `${over}(member: ${a})`),
    day(place).map((a) => `(${a} >= add_days(today, -60))`),
  )
}

function day(place: Place): fc.Arbitrary<string> {
  const days = [
    'dwelling.delivered_on',
    'today',
    '2024-02-29',
    ...carriers(place).map((carrier) => `${carrier}.birth_date`),
  ]
  return fc.oneof(
    pick(...days),
    fc
      .tuple(pick(...days), pick('add_days', 'add_months', 'add_years'), pick('1', '-3', '13'))
      .map(([a, by, b]) => `${by}(${a}, ${b})`),
    pick(...days).map((a) => `new_year(${a})`),
  )
}

export function number(place: Place, depth: number): fc.Arbitrary<string> {
  const ofSome = carriers(place)
  const leaves = [
    pick('0', '1', '18', '0.9', '7', '€1000.55', '€12', 'household.notice', 'dwelling.rent'),
    pick(
      'param(a.ceiling)',
      'param(a.fresh_ceiling)',
      'param(a.amount)',
      'param(a.gap)',
      'param(a.count)',
      'param(municipality.extra)',
    ),
    ...(ofSome.length > 0
      ? [
          fc
            .tuple(pick(...ofSome), pick('age', 'wage', 'points', 'part'))
            .map(([carrier, name]) => `${carrier}.${name}`),
        ]
      : []),
    ...(named(place, 'number').length > 0 ? [pick(...named(place, 'number'))] : []),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const deeper = number(place, depth - 1)
  const asked = truth(place, depth - 1)
  const inside = { ...place, isInside: true }
  return fc.oneof(
    ...leaves,
    fc.tuple(deeper, pick('+', '-', '*'), deeper).map(([a, by, b]) => `(${a} ${by} ${b})`),
    fc
      .tuple(deeper, pick('12', 'param(a.count)', 'count(member: true)'), pick('/', '*'))
      .map(([a, b, by]) => `(${a} ${by} ${b})`),
    fc.tuple(pick('min', 'max'), deeper, deeper).map(([by, a, b]) => `${by}(${a}, ${b})`),
    deeper.map((a) => `round(${a})`),
    fc.tuple(deeper, deeper).map(([a, b]) => `between(min(${a}, ${b}), max(${a}, ${b}))`),
    fc.tuple(asked, deeper, deeper).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    truth(inside, depth - 1).map((a) => `count(member: ${a})`),
    fc.tuple(number(inside, depth - 1), truth(inside, depth - 1)).map(([a, b]) => `sum(member: ${a} where ${b})`),
    number(inside, depth - 1).map((a) => `sum(member: ${a})`),
    fc.tuple(pick('years', 'days'), day(place), day(place)).map(([by, a, b]) => `${by}(${a}, ${b})`),
    day(place).map((a) => `year(${a})`),
  )
}

const definitionIds = [
  'person.first_test',
  'household.second_number',
  'person.third_number',
  'household.fourth_test',
  'person.fifth_test',
]

const definitions = fc
  .tuple(
    ...definitionIds.map((id, index) => {
      const isPerson = id.startsWith('person.')
      const place = { isPerson, isInside: false, definitions: definitionIds.slice(0, index) }
      return id.endsWith('_test') ? truth(place, 2) : number(place, 2)
    }),
  )
  .map((rules) =>
    Object.fromEntries(
      rules.map((is, index) => {
        const id = definitionIds[index] ?? ''
        const of = id.startsWith('person.') ? ('person' as const) : ('household' as const)
        const type = id.endsWith('_test') ? ('boolean' as const) : ('number' as const)
        return [id, { of, type, is, noun: words }]
      }),
    ),
  )

function right(subject: Right['subject']): fc.Arbitrary<Right> {
  const place = { isPerson: true, isInside: false, definitions: definitionIds }
  const test = truth(place, 2)
  return fc
    .record({
      regions: fc.subarray(['flanders', 'brussels', 'wallonia'] as const, { minLength: 1 }),
      appliesTo: fc.option(test, { nil: undefined }),
      already: fc.option(test, { nil: undefined }),
      conditions: fc.array(test, { maxLength: 3 }),
      doubts: fc.array(test, { maxLength: 1 }),
      variants: fc.array(test, { maxLength: 2 }),
      amount: fc.option(number(place, 2), { nil: undefined }),
      upTo: fc.boolean(),
      minors: fc.boolean(),
    })
    .map(({ regions, appliesTo, already, conditions, doubts, variants, amount, upTo, minors }) => ({
      name: words,
      summary: words,
      level: 'federal',
      subject,
      regions,
      ...(appliesTo !== undefined && { appliesTo }),
      ...(already !== undefined && { already }),
      ...(minors && { minors: true as const }),
      conditions: conditions.map((when, index) => ({ id: `c${index}`, when })),
      doubts: doubts.map((when, index) => ({ id: `d${index}`, when, say: words })),
      variants: variants.map((when, index) => ({ id: `v${index}`, when, name: words })),
      ...(amount !== undefined && {
        amount: { per: 'month' as const, is: amount, ...(upTo && { upTo: true as const }) },
      }),
      way: 'on_application',
      ask: { body: words, service: 'any' },
      how: words,
      documents: [],
      sources: [],
      confidence: 'high',
      chapter: '',
    }))
}

export const models: fc.Arbitrary<Model> = fc
  .record({
    definitions,
    one: right('person'),
    two: right('household'),
    three: right('child'),
    four: right('dwelling'),
    five: right('person'),
  })
  .map(({ definitions: made, one, two, three, four, five }) => ({
    facts,
    parameters,
    definitions: made,
    rights: { one, two, three, four, five },
  }))

const told = <Value>(value: fc.Arbitrary<Value>, isWhole: boolean) => (isWhole ? value : fc.option(value, { freq: 3 }))
const money = fc
  .oneof(fc.integer({ min: 0, max: 300_000 }), fc.constantFrom(100_055, 125_340, 140_381, 0))
  .map((cents) => cents / 100)
const date = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

function person(role: string, isWhole: boolean) {
  const [least, most] = role === 'child' ? [0, 25] : role === 'parent' ? [80, 110] : [26, 79]
  const bornIn = date(Math.floor((2026 - most - 1970) * 365.25) - 366, Math.floor((2020 - least - 1970) * 365.25))
  return fc.record({
    role: fc.constant(role),
    age: isWhole ? fc.constant(null) : fc.option(fc.integer({ min: least, max: most })),
    born: isWhole ? bornIn : fc.option(bornIn),
    wage: told(money, isWhole),
    gets_help: told(fc.boolean(), isWhole),
    has_card: told(fc.boolean(), isWhole),
    part: told(fc.constantFrom(0, 0.5, 1, 0.25), isWhole),
    points: told(fc.integer({ min: 0, max: 18 }), isWhole),
    work: told(pick('employee', 'none', 'pension'), isWhole),
    school: told(pick('none', 'primary', 'secondary'), isWhole),
  })
}

/** Households of one to five persons; whole ones have no unknown fact. */
export const households = fc.boolean().chain((isWhole) =>
  fc.record({
    isWhole: fc.constant(isWhole),
    household: fc.record({
      region: told(pick('flanders', 'brussels', 'wallonia'), isWhole),
      notice: told(money, isWhole),
      shares_costs: told(fc.boolean(), isWhole),
      municipality: told(fc.constant('72043'), isWhole),
    }),
    dwelling: fc.record({
      tenure: told(pick(...tenures), isWhole),
      delivered_on: told(date(19_000, 20_700), isWhole),
      rent: told(money, isWhole),
    }),
    persons: fc
      .tuple(
        person('reference', isWhole),
        fc.option(person('partner', isWhole)),
        fc.array(
          pick('child', 'child', 'parent', 'sibling', 'other').chain((role) => person(role, isWhole)),
          { maxLength: 3 },
        ),
      )
      .map(([reference, partner, others]) => [reference, ...(partner ? [partner] : []), ...others]),
  }),
)
