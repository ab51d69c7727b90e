import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsHeard, groupsToGoTo, type RawTally, standingOf } from './heard.ts'

const tally = (group: string, people: number, neighbourhoodId: string | null = 'n1'): RawTally => ({
  neighbourhoodId,
  group,
  people,
})
const groups = ['poverty', 'olderPerson', 'jobseeker']

test('P13 fewer than ten people of a group are hidden, nobody is nobody', () => {
  const heard = groupsHeard({
    groups,
    tallies: [tally('poverty', 4), tally('olderPerson', 12)],
    people: 60,
    shares: new Map(),
  })
  expect(heard.map(({ count }) => count.value)).toEqual(['hidden', 10, 0])
})

test('P13 counts of a year are summed over occasions before anything is hidden', () => {
  const tallies = [tally('poverty', 6), tally('poverty', 7)]
  expect(groupsHeard({ groups: ['poverty'], tallies, people: 60, shares: new Map() })[0]?.count.value).toBe(10)
})

test('P13 three more people on one occasion cannot be read from the sums before and after it', () => {
  const shown = (people: number) =>
    groupsHeard({ groups: ['poverty'], tallies: [tally('poverty', people)], people: 60, shares: new Map() })[0]?.count
      .value
  expect([shown(40), shown(43), shown(46)]).toEqual([40, 40, 45])
})

test('P13 a small neighbourhood does not follow from the municipality and the others', () => {
  const tallies = [tally('poverty', 3, 'n1'), tally('poverty', 20, 'n2'), tally('poverty', 15, 'n3')]
  const at = (neighbourhoodId?: string) =>
    groupsHeard({ groups: ['poverty'], tallies, people: 90, shares: new Map(), neighbourhoodId })[0]?.count.value
  const others = [at('n2'), at('n3'), at()]
  expect(at('n1')).toBe('hidden')
  expect(others).toContain('hidden')
})

test('a neighbourhood without any occasion has heard nobody', () => {
  const tallies = [tally('poverty', 20, 'n2')]
  const [heard] = groupsHeard({ groups: ['poverty'], tallies, people: 0, shares: new Map(), neighbourhoodId: 'n9' })
  expect(heard).toMatchObject({ standing: 'notHeard', count: { value: 0 } })
})

describe('a group stands beside its share in the neighbourhood', () => {
  test.each([
    ['nobody at all', 0, 60, 0.2, 'notHeard'],
    ['nobody, whatever the share', 0, 60, undefined, 'notHeard'],
    ['less than half of its share', 5 * 2, 200, 0.2, 'farTooFew'],
    ['less than four fifths of its share', 14, 100, 0.2, 'tooFew'],
    ['in proportion', 20, 100, 0.2, 'inProportion'],
    ['a share that nobody knows is grey, never green', 40, 60, undefined, 'notKnown'],
    ['too few people in all for a share', 12, 19, 0.2, 'cannotTell'],
    ['hidden, and low whatever it is', 'hidden', 200, 0.2, 'farTooFew'],
    ['hidden, and it depends', 'hidden', 40, 0.2, 'cannotTell'],
  ] as const)('%s', (_what, shown, people, share, standing) => {
    expect(standingOf(shown, people, share)).toBe(standing)
  })

  test('P13 what is said of a hidden count is the same whatever was counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 20, max: 400 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (count, people, share) => {
          const heardOf = (number: number) =>
            groupsHeard({
              groups: ['poverty'],
              tallies: [tally('poverty', number)],
              people,
              shares: new Map([['poverty', share]]),
            })
          expect(heardOf(count)).toEqual(heardOf(1))
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('one goes first to who was not heard at all', () => {
  const heard = groupsHeard({
    groups,
    tallies: [tally('poverty', 10), tally('olderPerson', 30)],
    people: 100,
    shares: new Map([
      ['poverty', 0.4],
      ['olderPerson', 0.25],
    ]),
  })
  expect(groupsToGoTo(heard)).toEqual(['jobseeker', 'poverty'])
})
