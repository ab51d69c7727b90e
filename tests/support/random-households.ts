import fc from 'fast-check'

// Households for the models of random-models.ts, drawn by chance.

/** What somebody may be to the reference person. */
export const roles = ['reference', 'partner', 'child', 'parent', 'sibling', 'other']
/** How somebody may live in a dwelling. */
export const tenures = ['owner', 'private_tenant', 'social_tenant', 'homeless']

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
    work: told(fc.constantFrom('employee', 'none', 'pension'), isWhole),
    school: told(fc.constantFrom('none', 'primary', 'secondary'), isWhole),
  })
}

/** Households of one to five persons; whole ones have no unknown fact. */
export const households = fc.boolean().chain((isWhole) =>
  fc.record({
    isWhole: fc.constant(isWhole),
    household: fc.record({
      region: told(fc.constantFrom('flanders', 'brussels', 'wallonia'), isWhole),
      notice: told(money, isWhole),
      shares_costs: told(fc.boolean(), isWhole),
      municipality: told(fc.constant('72043'), isWhole),
    }),
    dwelling: fc.record({
      tenure: told(fc.constantFrom(...tenures), isWhole),
      delivered_on: told(date(19_000, 20_700), isWhole),
      rent: told(money, isWhole),
    }),
    persons: fc
      .tuple(
        person('reference', isWhole),
        fc.option(person('partner', isWhole)),
        fc.array(
          fc.constantFrom('child', 'child', 'parent', 'sibling', 'other').chain((role) => person(role, isWhole)),
          { maxLength: 3 },
        ),
      )
      .map(([reference, partner, others]) => [reference, ...(partner ? [partner] : []), ...others]),
  }),
)
