import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import { shownFigures } from '../shown-figures.ts'
import { estimatesOfShown, estimatesTogether } from './estimates.ts'
import { protectionOf } from './protection.ts'

const town = { level: 'municipality', edition: '2024', code: '23003' } as const
const sector = (code: string) => ({ level: 'sector', edition: '2024', code }) as const
const drawn = { neighbourhoodId: 'drawn' }
const people = (area: RawFigure['area'], value: number): RawFigure => ({
  ...{ indicator: 'population', kind: 'count', unit: 'persons', period: '2024', quality: 'exact', area, value },
  within: area === town ? [] : ['municipality 2024 23003'],
})
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** What readers see of sectors, the town, and a neighbourhood with so much of each sector in it. */
function seenIn(counts: readonly number[], shares: readonly number[]) {
  const parts = counts.flatMap((_, k) =>
    shares[k] ? [{ code: `S${k}`, share: shares[k], quality: 'approximate' as const }] : [],
  )
  const published = [...counts.map((count, k) => people(sector(`S${k}`), count)), people(town, sumOf(counts))]
  const protection = protectionOf({
    figures: published,
    divisions: [{ level: 'sector', edition: '2024', parts: new Map([['drawn', parts]]) }],
    peopleIn: () => undefined,
  })
  const inDrawn = sumOf(parts.map(({ code, share }) => share * (counts[Number(code.slice(1))] ?? 0)))
  const estimate = { ...people(drawn, inDrawn), quality: 'approximate' as const, within: [] }
  const shown = shownFigures([...published, estimate], { protection }).map(({ value }) => value)
  return {
    sectors: shown.slice(0, -2),
    town: shown.at(-2),
    drawn: shown.at(-1),
    hasHidden: parts.some(({ code }) => protection.hidden.has(figureKey(people(sector(code), 0)))),
  }
}

test('P13 one person of a sector does not follow from an estimate in tens beside the sectors that are shown', () => {
  const of = (count: number) => seenIn([count, 43, 60, 12], [1, 1, 0, 0])
  expect(of(1).hasHidden).toBe(true)
  expect(of(1).drawn).toBe(of(3).drawn)
})

test('P13 an estimate with something hidden in it is what anybody makes of all that is shown', () => {
  const few = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }))
  const share = fc.constantFrom(0, 0.2, 0.5, 1)
  const land = fc.array(fc.tuple(few, share), { minLength: 3, maxLength: 6 })
  fc.assert(
    fc.property(land, (all) => {
      const shares = all.map(([, one]) => one)
      const seen = seenIn(
        all.map(([count]) => count),
        shares,
      )
      if (!seen.hasHidden) return
      const open = seen.sectors.filter((one) => one === 'hidden').length
      const shown = sumOf(seen.sectors.map((one) => (typeof one === 'number' ? one : 0)))
      const guess = (Number(seen.town) - shown) / open
      const made = sumOf(seen.sectors.map((one, k) => (shares[k] ?? 0) * (typeof one === 'number' ? one : guess)))
      const told = Math.round(made) < 5 ? 0 : Math.round(Math.round(made) / 10) * 10
      expect(seen.drawn).toBe(seen.town === 'hidden' || told === 0 ? 'hidden' : told)
    }),
    { numRuns: 300, seed: 11 },
  )
})

const estimateOf = (...ways: readonly (readonly (readonly [code: string, share: number])[])[]) => {
  const figures = [...[3, 40, 12].map((count, k) => people(sector(`S${k}`), count)), people(town, 55)]
  const parts = ways.map((way) => way.map(([code, share]) => ({ area: `sector 2024 ${code}`, share })))
  const hidden = (...codes: readonly string[]) =>
    new Set(
      codes.map((code) => `population\t2024\t${code === 'town' ? 'municipality 2024 23003' : `sector 2024 ${code}`}`),
    )
  return (...codes: readonly string[]) =>
    estimatesOfShown({ figures, estimated: new Map([['drawn', parts]]) }, hidden(...codes))
}
const drawnKey = 'population\t2024\tdrawn'

test('P13 an estimate with a hidden part is hidden where two ways lead to it, and where no whole is shown', () => {
  const [oneWay, twoWays] = [
    estimateOf([
      ['S0', 0.5],
      ['S1', 1],
    ]),
    estimateOf(
      [
        ['S0', 0.5],
        ['S1', 1],
      ],
      [['S2', 0.5]],
    ),
  ]
  // What the town has more than its one shown sector is spread over the other two.
  expect(oneWay('S0', 'S2')).toEqual({ values: new Map([[drawnKey, 0.5 * 7.5 + 40]]), hidden: [] })
  expect(twoWays('S0', 'S2')).toEqual({ values: new Map(), hidden: [drawnKey] })
  expect(oneWay('S0', 'S2', 'town')).toEqual({ values: new Map(), hidden: [drawnKey] })
})

test('P13 an estimate of which two tables of the same people make another number is hidden', () => {
  const [one, other] = [
    estimateOf([
      ['S0', 0.5],
      ['S1', 1],
    ]),
    estimateOf([
      ['S0', 0.5],
      ['S1', 0.5],
    ]),
  ]
  const same = one('S0', 'S2')
  expect(estimatesTogether([same, same])).toEqual(same)
  expect(estimatesTogether([same, other('S0', 'S2')])).toEqual({ values: new Map(), hidden: [drawnKey] })
})
