import { expect, test } from 'vitest'
import { foldSame, promisesOn } from './promises.ts'

const waiting = (message: string, dueOn?: string) => ({ message, href: '/', dueOn })

test('the oldest promise comes first, late ones apart from those of today', () => {
  const promises = promisesOn('2026-11-23', [
    waiting('tomorrow', '2026-11-24'),
    waiting('late', '2026-11-20'),
    waiting('some day'),
    waiting('today', '2026-11-23'),
    waiting('very late', '2026-11-02'),
  ])
  expect(promises.late.map(({ message }) => message)).toEqual(['very late', 'late'])
  expect(promises.today.map(({ message }) => message)).toEqual(['today'])
  expect(promises.later.map(({ message }) => message)).toEqual(['tomorrow'])
  expect(promises.open.map(({ message }) => message)).toEqual(['some day'])
})

test('an alarm stands before what is later still and no alarm', () => {
  const { late } = promisesOn('2026-11-23', [
    waiting('very late', '2026-11-02'),
    { ...waiting('alarm', '2026-11-22'), isAlarm: true },
  ])
  expect(late.map(({ message }) => message)).toEqual(['alarm', 'very late'])
})

test('of many lines that say the same the three oldest stay in sight, and nothing is left out', () => {
  const tell = [1, 2, 3, 4, 5].map((day) => waiting('tell back', `2026-11-0${day}`))
  const call = waiting('call', '2026-11-06')
  expect(foldSame([...tell, call])).toEqual({ shown: [...tell.slice(0, 3), call], more: [tell.slice(3)] })
})

test('one line more than three is not worth unfolding', () => {
  const tell = [1, 2, 3, 4].map((day) => waiting('tell back', `2026-11-0${day}`))
  expect(foldSame(tell)).toEqual({ shown: tell, more: [] })
})
