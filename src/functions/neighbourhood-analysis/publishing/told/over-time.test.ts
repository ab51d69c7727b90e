import { attack, type Limit, ordinaryCounts, type Seen } from '@meernet/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Division } from '../linked/division.ts'
import { undivided } from '../linked/division.ts'
import { divisionsAmong } from '../linked/part-of-whole.ts'
import type { PartsOfNeighbourhoods } from '../protection/neighbourhood-sums.ts'
import { protectionOf } from '../protection/protection.ts'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import type { ToldByPeriod } from './told-table.ts'

/** Histories to try of each shape; more of them in a long search. */
const histories = Number(process.env.MEERNET_HISTORIES ?? 150)

/** What the municipality knows in one year: figures of its sectors, and the sectors of its neighbourhoods. */
type Year = {
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly neighbourhoods: Readonly<Record<string, readonly string[]>>
}

const town = 'municipality 2024 23003'
const sectorArea = (code: string) => ({ level: 'sector', edition: '2024', code }) as const
const townArea = { level: 'municipality', edition: '2024', code: '23003' } as const

const counted = (indicator: string, area: RawFigure['area'], value: number): RawFigure => ({
  ...{ indicator, kind: 'count', unit: 'persons', period: '2024', quality: 'exact', area, value },
  within: 'level' in area && area.level === 'sector' ? [town] : [],
})

function figuresOf({ rows }: Year): readonly RawFigure[] {
  const indicators = Object.keys(Object.values(rows)[0] ?? {})
  return [
    ...Object.entries(rows).flatMap(([code, row]) =>
      indicators.map((indicator) => counted(indicator, sectorArea(code), row[indicator] ?? 0)),
    ),
    ...indicators.map((indicator) =>
      counted(
        indicator,
        townArea,
        Object.values(rows).reduce((sum, row) => sum + (row[indicator] ?? 0), 0),
      ),
    ),
  ]
}

const divisionsOf = ({ neighbourhoods }: Year): readonly PartsOfNeighbourhoods[] => [
  {
    ...{ level: 'sector', edition: '2024' },
    parts: new Map(
      Object.entries(neighbourhoods).map(([id, codes]) => [
        id,
        codes.map((code) => ({ code, share: 1, quality: 'exact' as const })),
      ]),
    ),
  },
]

/** What readers see in each of these years, one after the other: of each sector, neighbourhood and the town. */
function seenOver(years: readonly Year[]) {
  let told: ToldByPeriod = new Map()
  return years.map((year) => {
    const answer = protectionOf({
      figures: figuresOf(year),
      divisions: divisionsOf(year),
      peopleIn: () => undefined,
      told,
    })
    told = answer.told
    const shownOf = (indicator: string, area: RawFigure['area'], value: number) =>
      answer.hidden.has(figureKey({ indicator, period: '2024', area })) ? ('hidden' as const) : value
    return { year, shownOf }
  })
}

test('P13 a sector of three people is not told by a neighbourhood that was made of it last year and is not any more', () => {
  const rows = { A: { population: 20 }, B: { population: 30 }, C: { population: 3 }, D: { population: 40 } }
  const before: Year = { rows, neighbourhoods: { station: ['A', 'B', 'C'] } }
  const after: Year = { rows, neighbourhoods: { station: ['A', 'B'] } }
  const [first, second] = seenOver([before, after])
  const station = { neighbourhoodId: 'station' }
  expect(first?.shownOf('population', station, 53)).toBe(53)
  expect(second?.shownOf('population', station, 50)).toBe('hidden')
  const [, again] = seenOver([before, before])
  expect(again?.shownOf('population', station, 53)).toBe(53)
})

