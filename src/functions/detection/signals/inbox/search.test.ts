import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { formsKept } from '../../../../platform/encryption/word-forms.ts'
import { askedNumbers, bestFirst } from './search.ts'

const numbersOf = (forms: readonly string[]) =>
  forms.map((form) => createHash('sha256').update(form).digest().readInt32BE(0))

const cards = [
  { naming: 'Georgette Maes Kerkstraat 12', rest: 'Ik zou graag iemand hebben die meegaat naar de winkel' },
  { naming: 'Mohammed El Amrani Molenstraat 4', rest: 'Hulp bij de papieren van de energiefactuur' },
  { naming: 'Frans Peeters Kerkstraat 31', rest: 'Eenzaam sinds het overlijden van mijn vrouw' },
  { naming: 'Peter Maas Stationslaan 7', rest: 'Iemand om de haag te snoeien' },
  { naming: 'Zoë Vandenbroucke Dorpsplein', rest: 'Wachtlijst voor een sociale woning' },
  {
    naming: 'Yvonne Steyaert',
    rest: 'De dokter zegt dat ik een verhoogde tegemoetkoming moet vragen aan de mutualiteit',
  },
  { naming: 'Jan Huyghe', rest: 'Mijn elektriciteit is afgesloten en de tweede verdieping is te steil' },
]

/** As the database does: cards that have one of the numbers of every word. */
function candidates(text: string) {
  const asked = askedNumbers(text, numbersOf).nearly
  return cards.filter((card) => {
    const kept = new Set(numbersOf(formsKept(card)))
    return asked.every((word) => word.some((number) => kept.has(number)))
  })
}
const search = (text: string) =>
  bestFirst(text, candidates(text), (card) => card).map(({ naming }) => naming.split(' ')[0])

test.each([
  ['georgette', ['Georgette']],
  ['Gerogette', ['Georgette']],
  ['Georgete', ['Georgette']],
  ['Georgettte', ['Georgette']],
  ['maes', ['Georgette', 'Peter']],
  ['meas', ['Georgette', 'Peter']],
  ['peters', ['Frans', 'Peter']],
  ['pete', ['Peter']],
  ['kerkstraat', ['Georgette', 'Frans']],
  ['kerkstraat peeters', ['Frans']],
  ['kerkstaat 12', ['Georgette']],
  ['zoe vandenbroucke', ['Zoë']],
  ['vandenbrouke', ['Zoë']],
  ['mohamed amrani', ['Mohammed']],
  ['Steijaert', ['Yvonne']],
  ['STEYART', ['Yvonne']],
  ['Huige', ['Jan']],
  ['jean huyghe', ['Jan']],
  ['xyz', []],
])('of who and where "%s" finds %o', (text, expected) => {
  expect(search(text)).toEqual(expected)
})

test.each([
  ['doubled letters left out', 'energiefactur', 'Mohammed'],
  ['a doubled letter too many', 'papperen', 'Mohammed'],
  ['letters changed round', 'papeiren', 'Mohammed'],
  ['letters changed round', 'winkle', 'Georgette'],
  ['a letter beside it on the keyboard', 'wimkel', 'Georgette'],
  ['a letter missing', 'iemnd', 'Georgette'],
  ['c for k', 'electriciteit', 'Jan'],
  ['k for c', 'elektrikiteit', 'Jan'],
  ['ij for ei', 'mutualitijt', 'Yvonne'],
  ['ct for kt', 'docter', 'Yvonne'],
  ['ij for ei with a letter missing', 'mutalitijt', 'Yvonne'],
  ['au for ou', 'vrauw', 'Frans'],
  ['s for z', 'eensaam', 'Frans'],
  ['f for v', 'ferdieping', 'Jan'],
  ['g for ch', 'wagtlijst', 'Zoë'],
  ['y for ij', 'wachtlyst', 'Zoë'],
  ['d for t at the end', 'mutualiteid', 'Yvonne'],
  ['one m', 'tegemoetkomming', 'Yvonne'],
  ['accents', 'sociále woníng', 'Zoë'],
  ['two words, an error in each', 'socjale wonning', 'Zoë'],
  ['the beginning of a long word', 'energief', 'Mohammed'],
])('of the wish, with %s, "%s" finds the card', (_error, text, expected) => {
  expect(search(text)[0]).toBe(expected)
})

test('a short word of the wish is not taken for another short one', () => {
  expect(search('hond')).toEqual([])
  expect(search('mein')).toEqual([])
})

test('who has the name as it is typed comes before who has nearly that name, and before who mentions it', () => {
  const found = bestFirst(
    'peeters',
    [
      { naming: 'An Claes', rest: 'mijn buur Peeters' },
      { naming: 'An Peters', rest: '' },
      { naming: 'An Peeters', rest: '' },
    ],
    (card) => card,
  )
  expect(found.map(({ naming }) => naming)).toEqual(['An Peeters', 'An Peters', 'An Claes'])
})
