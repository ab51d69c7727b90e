import { expect, test } from 'vitest'
import { isLocalPath } from './next-page.ts'

test.each([
  ['/today', true],
  ['/inbox?status=open', true],
  ['//elsewhere.example', false],
  ['/\\elsewhere.example', false],
  ['https://elsewhere.example', false],
  ['/a\nb', false],
])('after signing in, %s may be the next page: %s', (path, allowed) => {
  expect(isLocalPath(path)).toBe(allowed)
})
