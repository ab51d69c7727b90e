import { describe, expect, test } from 'vitest'
import { isWithoutNumbersOfPeople, maySecondRead, situationBandOf } from './policy-signal.ts'

describe('P13 a count is shown as a band, and one to four never as such', () => {
  test.each([
    [0, 'none'],
    [1, 'under5'],
    [4, 'under5'],
    [5, 'from5'],
    [9, 'from5'],
    [10, 'from10'],
    [19, 'from10'],
    [20, 'from20'],
    [400, 'from20'],
  ] as const)('%i: %s', (count, band) => expect(situationBandOf(count)).toBe(band))
})

describe('P12 a description holds no number of a person and no way to reach one', () => {
  test.each([
    ['Wie poetshulp vraagt, wacht 18 weken.', true],
    ['Dossier 85.07.30-033.28 bleef liggen.', false],
    ['Bel haar op 0470 12 34 56.', false],
    ['Zie mail van an@voorbeeld.be', false],
    ['Gestort op BE68 5390 0754 7034', false],
  ])('%s', (text, isFine) => expect(isWithoutNumbersOfPeople(text)).toBe(isFine))
})

test('P14 the second reader is somebody else than the author, and reads once', () => {
  expect(maySecondRead({ notedBy: 'an', readOn: null }, 'bert')).toBe(true)
  expect(maySecondRead({ notedBy: 'an', readOn: null }, 'an')).toBe(false)
  expect(maySecondRead({ notedBy: 'an', readOn: '2026-11-20' }, 'bert')).toBe(false)
})
