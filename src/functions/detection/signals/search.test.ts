import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trigramsOf, wordsOf } from '../../../platform/encryption/blind-index.ts'
import { bestFirst, isOneErrorAway, searchWays } from './search.ts'

const numberOf = (trigram: string) => createHash('sha256').update(trigram).digest().readInt32BE(0)
const tokensOf = (text: string) => [...new Set(wordsOf(text).flatMap((word) => trigramsOf(word).map(numberOf)))]

const cards = [
  { naming: 'Georgette Maes Kerkstraat 12', rest: 'Ik zou graag iemand hebben die meegaat naar de winkel' },
  { naming: 'Mohammed El Amrani Molenstraat 4', rest: 'Hulp bij de papieren van de energiefactuur' },
  { naming: 'Frans Peeters Kerkstraat 31', rest: 'Eenzaam sinds het overlijden van mijn vrouw' },
  { naming: 'Peter Maas Stationslaan 7', rest: 'Iemand om de haag te snoeien' },
  { naming: 'Zoë Vandenbroucke Dorpsplein', rest: 'Wachtlijst voor een sociale woning' },
]

/** As the database does: cards in which every word is found in at least one way. */
function candidates(text: string) {
  const ways = searchWays(text, tokensOf)
  return cards.filter((card) => {
    const names = new Set(tokensOf(card.naming))
    const all = new Set(tokensOf(`${card.naming} ${card.rest}`))
    return ways.every(
      ({ exact, nearly }) =>
        exact.every((number) => all.has(number)) || nearly.some((way) => way.every((number) => names.has(number))),
    )
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
  ['energiefactuur', ['Mohammed']],
  ['zoe vandenbroucke', ['Zoë']],
  ['vandenbrouke', ['Zoë']],
  ['sociale woning', ['Zoë']],
  ['mohamed amrani', ['Mohammed']],
  ['xyz', []],
])('"%s" finds %o', (text, expected) => {
  expect(search(text)).toEqual(expected)
})

test('a name with one typing error anywhere is always among the candidates', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
  const word = fc.constantFrom('georgette', 'vandenbroucke', 'mohammed', 'peeters', 'stationslaan')
  fc.assert(
    fc.property(
      word,
      fc.nat(20),
      fc.constantFrom('wrong', 'missing', 'extra', 'swapped'),
      letter,
      (name, place, kind, other) => {
        const at = place % (name.length - 1)
        const typed = {
          wrong: name.slice(0, at) + other + name.slice(at + 1),
          missing: name.slice(0, at) + name.slice(at + 1),
          extra: name.slice(0, at) + other + name.slice(at),
          swapped: name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
        }[kind]
        fc.pre(new Set(trigramsOf(typed)).size === typed.length + 1)
        expect(isOneErrorAway(typed, name) || typed === name).toBe(true)
        expect(candidates(typed).some((card) => wordsOf(card.naming).includes(name))).toBe(true)
      },
    ),
  )
})