describe('P13 whoever kept everything that was ever told finds no small figure', () => {
  const few = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 40 }))
  const shapes: Readonly<Record<string, (men: number, women: number) => Record<string, number>>> = {
    'of inhabitants': (men, women) => ({ population: men + women }),
    'of men, women and all': (men, women) => ({
      population: men + women,
      populationMen: men,
      populationWomen: women,
    }),
  }
  const codes = ['A', 'B', 'C', 'D', 'E']
  const pairs = fc.array(fc.tuple(few, few), { minLength: codes.length, maxLength: codes.length })
  const members = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 4 })
  const yearsOf = (shape: (men: number, women: number) => Record<string, number>) =>
    fc
      .tuple(
        pairs,
        fc.array(
          fc.record({
            one: members,
            other: members,
            revised: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
            by: fc.integer({ min: 1, max: 6 }),
            // Of men and women, or of men alone, so that the women of that sector stay who they are.
            isOfBoth: fc.boolean(),
          }),
          { minLength: 3, maxLength: 4 },
        ),
      )
      .map(([first, years]) => {
        let now = first
        return years.map(({ one, other, revised, by, isOfBoth }, k): Year => {
          if (k > 0)
            now = now.map(([men, women], at) =>
              revised.includes(codes[at] ?? '') ? [men + by, isOfBoth ? women + by : women] : [men, women],
            )
          return {
            rows: Object.fromEntries(now.map(([men, women], at) => [codes[at] ?? '', shape(men, women)])),
            neighbourhoods: { one, other },
          }
        })
      })

  test.each(Object.keys(shapes))('%s', { timeout: 120_000 + histories * 100 }, (name) => {
    const shape = shapes[name]
    if (!shape) throw new Error('No such shape.')
    fc.assert(
      fc.property(yearsOf(shape), (years) => {
        expect(foundIn(years)).toEqual([])
      }),
      { numRuns: histories, seed: 7 },
    )
  })
})

/** The small figures of any year of which an attacker can say that there are fewer than five, knowing which figures were revised. */
function foundIn(years: readonly Year[]): readonly string[] {
  const indicators = Object.keys(Object.values(years[0]?.rows ?? {})[0] ?? {})
  const [division = undivided(indicators[0] ?? '')]: readonly Division[] = divisionsAmong(indicators)
  const leafOf = (code: string, row: Readonly<Record<string, number>>) => `${code} ${JSON.stringify(row)}`
  const within = new Map<string, Set<string>>()
  const seen: Seen[] = []
  const small: { readonly what: string; readonly at: readonly string[] }[] = []
  for (const [k, { year, shownOf }] of seenOver(years).entries()) {
    const sums = { ...year.neighbourhoods, [town]: Object.keys(year.rows) }
    const look = (area: RawFigure['area'], category: string, codes: readonly string[]) => {
      for (const indicator of indicators) {
        const at = [category, ...(division.columns.get(indicator) ?? [])]
        const value = codes.reduce((sum, code) => sum + (year.rows[code]?.[indicator] ?? 0), 0)
        seen.push({ at, shown: shownOf(indicator, area, value) })
        if (value > 0 && value < ordinaryCounts.hideBelow)
          small.push({ what: `${indicator} ${category} in year ${k}`, at })
      }
    }
    for (const [code, row] of Object.entries(year.rows)) {
      const leaf = leafOf(code, row)
      within.set(leaf, within.get(leaf) ?? new Set())
      look(sectorArea(code), leaf, [code])
    }
    for (const [id, codes] of Object.entries(sums)) {
      for (const code of codes) within.get(leafOf(code, year.rows[code] ?? {}))?.add(`${id} ${k}`)
      look(id === town ? townArea : { neighbourhoodId: id }, `${id} ${k}`, codes)
    }
  }
  const names = new Set([...within.values()].flatMap((wider) => [...wider]))
  const categories = [
    ...[...within].map(([id, wider]) => ({ id, within: [...wider] })),
    ...[...names].map((id) => ({ id })),
  ]
  const attacker = attack([{ id: 'area', categories }, ...division.dimensions], seen, unrevisedIn(years, leafOf))
  if (!attacker) throw new Error('What is shown contradicts itself.')
  return small.filter(({ at }) => attacker(at).most < ordinaryCounts.hideBelow - 1e-6).map(({ what }) => what)
}

/** Figures of sectors that stayed the same while others of that sector were revised. */
function unrevisedIn(
  years: readonly Year[],
  leafOf: (code: string, row: Year['rows'][string]) => string,
): readonly Limit[] {
  const indicators = Object.keys(Object.values(years[0]?.rows ?? {})[0] ?? {})
  const [division = undivided(indicators[0] ?? '')]: readonly Division[] = divisionsAmong(indicators)
  return years.slice(1).flatMap(({ rows }, k) =>
    Object.entries(rows).flatMap(([code, row]) => {
      const before = years[k]?.rows[code] ?? {}
      const [now, then] = [leafOf(code, row), leafOf(code, before)]
      if (now === then) return []
      const same = indicators.filter((indicator) => row[indicator] === before[indicator])
      return same.map((indicator): Limit => {
        const at = division.columns.get(indicator) ?? []
        const of = [
          { at: [now, ...at], times: 1 },
          { at: [then, ...at], times: -1 },
        ]
        return { of, atLeast: 0, atMost: 0 }
      })
    }),
  )
}
