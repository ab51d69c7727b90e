import { expect, test } from 'vitest'
import { amountsOf, knownAmounts, withEntered } from './amounts.ts'
import { type Claim, type Counted, type Declaration, judgeClaim, type Known } from './ceilings.ts'

const nothing: Counted = {
  dayCents: 0,
  yearCents: 0,
  ordinaryCents: 0,
  hectometres: 0,
  hasLumpSum: false,
  hasRealCosts: false,
}
const declaration = (over: Partial<Declaration> = {}): Declaration => ({
  year: 2026,
  elsewhere: 'none',
  lumpSumCents: 0,
  travelHectometres: 0,
  meetsRaisedConditions: false,
  ...over,
})
const claim = (over: Partial<Claim> = {}): Claim => ({
  day: '2026-03-10',
  kind: 'lumpSum',
  amountCents: 1000,
  activity: 'ordinary',
  travel: null,
  elsewhereThatDayCents: 0,
  ...over,
})
const known = (over: Partial<Known> = {}): Known => ({
  today: '2026-12-31',
  amounts: knownAmounts,
  declaration: declaration(),
  counted: nothing,
  ...over,
})
const lump = (yearCents: number, over: Partial<Counted> = {}): Counted => ({
  ...nothing,
  yearCents,
  ordinaryCents: yearCents,
  hasLumpSum: true,
  ...over,
})
const reasonsOf = (judged: ReturnType<typeof judgeClaim>) => (judged.kind === 'refused' ? judged.reasons : [])
const ceilingsOf = (judged: ReturnType<typeof judgeClaim>) =>
  reasonsOf(judged).flatMap((reason) => (reason.kind === 'ceiling' ? [[reason.ceiling, reason.left]] : []))

test('the amounts of 2025 and 2026 are those of the law, to the cent, each with its source', () => {
  expect(
    knownAmounts.years.map(({ year, dayCents, yearCents, raisedYearCents }) => [
      year,
      dayCents,
      yearCents,
      raisedYearCents,
    ]),
  ).toEqual([
    [2025, 4231, 169_251, null],
    [2026, 4402, 176_083, 323_391],
  ])
  expect([...knownAmounts.years, ...knownAmounts.travelRates].filter(({ source }) => source === '')).toEqual([])
})

test.each([
  ['2025-12-31', 4231, 'accepted'],
  ['2025-12-31', 4232, 'refused'],
  ['2026-01-01', 4402, 'accepted'],
  ['2026-01-01', 4403, 'refused'],
  ['2026-12-31', 4402, 'accepted'],
  ['2026-12-31', 4403, 'refused'],
] as const)('the day ceiling is that of the year of the day: %s, %i cents: %s', (day, amountCents, kind) => {
  expect(judgeClaim(claim({ day, amountCents }), known()).kind).toBe(kind)
})

test.each([
  ['2025-12-31', 169_251],
  ['2026-01-01', 176_083],
  ['2026-12-31', 176_083],
] as const)('the year ceiling may be reached to the cent and not passed by one: %s', (day, most) => {
  const counted = lump(most - 1000)
  expect(judgeClaim(claim({ day, amountCents: 1000 }), known({ counted })).kind).toBe('accepted')
  expect(ceilingsOf(judgeClaim(claim({ day, amountCents: 1001 }), known({ counted })))).toEqual([['year', 1000]])
})

test.each(['2026-01-01', '2026-12-31'])('the raised ceiling holds to the cent: %s', (day) => {
  const counted = lump(323_391 - 1000, { ordinaryCents: 0 })
  const raised = known({ counted, declaration: declaration({ meetsRaisedConditions: true }) })
  expect(judgeClaim(claim({ day, activity: 'sitting', amountCents: 1000 }), raised).kind).toBe('accepted')
  const over = judgeClaim(claim({ day, activity: 'sitting', amountCents: 1001 }), raised)
  expect(ceilingsOf(over)).toEqual([['raisedYear', 1000]])
})

