import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFrom, readCode, spacedCode } from './card-code.ts'

const codes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(codeFrom)

test('a code is read back however it is spaced or in small letters', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(readCode(` ${spacedCode(code).toLowerCase()}`)).toBe(code)
      expect(readCode(spacedCode(code).replaceAll(' ', '-'))).toBe(code)
    }),
  )
})

test('a code is 12 signs, shown in fours, without letters that look like a digit', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[2-9CDEFHJKMNPQRTVWXY]{12}$/)
      expect(spacedCode(code)).toMatch(/^.{4} .{4} .{4}$/)
    }),
  )
})

test('one wrong sign is noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.nat(24), (code, place, other) => {
      const sign = '23456789CDEFHJKMNPQRTVWXY'.charAt(other)
      fc.pre(code[place] !== sign)
      expect(readCode(code.slice(0, place) + sign + code.slice(place + 1))).toBeUndefined()
    }),
  )
})

test('two neighbouring signs changed round are noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(10), (code, place) => {
      fc.pre(code[place] !== code[place + 1])
      const swapped = `${code.slice(0, place)}${code[place + 1]}${code[place]}${code.slice(place + 2)}`
      expect(readCode(swapped)).toBeUndefined()
    }),
  )
})

test('who reads a letter that looks like a sign of the code means that sign', () => {
  const code = codeFrom(new Uint8Array(32).fill(8))
  expect(readCode(code.replaceAll('8', 'B').replaceAll('5', 'S').replaceAll('2', 'Z').replaceAll('6', 'G'))).toBe(code)
})

test.each(['', 'C7RM', 'hallo daar allemaal', '000000000000'])('"%s" is no code', (typed) => {
  expect(readCode(typed)).toBeUndefined()
})
