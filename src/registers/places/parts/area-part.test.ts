import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AreaPart, type PartsFound, partsFrom } from './area-part.ts'

const whole = (code: string): AreaPart => ({ code, share: 1, quality: 'exact' })

test.each<[string, PartsFound, ReturnType<typeof partsFrom>]>([
  [
    'a part that was chosen is in it whole, with or without doors',
    { known: [whole('71001A00-')], doors: [] },
    [{ code: '71001A00-', share: 1, quality: 'exact' }],
  ],
  [
    'a part of which every door lies in it is in it whole',
    { known: [], doors: [{ code: '71001A00-', inside: 40, total: 40 }] },
    [{ code: '71001A00-', share: 1, quality: 'exact' }],
  ],
  [
    'a part that is cut counts for its doors, approximately; the others stay exact',
    { known: [whole('71001A00-')], doors: [{ code: '71001A01-', inside: 10, total: 40 }] },
    [
      { code: '71001A00-', share: 1, quality: 'exact' },
      { code: '71001A01-', share: 0.25, quality: 'approximate' },
    ],
  ],
  [
    'doors of which the part is not known make all of it approximate',
    {
      known: [whole('71001A00-')],
      doors: [
        { code: null, inside: 1, total: 3 },
        { code: '71001A01-', inside: 5, total: 5 },
      ],
    },
    [
      { code: '71001A00-', share: 1, quality: 'approximate' },
      { code: '71001A01-', share: 1, quality: 'approximate' },
    ],
  ],
  [
    'a street in a part that was chosen adds nothing to it',
    { known: [whole('71001A00-')], doors: [{ code: '71001A00-', inside: 8, total: 40 }] },
    [{ code: '71001A00-', share: 1, quality: 'exact' }],
  ],
  [
    'a part that is divided over two of the areas it is made of counts for both',
    {
      known: [
        { code: '71001A00-', share: 0.25, quality: 'approximate' },
        { code: '71001A00-', share: 0.5, quality: 'approximate' },
      ],
      doors: [],
    },
    [{ code: '71001A00-', share: 0.75, quality: 'approximate' }],
  ],
  ['without parts and doors there is nothing', { known: [], doors: [] }, []],
])('%s', (_sentence, found, parts) => {
  expect(partsFrom(found)).toEqual(parts)
})

const doorsOfATown = fc.array(fc.record({ code: fc.constantFrom('A', 'B', 'C', 'D'), neighbourhood: fc.nat(4) }), {
  minLength: 1,
  maxLength: 200,
})

test('shares of neighbourhoods that do not overlap and cover everything add up to one for every part', () => {
  fc.assert(
    fc.property(doorsOfATown, (doors) => {
      const totals = Map.groupBy(doors, ({ code }) => code)
      const neighbourhoods = [...Map.groupBy(doors, ({ neighbourhood }) => neighbourhood).values()]
      const parts = neighbourhoods.flatMap((own) =>
        partsFrom({
          known: [],
          doors: [...Map.groupBy(own, ({ code }) => code)].map(([code, inside]) => ({
            ...{ code, inside: inside.length, total: totals.get(code)?.length ?? 0 },
          })),
        }),
      )
      for (const [code] of totals) {
        const shares = parts.filter((part) => part.code === code)
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
        expect(shares.some(({ quality }) => quality === 'exact')).toBe(shares.length === 1)
      }
    }),
  )
})
