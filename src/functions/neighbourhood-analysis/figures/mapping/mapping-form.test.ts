import { expect, test } from 'vitest'
import type { ColumnPreview } from '../../../../registers/published-figures/index.ts'
import { suggestedValues } from './mapping-form.ts'

const table = (...columns: readonly (readonly [header: string, looksLike: ColumnPreview['looksLike']])[]) => ({
  sheet: undefined,
  headerLine: 1,
  columns: columns.map(([header, looksLike], at) => ({ at, header, looksLike, samples: [], isOfYear: false })),
})

test('a table of sectors: code, name, municipality and year are suggested, the number is left open', () => {
  const sectors = table(
    ['nis', 'municipalityCode'],
    ['sector', 'sectorCode'],
    ['naam', 'text'],
    ['jaar', 'period'],
    ['aantal', 'number'],
  )
  expect(suggestedValues(sectors, 'sectoren_2024.csv.gz')).toEqual({
    layout: 'sectoren',
    level: 'sector',
    'role-0': 'municipality',
    'role-1': 'area',
    'role-2': 'areaName',
    'role-3': 'period',
    'role-4': 'leftOut',
  })
})

test('a table of municipalities, and one of neighbourhoods of which only the header says that it holds codes', () => {
  const municipalities = table(['gemeente', 'text'], ['nis', 'municipalityCode'], ['aantal', 'number'])
  expect(suggestedValues(municipalities, 'x.csv')).toMatchObject({
    level: 'municipality',
    'role-0': 'areaName',
    'role-1': 'area',
  })
  const neighbourhoods = table(['wijk', 'text'], ['wijkcode', 'text'], ['aantal', 'number'])
  expect(suggestedValues(neighbourhoods, 'x.csv')).toMatchObject({
    level: 'neighbourhood',
    'role-0': 'areaName',
    'role-1': 'area',
  })
})
