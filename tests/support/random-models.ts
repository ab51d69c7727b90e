import type { Fact, Model, Parameter, Right } from '@meernet/rights-engine'
import fc from 'fast-check'
import { roles, tenures } from './random-households.ts'
import { number, truth } from './random-rules.ts'

// Models whose rules are drawn by chance: what one check says of a household must be what columns say.

const words = { nl: '', fr: '', en: '' }
const fact = (type: Fact['type'], more: Partial<Fact> = {}): Fact => ({ type, noun: words, ...more })
const choice = (values: readonly string[], more: Partial<Fact> = {}): Fact =>
  fact('enum', { values: Object.fromEntries(values.map((value) => [value, words])), ...more })

const facts: Readonly<Record<string, Fact>> = {
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

/** Models of five rights, each subject at least once. */
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
