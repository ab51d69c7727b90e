import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newLetterCode, readLetterCode, spacedLetterCode } from './letter-code.ts'

const code = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 8 }).map((values) => {
  let place = 0
  return newLetterCode(() => values[place++] ?? 0)
})

test('a code is read however it is typed', () => {
  fc.assert(
    fc.property(code, (one) => {
      for (const typed of [one, spacedLetterCode(one), one.toLowerCase(), one.replace(/(...)/g, '$1-')])
        expect(readLetterCode(typed)).toBe(one)
    }),
  )
})

test('a code with one wrong sign is not taken for another', () => {
  fc.assert(
    fc.property(
      code,
      fc.integer({ min: 0, max: 8 }),
      fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'),
      (one, at, sign) => {
        const typed = one.slice(0, at) + sign + one.slice(at + 1)
        expect(readLetterCode(typed)).toBe(typed === one ? one : undefined)
      },
    ),
  )
})

test('a code with two neighbouring signs that changed places is not taken for another', () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 0, max: 6 }), (one, at) => {
      const typed = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2)
      expect(readLetterCode(typed)).toBe(typed === one ? one : undefined)
    }),
  )
})

test('what is no code is not read', () => {
  for (const typed of ['', 'K7M', 'K7MP2QXF44', 'OOOOOOOOO', '<script>']) expect(readLetterCode(typed)).toBeUndefined()
})
