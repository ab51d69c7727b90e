import { expect, test } from 'vitest'
import { ageAndSexKey, ageAndSexName, ageBands, sexes } from './age-and-sex.ts'

test('ages by ten years cover every age once, for men and for women', () => {
  const inBand = (age: number) => ageBands.filter(({ from, to = 200 }) => age >= from && age <= to).length
  expect(Array.from({ length: 120 }, (_, age) => inBand(age)).every((bands) => bands === 1)).toBe(true)
  const keys = sexes.flatMap((sex) => ageBands.map((band) => ageAndSexKey(sex, band)))
  expect(keys).toHaveLength(18)
  expect(keys).toContain('women80plus')
})

test('they are named in the language of the reader, and other figures are not', () => {
  expect(ageAndSexName('men20to29', 'nl')).toBe('Mannen 20–29')
  expect(ageAndSexName('women80plus', 'fr')).toBe('Femmes 80+')
  expect(ageAndSexName('men', 'nl')).toBeUndefined()
})
