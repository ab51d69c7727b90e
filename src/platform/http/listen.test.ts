import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Env } from './context.ts'
import { listen } from './listen.ts'

const host = '127.0.0.1'
let other: Server
beforeEach(async () => {
  other = createServer()
  await new Promise<void>((listening) => other.listen(0, host, listening))
})
afterEach(() => void other.close())
const taken = () => (other.address() as AddressInfo).port

test('a port that another program holds is skipped, and said', async () => {
  const listening = await listen(new Hono<Env>(), { host, port: taken() })
  expect(listening.skipped).toContain(taken())
  await listening.stop()
})

test('behind a proxy, which knows one port, a taken one is said and no other is listened on', async () => {
  await expect(listen(new Hono<Env>(), { host, port: taken(), isBehindProxy: true })).rejects.toThrow(
    `Port ${taken()} is taken by another program`,
  )
})
