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

test('of an address of the new kind the network counts, which one caller has whole', async () => {
  const network = await addressFor('2001:db8:12:34::1', true)
  for (const neighbour of ['2001:db8:12:34:aaaa:bbbb:cccc:dddd', '2001:0DB8:0012:34::', '2001:db8:12:34:0:0:0:2'])
    expect([neighbour, await addressFor(neighbour, true)]).toEqual([neighbour, network])
  expect(await addressFor('2001:db8:12:35::1', true)).not.toBe(network)
  expect(await addressFor('2001:db8::1', true)).toBe('2001:db8:0:0')
})

test('an address of the old kind written in the new way is the same caller', async () => {
  expect(await addressFor('::ffff:203.0.113.7', true)).toBe('203.0.113.7')
  expect(await addressFor('not an address', true)).toBe('not an address')
})
