/**
 * Two publishers count the same people: one of them sectors, the other sectors or neighbourhoods, on the same day, a few days later, or
 * rounded. The attacker reads both, knows by how much they may differ, and keeps everything over the years.
 */
import { attack, type Limit, ordinaryCounts, type Seen } from '@meernet/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { protectionSideBySide } from '../protection/protection.ts'
import { areaKey, figureKey, type RawFigure } from '../raw-figure.ts'
import type { ToldByPeriod } from './told-table.ts'

const codes = ['A', 'B', 'C', 'D', 'E'] as const
type Counts = Readonly<Record<string, number>>
/**
 * `sectors`: people by sector as the first publisher counts; `other`: by area as the second does. `inside`: the sectors of its first
 * neighbourhood, `ours`: those of one of ours.
 */
type Year = {
  readonly sectors: Counts
  readonly other: Counts
  readonly inside: readonly string[]
  readonly ours: readonly string[]
}
/** What the second publisher counts by, and by how much a figure of it may be another than that of the first. */
type Other = { readonly by: 'sector' | 'neighbourhood'; readonly differs: number }

const histories = Number(process.env.MEERNET_HISTORIES ?? 60)
const townName = 'town'
const sumOf = (counts: Counts, of: readonly string[]) => of.reduce((sum, code) => sum + (counts[code] ?? 0), 0)
/** The sectors in an area of the second publisher. */
function sectorsIn(area: string, inside: readonly string[]): readonly string[] {
  if (area === 'inside') return inside
  if (area === 'outside') return codes.filter((code) => !inside.includes(code))
  return area === townName ? codes : [area]
}

const areaOf = (name: string): RawFigure['area'] =>
  name === townName
    ? { level: 'municipality', edition: '2024', code: '23003' }
    : { level: name.endsWith('side') ? 'neighbourhood' : 'sector', edition: '2024', code: name }
const people = (name: string, value: number): RawFigure => ({
  ...{ indicator: 'population', kind: 'count', unit: 'persons', period: '2024', quality: 'exact', value },
  area: areaOf(name),
  within: name === townName ? [] : [areaKey(areaOf(townName))],
})

/** What is hidden in each year, as keys of figures. */
function hiddenOver(years: readonly Year[]): readonly ReadonlySet<string>[] {
  let told: ToldByPeriod = new Map()
  return years.map(({ sectors, other, inside, ours }) => {
    const first = [...codes.map((code) => people(code, sectors[code] ?? 0)), people(townName, sumOf(sectors, codes))]
    const second = Object.entries(other).map(([name, value]) => people(name, value))
    const newest = [...new Map([...first, ...second].map((one) => [figureKey(one), one])).values()]
    const part = (code: string) => ({ code, share: 1, quality: 'exact' as const })
    const divisions = [
      {
        ...{ level: 'sector' as const, edition: '2024' },
        parts: new Map([
          ['ours', ours.map(part)],
          ['inside', inside.map(part)],
          ['outside', sectorsIn('outside', inside).map(part)],
        ]),
      },
      {
        ...{ level: 'neighbourhood' as const, edition: '2024' },
        parts: new Map(['inside', 'outside'].map((name) => [name, [part(name)]])),
      },
    ]
    const views = [newest, first, second].map((figures) => ({ figures, divisions }))
    const answer = protectionSideBySide(views, { peopleIn: () => undefined, told })
    told = answer.told
    return answer.hidden
  })
}

