import { describe, expect, test } from 'vitest'
import { classOf, type Scale, scaleCalled, scales, scoreOf } from './scales.ts'

const scale = (key: string): Scale => {
  const found = scaleCalled(key)
  if (!found) throw new Error(`no scale ${key}`)
  return found
}
const answering = (answers: Readonly<Record<string, string>>) => (item: string) => answers[item]
const all = (key: string, answer: string) =>
  answering(Object.fromEntries(scale(key).items.map(({ item }) => [item, answer])))

describe('De Jong Gierveld, six items', () => {
  const gierveld = scale('deJongGierveld6')

  test.each([
    ['yes', { total: 3, subscales: { emotional: 3, social: 0 } }, 'moderatelyLonely'],
    ['moreOrLess', { total: 6, subscales: { emotional: 3, social: 3 } }, 'stronglyLonely'],
    ['no', { total: 3, subscales: { emotional: 0, social: 3 } }, 'moderatelyLonely'],
  ])('"%s" to everything counts both ways round', (answer, score, inClass) => {
    expect(scoreOf(gierveld, all('deJongGierveld6', answer))).toEqual(score)
    expect(classOf(gierveld.classes, score.total)).toBe(inClass)
  })

  test.each([
    [0, 'notLonely'],
    [1, 'notLonely'],
    [2, 'moderatelyLonely'],
    [4, 'moderatelyLonely'],
    [5, 'stronglyLonely'],
    [6, 'stronglyLonely'],
  ])('a total of %i is %s', (total, inClass) => expect(classOf(gierveld.classes, total)).toBe(inClass))

  const sheet = { emptiness: 'no', missPeople: 'no', rejected: 'no', relyOn: 'yes', trust: 'yes', feelClose: 'yes' }

  test('one item may be missing from the total, none from a subscale', () => {
    const { trust: _trust, ...rest } = sheet
    expect(scoreOf(gierveld, answering(rest))).toEqual({ total: 0, subscales: { emotional: 0, social: 'void' } })
  })

  test('two missing items leave no total, and no class', () => {
    const { trust: _trust, emptiness: _emptiness, ...rest } = sheet
    const score = scoreOf(gierveld, answering(rest))
    expect(score).toEqual({ total: 'void', subscales: { emotional: 'void', social: 'void' } })
    expect(classOf(gierveld.classes, score.total)).toBe('void')
  })

  test('an answer that the scale does not know is no answer', () => {
    expect(scoreOf(gierveld, answering({ ...sheet, trust: 'sometimes', relyOn: 'constructor' })).total).toBe('void')
  })
})

test.each([
  ['ucla3', '1', 3, 'below6'],
  ['ucla3', '2', 6, 'from6'],
  ['ucla3', '3', 9, 'from6'],
  ['lsns6', '0', 0, 'atRisk'],
  ['lsns6', '2', 12, 'notAtRisk'],
  ['lsns6', '5', 30, 'notAtRisk'],
  ['who5', '0', 0, 'upTo50'],
  ['who5', '5', 100, 'above50'],
])('%s with %s everywhere comes to %i', (key, answer, total, inClass) => {
  const score = scoreOf(scale(key), all(key, answer))
  expect(score.total).toBe(total)
  expect(classOf(scale(key).classes, score.total)).toBe(inClass)
})

test('WHO-5 of 13 is 52, of 12 is 48: either side of 50', () => {
  const who = scale('who5')
  const of = (last: string) => answering({ cheerful: '3', calm: '3', active: '3', rested: '2', interested: last })
  expect([scoreOf(who, of('2')).total, scoreOf(who, of('1')).total]).toEqual([52, 48])
  expect([52, 50, 48].map((total) => classOf(who.classes, total))).toEqual(['above50', 'upTo50', 'upTo50'])
})

test.each(['ucla3', 'lsns6', 'who5'])('%s has no total with an item missing', (key) => {
  const [, ...others] = scale(key).items
  const answers = Object.fromEntries(others.map(({ item, scores }) => [item, Object.keys(scores)[0] ?? '']))
  expect(scoreOf(scale(key), answering(answers)).total).toBe('void')
})

test('no scale ships with the words of its items, and each says whose it is and what to ask', () => {
  expect(scales.length).toBe(4)
  for (const { source, permission, items } of scales) {
    expect(source).toMatch(/\w/)
    expect(permission).toMatch(/\w/)
    expect(items.every((item) => Object.keys(item).every((key) => ['item', 'scores', 'subscale'].includes(key)))).toBe(
      true,
    )
  }
})
