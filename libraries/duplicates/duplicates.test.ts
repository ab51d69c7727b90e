import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeFrom, candidatesIn, findAlike, type Listed, nameLikenessIn, nameWords, wordLikeness } from './index.ts'

describe('the telling words of a name', () => {
  test.each([
    ['VZW Koninklijke Fanfare Sinte-Cecilia', ['fanfare', 'sint', 'cecilia']],
    ['Fanfare St. Cecilia v.z.w.', ['fanfare', 'sint', 'cecilia']],
    ['F.C. De Venne', ['voetbalclub', 'venne']],
    ['Rommelmarkt Merem(straat)', ['rommelmarkt', 'meremstraat']],
    ['De vzw', ['de', 'vzw']],
    ['!!!', []],
  ])('of %s', (name, words) => {
    expect(nameWords(name)).toEqual(words)
  })
})

describe('two words', () => {
  test('are alike when a letter was mistyped, and one that begins another is', () => {
    expect(wordLikeness('oostende', 'ostende')).toBeGreaterThan(0.8)
    expect(wordLikeness('ruygi', 'rugyo')).toBeGreaterThanOrEqual(0.6)
    expect(wordLikeness('chiro', 'chiromeisjes')).toBeGreaterThanOrEqual(0.7)
  })

  test('are something else when they are short or numbers', () => {
    expect([wordLikeness('ksa', 'kla'), wordLikeness('1937', '1938')]).toEqual([0, 0])
  })
})

const register = ['Natuurpunt Netegem', 'OKRA Netegem', 'Chiro Netegem', 'KSA Netegem', 'Fanfare Netegem']

describe('two names', () => {
  const likeness = nameLikenessIn([...register, 'Rotary Club Netegem'], ['Netegem'])

  test.each([
    ['Plica', 'Plica vzw'],
    ['dorpsraad Muizenleeft', 'Dorpsraad Muizen-leeft'],
    ['Natuurpunt Netegem', 'Natuurpunt'],
    ['missienaaikring bellegem', 'missiekring Bellegem'],
    ['50 Pius XI-37 Sint-Godelieve', 'Sint - godelieve pius XI. 50/37 Scouts Berchem'],
  ])('%s and %s are alike', (one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(alikeFrom)
  })

  test.each([
    ['OKRA Netegem', 'Chiro Netegem'],
    ['Judoclub Netegem', 'Aikidoclub Netegem'],
    ['Chirojongens Netegem', 'Chiromeisjes Netegem'],
    ['Fanfare Netegem', 'Rotary Club Netegem'],
  ])('%s and %s are not: they share only where they are', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(alikeFrom)
  })

  test('are as alike one way as the other, from 0 to 1, and a name is like itself', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(name, name, (one, other) => {
        const there = likeness(one, other)
        expect(there).toBeCloseTo(likeness(other, one), 9)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(1 + 1e-9)
        if (nameWords(one).length > 0) expect(likeness(one, one)).toBeCloseTo(1, 9)
      }),
    )
  })
})

const listed = (id: string, name: string, over: Partial<Listed> = {}): Listed => ({
  id,
  names: [name],
  number: null,
  contacts: [],
  ...over,
})

describe('a register', () => {
  test('one number is one organisation, two numbers are two, whatever the names', () => {
    const same = [listed('a', 'Kringwinkel', { number: '1' }), listed('b', 'Opnieuw & Co', { number: '1' })]
    const different = [listed('a', 'Kringwinkel', { number: '1' }), listed('b', 'Kringwinkel', { number: '2' })]
    expect(findAlike(same)).toMatchObject([{ first: 'a', second: 'b', reasons: ['number'] }])
    expect(findAlike(different)).toEqual([])
  })

  test('a shared address makes less alike names worth a look, and alone says nothing', () => {
    const contacts = ['kerkstraat 1']
    const house = ['Eagles Volley', 'Handbalclub Eagles', 'Fotokring Diafragma'].map((name, place) =>
      listed(String(place), name, { contacts }),
    )
    expect(findAlike(house)).toMatchObject([{ first: '0', second: '1', reasons: ['name', 'contact'] }])
    expect(findAlike(house.map((one) => ({ ...one, contacts: [] })))).toEqual([])
  })

  test('blocking misses none of the pairs that comparing all with all finds, among real names', () => {
    const file = readFileSync('../shared/data/services/verenigingsregister/verwachte_dubbels.csv', 'utf8')
    const names = [...new Set(file.split(/[\n,;"]/).filter((name) => /\p{L}{3}/u.test(name)))]
    const all = names.map((name, place) => listed(String(place), name))
    const likeness = nameLikenessIn(names)
    const expected = all.flatMap((one, place) =>
      all
        .slice(place + 1)
        .filter((other) => likeness(one.names[0] ?? '', other.names[0] ?? '') >= alikeFrom)
        .map((other) => [one.id, other.id].sort().join()),
    )
    expect(expected.length).toBeGreaterThan(20)
    expect(
      findAlike(all)
        .map(({ first, second }) => `${first},${second}`)
        .sort(),
    ).toEqual(expected.sort())
  })

  test('ten times as many names are not a hundred times as many comparisons', () => {
    const made = (count: number) =>
      Array.from({ length: count }, (_, place) => listed(String(place), `Club ${(place * 7919).toString(36)} Netegem`))
    const [few, many] = [candidatesIn(made(300)).length, candidatesIn(made(3000)).length]
    expect(many).toBeLessThan(Math.max(few, 100) * 40)
  })
})