/** The sectors of few people in any year that an attacker knows to have fewer than five. */
function foundIn(years: readonly Year[], { differs }: Other): readonly string[] {
  const leafOf = (code: string, { sectors }: Year) => `${code} of ${sectors[code]}`
  const within = new Map<string, Set<string>>()
  const seen: Seen[] = []
  const limits: Limit[] = []
  for (const [k, hidden] of hiddenOver(years).entries()) {
    const year = years[k]
    if (!year) continue
    const { sectors, other, inside, ours } = year
    const isHidden = (area: RawFigure['area']) => hidden.has(figureKey({ ...people('', 0), area }))
    const leaves = (of: readonly string[]) => of.map((code) => leafOf(code, year))
    const put = (sum: string, of: readonly string[]) => {
      for (const leaf of leaves(of)) within.set(leaf, (within.get(leaf) ?? new Set()).add(sum))
      return sum
    }
    // NOTE what is hidden for the sake of the other publisher may be zero here.
    const see = (at: string, area: RawFigure['area'], value: number) => {
      if (!isHidden(area)) seen.push({ at: [at], shown: value })
      else if (value > 0) seen.push({ at: [at], shown: 'hidden' })
    }
    for (const code of codes) see(leafOf(code, year), areaOf(code), sectors[code] ?? 0)
    const sums = [
      { name: townName, area: areaOf(townName), of: codes },
      { name: 'ours', area: { neighbourhoodId: 'ours' }, of: ours },
    ]
    for (const { name, area, of } of sums) {
      see(put(`${name} ${k}`, of), area, sumOf(sectors, of))
    }
    for (const [name, value] of Object.entries(other)) {
      if (isHidden(areaOf(name))) continue
      const cells = leaves(sectorsIn(name, inside)).map((leaf) => ({ at: [leaf], times: 1 }))
      limits.push({ of: cells, atLeast: value - differs, atMost: value + differs })
    }
  }
  const areas = [...within].map(([id, wider]) => ({ id, within: [...wider] }))
  const sums = [...new Set(areas.flatMap((one) => one.within))].map((id) => ({ id }))
  const attacker = attack([{ id: 'area', categories: [...areas, ...sums] }], seen, limits)
  if (!attacker) throw new Error('What is shown contradicts itself.')
  return years.flatMap((year, k) =>
    codes
      .filter((code) => Number(year.sectors[code]) > 0 && Number(year.sectors[code]) < ordinaryCounts.hideBelow)
      .filter((code) => attacker([leafOf(code, year)]).most < ordinaryCounts.hideBelow - 1e-6)
      .map((code) => `${code} in year ${k}`),
  )
}

const few = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 40 }))
const historiesOf = (other: Other, otherwise: (value: number, by: number) => number) =>
  fc
    .tuple(
      fc.array(few, { minLength: codes.length, maxLength: codes.length }),
      fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 4 }),
      fc.array(
        fc.record({
          ours: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 4 }),
          revised: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
          by: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 6, maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([first, inside, years]) => {
      let now: Counts = Object.fromEntries(codes.map((code, k) => [code, first[k] ?? 0]))
      return years.map(({ ours, revised, by }, k): Year => {
        if (k > 0)
          now = Object.fromEntries(codes.map((code) => [code, (now[code] ?? 0) + (revised.includes(code) ? 3 : 0)]))
        const names = [...(other.by === 'sector' ? codes : ['inside', 'outside']), townName]
        const counted = names.map((name, at) => [name, otherwise(sumOf(now, sectorsIn(name, inside)), by[at] ?? 0)])
        return { sectors: now, other: Object.fromEntries(counted), inside, ours }
      })
    })

describe('P13 whoever reads two publishers of the same people finds no small figure', () => {
  const ways = [
    ['of the same day', 0, (value: number) => value],
    ['of a few days later', 2, (value: number, by: number) => Math.max(0, value + by)],
    ['rounded to fives', 2.5, (value: number) => Math.round(value / 5) * 5],
  ] as const
  const all = ways.flatMap((way) => (['sector', 'neighbourhood'] as const).map((by) => [by, ...way] as const))

  test.each(all)('by %s, %s', { timeout: 120_000 + histories * 100 }, (by, _, differs, otherwise) => {
    const other = { by, differs }
    fc.assert(
      fc.property(historiesOf(other, otherwise), (years) => {
        expect(foundIn(years, other)).toEqual([])
      }),
      { numRuns: histories, seed: 13 },
    )
  })
})
