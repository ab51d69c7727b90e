import { expect, test } from 'vitest'
import { accessFrom } from './access.ts'

test.each([
  [401, 'signedOut'],
  [403, 'signedOut'],
  [503, 'noNetwork'],
  [500, 'noNetwork'],
])('only a server that knows nobody sends one to sign in: %i means %s', async (status, kind) => {
  expect(await accessFrom(new Response(null, { status }), [])).toEqual({ kind })
})
