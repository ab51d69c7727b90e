import { expect, test } from 'vitest'
import { promisesOn } from './promises.ts'

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
