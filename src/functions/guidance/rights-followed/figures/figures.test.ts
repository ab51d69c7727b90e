import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ByStage, type Obtained, type RightsCounted, shownFigures } from './figures.ts'

const nobody = { found: 0, asked: 0, granted: 0, refused: 0 }
/** Rights with so many people each at a stage; everybody has one right, unless `people` says otherwise. */
function counted(
  rights: Readonly<Record<string, Partial<ByStage<number>>>>,
  over: Partial<RightsCounted> = {},
): RightsCounted {
  const perRight = Object.entries(rights).map(([rightId, people]) => ({ rightId, people: { ...nobody, ...people } }))
  const sum = (stage: keyof typeof nobody) => perRight.reduce((total, { people }) => total + people[stage], 0)
  const people = { found: sum('found'), asked: sum('asked'), granted: sum('granted'), refused: sum('refused') }
  return { checks: { offered: 0, done: 0 }, people, perRight, obtained: [], ...over }
}
const obtained = (rightId: string, ...yearlyEuros: readonly number[]): readonly Obtained[] =>
  yearlyEuros.map((euro, person) => ({ rightId, personId: `${rightId} ${person}`, yearlyCents: euro * 100 }))
const times = (count: number, euro: number) => Array.from({ length: count }, () => euro)
const none = { kind: 'none' }
const hidden = { kind: 'hidden' }
const atLeast = (value: number) => ({ kind: 'atLeast', value })

describe('P13 figures about rights', () => {
  test.each([
    [0, none],
    [1, hidden],
    [9, hidden],
    [10, atLeast(10)],
    [14, atLeast(10)],
    [15, atLeast(15)],
  ])('%i people are shown as %o', (people, shown) => {
    const { total, checks } = shownFigures(
      counted({ igo: { found: people } }, { checks: { offered: people, done: people } }),
    )
    expect(total.found).toEqual(shown)
    expect(checks).toEqual({ offered: shown, done: shown })
  })

  test('name a right only when something of it can be shown', () => {
    const { perRight, hasOthers } = shownFigures(
      counted({ 'palliatief-forfait': { found: 2, asked: 2 }, igo: { found: 30 }, leefloon: { found: 22, asked: 4 } }),
    )
    expect(perRight.map(({ rightId }) => rightId)).toEqual(['igo'])
    expect(hasOthers).toBe(true)
  })

  test('hide a second right when a hidden one would follow from the total', () => {
    const { total, perRight } = shownFigures(
      counted({ igo: { found: 57 }, leefloon: { found: 149 }, bob: { found: 9 } }),
    )
    expect(total.found).toEqual(atLeast(215))
    expect(perRight.map(({ rightId, stages }) => [rightId, stages.found])).toEqual([['leefloon', atLeast(145)]])
  })

  test('hide the total of eight people who have many rights each', () => {
    const rights = counted({ igo: { found: 8 }, leefloon: { found: 8 }, it: { found: 8 }, ivt: { found: 8 } })
    const few = { found: 8, asked: 0, granted: 0, refused: 0 }
    expect(shownFigures(rights).total.found).toEqual(atLeast(30))
    expect(shownFigures({ ...rights, people: few }).total.found).toEqual(hidden)
  })
})

describe('P13 what was obtained', () => {
  const sumOf = (of: readonly Obtained[]) => shownFigures(counted({ igo: { granted: 12 } }, { obtained: of })).obtained

  test('is a sum of ten people or more', () => {
    expect(sumOf([])).toEqual(none)
    expect(sumOf(obtained('igo', ...times(9, 210)))).toEqual(hidden)
    expect(sumOf(obtained('igo', ...times(10, 210)))).toEqual(atLeast(200_000))
  })

  test('counts ten amounts of one person as one person', () => {
    expect(sumOf(obtained('igo', ...times(10, 210)).map((one) => ({ ...one, personId: 'same' })))).toEqual(hidden)
  })

  test('is rounded down to a step that hides what one more person obtained', () => {
    const before = obtained('igo', ...times(12, 700), 4_100)
    const oneMore = { rightId: 'igo', personId: 'new', yearlyCents: 21_000 }
    expect(sumOf(before)).toEqual(atLeast(1_000_000))
    expect(sumOf([...before, oneMore])).toEqual(atLeast(1_000_000))
  })

  test('is hidden when it is mostly of one person', () => {
    expect(sumOf(obtained('igo', ...times(9, 10), 16_000))).toEqual(hidden)
  })

  test('is not more than there is, and its step no smaller than what any one person has', () => {
    const euros = fc.array(fc.integer({ min: 1, max: 25_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(euros, (yearly) => {
        const shown = sumOf(obtained('igo', ...yearly))
        if (shown.kind !== 'atLeast') return true
        const sum = yearly.reduce((total, one) => total + one, 0) * 100
        return yearly.length >= 10 && shown.value <= sum && shown.value >= Math.max(...yearly) * 100
      }),
    )
  })

  test('per right is hidden where the other rights and the total would tell it', () => {
    const of = [
      ...obtained('igo', ...times(12, 700)),
      ...obtained('leefloon', ...times(11, 900)),
      ...obtained('it', 500),
    ]
    const { perRight } = shownFigures(
      counted({ igo: { granted: 30 }, leefloon: { granted: 40 }, it: { granted: 12 } }, { obtained: of }),
    )
    const shown = Object.fromEntries(perRight.map(({ rightId, obtained: sum }) => [rightId, sum.kind]))
    expect(shown.it).toBe('hidden')
    expect(Object.values(shown).filter((kind) => kind === 'hidden').length).toBeGreaterThan(1)
  })
})