test('ordinary activities keep their own ceiling, also for whoever has the raised one, in whichever order', () => {
  const raised = declaration({ meetsRaisedConditions: true })
  const afterSitting = known({ declaration: raised, counted: lump(200_000, { ordinaryCents: 0 }) })
  expect(judgeClaim(claim(), afterSitting).kind).toBe('accepted')
  const fullOrdinary = known({ declaration: raised, counted: lump(176_083) })
  expect(ceilingsOf(judgeClaim(claim({ amountCents: 1 }), fullOrdinary))).toEqual([['year', 0]])
  expect(judgeClaim(claim({ activity: 'sitting' }), fullOrdinary).kind).toBe('accepted')
})

test('the raised ceiling is only for whoever declared to meet its conditions, and in a year for which it is known', () => {
  expect(reasonsOf(judgeClaim(claim({ activity: 'sitting' }), known()))).toContainEqual({ kind: 'raisedNotDeclared' })
  const of2025 = known({ declaration: declaration({ meetsRaisedConditions: true }) })
  expect(reasonsOf(judgeClaim(claim({ activity: 'sitting', day: '2025-06-01' }), of2025))).toContainEqual({
    kind: 'raisedUnknown',
    year: 2025,
  })
})

test('what was noted for the same day here and elsewhere counts towards the ceiling of the day', () => {
  const counted = lump(2000, { dayCents: 2000 })
  expect(judgeClaim(claim({ amountCents: 1402, elsewhereThatDayCents: 1000 }), known({ counted })).kind).toBe(
    'accepted',
  )
  expect(ceilingsOf(judgeClaim(claim({ amountCents: 1403, elsewhereThatDayCents: 1000 }), known({ counted })))).toEqual(
    [['day', 1402]],
  )
})

test('what somebody declares about other organisations counts towards the ceiling of the year, to the cent', () => {
  const declared = declaration({ elsewhere: 'lumpSum', lumpSumCents: 175_083 })
  expect(judgeClaim(claim({ amountCents: 1000 }), known({ declaration: declared })).kind).toBe('accepted')
  expect(ceilingsOf(judgeClaim(claim({ amountCents: 1001 }), known({ declaration: declared })))).toEqual([
    ['year', 1000],
  ])
})

test('without the declaration of that year nothing is noted', () => {
  expect(reasonsOf(judgeClaim(claim(), known({ declaration: undefined })))).toEqual([{ kind: 'declarationMissing' }])
})

test('beside lump sums 2,000 kilometres a year are paid, and not a hundred metres more', () => {
  const counted = lump(1000, { hectometres: 19_900 })
  const travel = (hectometres: number) => claim({ travel: { means: 'bicycle', hectometres } })
  expect(judgeClaim(travel(100), known({ counted })).kind).toBe('accepted')
  expect(ceilingsOf(judgeClaim(travel(101), known({ counted })))).toEqual([['travel', 100]])
  const declared = declaration({ elsewhere: 'lumpSum', travelHectometres: 1 })
  expect(judgeClaim(travel(100), known({ counted, declaration: declared })).kind).toBe('refused')
})

test('a claim of which the travel does not fit is refused whole, the lump sum with it', () => {
  const counted = lump(1000, { hectometres: 20_000 })
  const judged = judgeClaim(
    claim({ amountCents: 1000, travel: { means: 'bicycle', hectometres: 1 } }),
    known({ counted }),
  )
  expect(judged).toEqual({
    kind: 'refused',
    reasons: [{ kind: 'ceiling', ceiling: 'travel', left: 0, most: 20_000 }],
  })
})

test('travel is paid in whole cents and never above the rate', () => {
  const by = (means: 'car' | 'bicycle', hectometres: number) =>
    judgeClaim(claim({ travel: { means, hectometres } }), known())
  expect(by('car', 100)).toMatchObject({ travelCents: 432 })
  expect(by('car', 1)).toMatchObject({ travelCents: 4 })
  expect(by('bicycle', 123)).toMatchObject({ travelCents: 455 })
  expect(by('car', 10_000)).toMatchObject({ travelCents: 43_260 })
})

