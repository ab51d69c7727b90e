import { expect, test } from 'vitest'
import { carriedOver, type NewArea } from './carry-over.ts'

const area = (name: string, over: Partial<NewArea>): NewArea => ({
  ...{ id: name, name, code: name, municipalityName: null, level: 'neighbourhood', doors: 100, inside: 0 },
  cameFrom: undefined,
  ...over,
})
const names = (areas: readonly NewArea[]) => areas.map(({ name }) => name)

test('an area of which every door lay in the neighbourhood is taken over, one that was cut is to be chosen', () => {
  const { same, split } = carriedOver([
    area('heel', { inside: 100 }),
    area('rand', { inside: 12 }),
    area('helft', { inside: 50 }),
    area('elders', { inside: 0 }),
  ])
  expect(names(same)).toEqual(['heel'])
  expect(names(split)).toEqual(['helft', 'rand'])
})

test('a published table counts before doors, for borders are often simplified', () => {
  const { same, split } = carriedOver([
    area('volgens tabel', { inside: 97, cameFrom: 'parts' }),
    area('samengevoegd', { inside: 100, cameFrom: 'some' }),
    area('net over de grens', { inside: 3, cameFrom: 'none' }),
  ])
  expect(names(same)).toEqual(['volgens tabel'])
  expect(names(split)).toEqual(['samengevoegd'])
})

test('an area without doors is known by a table alone', () => {
  expect(names(carriedOver([area('leeg', { doors: 0, cameFrom: 'parts' })]).same)).toEqual(['leeg'])
  expect(carriedOver([area('leeg', { doors: 0 })])).toEqual({ same: [], split: [] })
})
