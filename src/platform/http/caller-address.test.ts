import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from './context.ts'
import { addressOf } from './rate-limit.ts'

/** The address that counts for a caller who says `forwarded`, with or without a proxy in front. */
async function addressFor(forwarded: string, isBehindProxy: boolean): Promise<string> {
  const app = new Hono<Env>()
  app.get('/', (c) => c.text(addressOf(c, isBehindProxy)))
  return (await app.request('/', { headers: { 'x-forwarded-for': forwarded } })).text()
}

test('without a proxy, what a caller says of their address counts for nothing', async () => {
  expect(await addressFor('203.0.113.7', false)).toBe(await addressFor('203.0.113.8', false))
  expect(await addressFor('203.0.113.7', false)).not.toContain('203.0.113')
})

test('behind a proxy only the address that the proxy added counts', async () => {
  expect(await addressFor('203.0.113.7', true)).toBe('203.0.113.7')
  expect(await addressFor('10.0.0.1, 192.0.2.1, 203.0.113.7', true)).toBe('203.0.113.7')
})
