import fc from 'fast-check'

// Rules drawn by chance from the whole language; the facts and parameters they name are those of random-models.ts.

/** Where a rule stands: whether it has a subject, is inside "of the members", and which definitions it may name. */
export type Place = { readonly isPerson: boolean; readonly isInside: boolean; readonly definitions: readonly string[] }

/** A test in the language of rules, at most `depth` deep. */
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

/** A number in the language of rules, at most `depth` deep. */
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
