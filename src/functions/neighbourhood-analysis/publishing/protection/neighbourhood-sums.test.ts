import { expect, test } from 'vitest'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'
import { protectionOf } from './protection.ts'

const town = 'municipality 2024 23003'
const counted = (level: 'sector' | 'neighbourhood' | 'municipality', code: string, value: number): RawFigure => ({
  indicator: 'population',
  kind: 'count',
  unit: 'persons',
  period: '2024',
  quality: 'exact',
  area: { level, edition: '2024', code },
  value,
  within: level === 'municipality' ? [] : [town],
})
const made = (
  level: PartsOfNeighbourhoods['level'],
  parts: Readonly<Record<string, readonly (readonly [code: string, share: number])[]>>,
): PartsOfNeighbourhoods => ({
  level,
  edition: '2024',
  parts: new Map(
    Object.entries(parts).map(([id, own]) => [
      id,
      own.map(([code, share]) => ({
        code,
        share,
        quality: share === 1 ? ('exact' as const) : ('approximate' as const),
      })),
    ]),
  ),
})
const areasIn = (keys: ReadonlySet<string>) => [...keys].map((key) => key.split('\t')[2]?.split(' ').at(-1)).toSorted()
const sectors = [
  counted('sector', 'A', 3),
  counted('sector', 'B', 40),
  counted('sector', 'C', 60),
  counted('sector', 'D', 12),
  counted('municipality', '23003', 115),
]
const nobodyKnown = () => undefined

test('P13 the second hidden sector lies in the same neighbourhood, so that the neighbourhood itself can be shown', () => {
  const divisions = [
    made('sector', {
      own: [
        ['A', 1],
        ['B', 1],
      ],
    }),
  ]
  const { hidden } = protectionOf({ figures: sectors, divisions, peopleIn: nobodyKnown })
  expect(areasIn(hidden)).toEqual(['A', 'B'])
})

test('P13 two neighbourhoods that differ by one small sector are not both shown', () => {
  const divisions = [
    made('sector', {
      large: [
        ['A', 1],
        ['B', 1],
        ['C', 1],
      ],
      small: [
        ['B', 1],
        ['C', 1],
      ],
    }),
  ]
  const { hidden } = protectionOf({ figures: sectors, divisions, peopleIn: nobodyKnown })
  const areas = areasIn(hidden)
  expect(areas).toContain('A')
  expect(areas.includes('large') || areas.includes('small')).toBe(true)
})

test('P13 a neighbourhood that is just a published one is protected together with its sectors', () => {
  const divisions = [
    made('neighbourhood', { own: [['W', 1]] }),
    made('sector', {
      own: [
        ['A', 1],
        ['B', 1],
      ],
    }),
  ]
  const { hidden } = protectionOf({
    figures: [...sectors, counted('neighbourhood', 'W', 43)],
    divisions,
    peopleIn: nobodyKnown,
  })
  expect(areasIn(hidden)).toEqual(['A', 'B'])
})

test('P13 sectors are protected beside the municipality though neighbourhoods of the same people are published as well', () => {
  const published = [counted('neighbourhood', 'V', 50), counted('neighbourhood', 'W', 65)]
  const { hidden } = protectionOf({ figures: [...sectors, ...published], divisions: [], peopleIn: nobodyKnown })
  expect(areasIn(hidden)).toEqual(['A', 'D'])
  const small = [counted('neighbourhood', 'V', 3), counted('neighbourhood', 'W', 112)]
  const others = protectionOf({ figures: [...sectors, ...small], divisions: [], peopleIn: nobodyKnown })
  expect(areasIn(others.hidden)).toEqual(['A', 'D', 'V', 'W'])
})

test('P13 an estimate with a hidden sector in it is made of what readers see of the others', () => {
  const divisions = [
    made('sector', {
      drawn: [
        ['A', 1],
        ['B', 0.5],
      ],
      far: [
        ['C', 0.5],
        ['B', 0.2],
      ],
    }),
  ]
  const figures = [...sectors, counted('sector', 'E', 90)]
  const { estimates } = protectionOf({ figures, divisions, peopleIn: nobodyKnown })
  const keyOf = (neighbourhoodId: string) =>
    figureKey({ indicator: 'population', period: '2024', area: { neighbourhoodId } })
  expect([...estimates.keys()]).toContain(keyOf('drawn'))
  expect(estimates.has(keyOf('far'))).toBe(false)
})

test('P13 whole numbers of which nobody says what they count are protected as counts', () => {
  const figures = sectors.map((one) => ({ ...one, kind: 'unstated' as const }))
  expect(areasIn(protectionOf({ figures, divisions: [], peopleIn: nobodyKnown }).hidden)).toEqual(['A', 'D'])
  const withShare = figures.map((one) => ({ ...one, value: Number(one.value) + 0.5 }))
  expect(protectionOf({ figures: withShare, divisions: [], peopleIn: nobodyKnown }).hidden.size).toBe(0)
})

test('P13 a share of an area with fewer than twenty people is hidden', () => {
  const share: RawFigure = { ...counted('sector', 'D', 50), indicator: 'originShare', kind: 'share', unit: '%' }
  const peopleIn = (area: string) => (area.endsWith('D') ? 12 : 40)
  expect(areasIn(protectionOf({ figures: [share], divisions: [], peopleIn }).hidden)).toEqual(['D'])
})

test('P13 the income of an area of one to four people is theirs, and is hidden', () => {
  const income = (kind: RawFigure['kind']): RawFigure => ({
    ...counted('sector', kind, 30_000),
    indicator: kind,
    kind,
    unit: '€',
  })
  const figures = [income('median'), income('mean'), income('amount')]
  const hiddenOf = (people: number) => areasIn(protectionOf({ figures, divisions: [], peopleIn: () => people }).hidden)
  // The amount of the whole it lies in would tell it, less the others.
  expect(hiddenOf(4)).toEqual(['23003', 'amount', 'mean', 'median'])
  expect([hiddenOf(5), hiddenOf(0)]).toEqual([[], []])
})
