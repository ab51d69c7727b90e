import { expect, test } from 'vitest'
import { InsideAddress, isInside, refuseInside } from './inside-addresses.ts'

test.each([
  ['127.0.0.1', true],
  ['10.20.30.40', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['255.255.255.255', true],
  ['193.191.246.1', false],
  ['::1', true],
  ['::', true],
  ['fd12:3456::1', true],
  ['fe80::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:193.191.246.1', false],
  ['64:ff9b::7f00:1', true],
  ['2a02:2c40::1', false],
])('the address %s is inside: %s', (address, is) => {
  expect(isInside(address)).toBe(is)
})

test.each([
  ['https://127.0.0.1/x', [], true],
  ['https://[::1]:8443/', [], true],
  ['https://2130706433/', [], true],
  ['https://0x7f.1/', [], true],
  ['https://aanmelden.example/', ['193.191.246.1'], false],
  // One of its addresses is enough.
  ['https://sly.example/', ['193.191.246.1', '10.0.0.8'], true],
])('a question to %s, which names %o, is refused: %s', async (url, addresses, isRefused) => {
  const asked = refuseInside(url, async () => addresses)
  await (isRefused ? expect(asked).rejects.toThrow(InsideAddress) : expect(asked).resolves.toBeUndefined())
})