test('a rate counts from its first to its last day; on a day without one, travel is not noted', () => {
  const car = { means: 'car', hectometres: 100 } as const
  expect(judgeClaim(claim({ day: '2026-03-31', travel: car }), known()).kind).toBe('accepted')
  expect(reasonsOf(judgeClaim(claim({ day: '2026-04-01', travel: car }), known()))).toEqual([{ kind: 'rateMissing' }])
})

test.each([
  ['lumpSum', { hasRealCosts: true }, 'none'],
  ['realCosts', { hasLumpSum: true }, 'none'],
  ['lumpSum', {}, 'realCosts'],
  ['realCosts', {}, 'lumpSum'],
] as const)('in one year a person has lump sums or real costs, not both: %s', (kind, counted, elsewhere) => {
  const judged = judgeClaim(
    claim({ kind }),
    known({ counted: { ...nothing, ...counted }, declaration: declaration({ elsewhere }) }),
  )
  expect(reasonsOf(judged)).toEqual([{ kind: 'mixedKinds' }])
})

test('proven real costs have no ceiling', () => {
  const counted = { ...nothing, hasRealCosts: true, hectometres: 50_000 }
  const travel = { means: 'bicycle', hectometres: 500 } as const
  expect(judgeClaim(claim({ kind: 'realCosts', amountCents: 900_000, travel }), known({ counted })).kind).toBe(
    'accepted',
  )
})

test('at four fifths of a ceiling there is a warning, one cent before there is none', () => {
  const near = (yearCents: number) => {
    const judged = judgeClaim(claim({ amountCents: 1 }), known({ counted: lump(yearCents) }))
    return judged.kind === 'accepted' ? judged.near.map(({ ceiling }) => ceiling) : undefined
  }
  expect(near(140_867 - 1)).toEqual(['year'])
  expect(near(140_866 - 1)).toEqual([])
})

test('the warning of every ceiling begins at exactly four fifths: day, travel and raised year', () => {
  const near = (over: Partial<Claim>, counted: Counted = nothing, declared: Partial<Declaration> = {}) => {
    const judged = judgeClaim(claim(over), known({ counted, declaration: declaration(declared) }))
    return judged.kind === 'accepted' ? judged.near.map(({ ceiling }) => ceiling) : undefined
  }
  expect([near({ amountCents: 3522 }), near({ amountCents: 3521 })]).toEqual([['day'], []])
  const travelled = (hectometres: number) =>
    near({ amountCents: 0, travel: { means: 'car', hectometres: 1 } }, { ...nothing, hectometres })
  expect([travelled(15_999), travelled(15_998)]).toEqual([['travel'], []])
  const raised = (yearCents: number) =>
    near({ amountCents: 1 }, lump(yearCents, { ordinaryCents: 0 }), { meetsRaisedConditions: true })
  expect([raised(258_712), raised(258_711)]).toEqual([['raisedYear'], []])
})

test('2027 is closed until an administrator enters its amounts', () => {
  const in2027 = claim({ day: '2027-01-01', amountCents: 4500 })
  const newYear = known({ today: '2027-01-01' })
  expect(reasonsOf(judgeClaim(in2027, newYear))).toEqual([{ kind: 'amountsMissing', year: 2027 }])
  const invented = { year: 2027, dayCents: 4500, yearCents: 180_000, raisedYearCents: null, source: 'proef' }
  const entered = withEntered({ years: [invented], travelRates: [] })
  expect(judgeClaim(in2027, { ...newYear, amounts: entered }).kind).toBe('accepted')
  expect(judgeClaim({ ...in2027, amountCents: 4501 }, { ...newYear, amounts: entered }).kind).toBe('refused')
})

test('what is entered for a year that the program knows does not change it', () => {
  const wrong = { year: 2026, dayCents: 9999, yearCents: 999_999, raisedYearCents: null, source: 'proef' }
  expect(amountsOf(withEntered({ years: [wrong], travelRates: [] }), 2026)?.dayCents).toBe(4402)
})

test('a day that is still to come is not noted', () => {
  expect(reasonsOf(judgeClaim(claim({ day: '2027-01-01' }), known()))).toEqual([{ kind: 'future' }])
})
