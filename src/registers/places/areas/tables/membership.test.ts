import { expect, test } from 'vitest'
import type { KeptLevel } from '../kept-area.ts'
import { pairsOf, withShares } from './membership.ts'

const column = (level: KeptLevel, edition: string) => ({ level, edition })
const said = (columns: Parameters<typeof pairsOf>[0]) =>
  pairsOf(columns).map(({ kind, from, to }) => `${from.level} ${from.edition} ${kind} ${to.level} ${to.edition}`)

test.each([
  [
    'two columns',
    [column('sector', '2025'), column('neighbourhood', '2025')],
    ['sector 2025 partOf neighbourhood 2025'],
  ],
  [
    'two editions of one level',
    [column('municipality', '2024'), column('municipality', '2025')],
    ['municipality 2024 becomes municipality 2025'],
  ],
  [
    'the only larger column, of another edition',
    [column('sector', '2024'), column('municipality', '2018')],
    ['sector 2024 partOf municipality 2018'],
  ],
  [
    'several editions of the larger: only one’s own',
    [column('sector', '2024'), column('municipality', '2018'), column('municipality', '2024')],
    ['sector 2024 partOf municipality 2024', 'municipality 2018 becomes municipality 2024'],
  ],
  [
    'three editions: each becomes the next',
    [column('municipality', '2025'), column('municipality', '2018'), column('municipality', '2024')],
    ['municipality 2018 becomes municipality 2024', 'municipality 2024 becomes municipality 2025'],
  ],
] as const)('%s', (_what, columns, expected) => {
  expect(said(columns).toSorted()).toEqual([...expected].toSorted())
})

const became = (fromCode: string, toCode: string) =>
  ({
    kind: 'becomes',
    fromLevel: 'sector',
    fromEdition: '2024',
    fromCode,
    toLevel: 'sector',
    toEdition: '2025',
    toCode,
    nisCode: '72043',
  }) as const

test('an area that stands with one other lies in it whole, one that stands with several is divided nobody says how', () => {
  expect(
    withShares([became('A', 'X'), became('B', 'X'), became('C', 'X'), became('C', 'Y'), became('A', 'X')]),
  ).toMatchObject([
    { fromCode: 'A', toCode: 'X', share: 1, quality: 'exact' },
    { fromCode: 'B', toCode: 'X', share: 1, quality: 'exact' },
    { fromCode: 'C', toCode: 'X', share: null, quality: 'approximate' },
    { fromCode: 'C', toCode: 'Y', share: null, quality: 'approximate' },
  ])
})
