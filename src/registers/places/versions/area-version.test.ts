import { expect, test } from 'vitest'
import { differenceOf, isMadeOfSame, type MadeOf, type NamedPart } from './area-version.ts'

const part = (id: string): NamedPart => ({ kind: 'neighbourhood', id, name: `Buurt ${id}`, code: id })
const made = (over: Partial<MadeOf> = {}): MadeOf => ({
  ...{ name: 'Rond de molen', edition: '2025', parts: [part('a'), part('b')], border: null },
  ...over,
})

test('the order of its parts makes no other neighbourhood', () => {
  expect(isMadeOfSame(made(), made({ parts: [part('b'), part('a')] }))).toBe(true)
})

test.each<[string, Partial<MadeOf>]>([
  ['name', { name: 'Molenrand' }],
  ['edition', { edition: '2026' }],
  ['part more', { parts: [part('a'), part('b'), part('c')] }],
  ['part less', { parts: [part('a')] }],
  ['border', { border: [[[[0, 0]]]] }],
])('another %s makes another version', (_what, over) => {
  expect(isMadeOfSame(made(), made(over))).toBe(false)
})

test('between two versions one sees what came and what went', () => {
  const { added, left } = differenceOf(made(), made({ parts: [part('b'), part('c')] }))
  expect(added.map(({ id }) => id)).toEqual(['c'])
  expect(left.map(({ id }) => id)).toEqual(['a'])
})
