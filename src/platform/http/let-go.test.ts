import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/support/world.ts'
import { type Listening, listen } from './listen.ts'

let world: World
let server: Listening
beforeAll(async () => {
  world = await openWorld()
  server = await listen(world.app.web, { host: '127.0.0.1', port: 3241 })
})
afterAll(async () => {
  await server.stop()
  await world.close()
})

type Sent = { readonly path: string; readonly bytes: number; readonly from: 'same-origin' | 'cross-site' }

type Answered = { readonly status: number; readonly page: number; readonly isSameConnection: boolean }

/** Sends a form over the one connection that a proxy keeps open; how much page came back, and whether that one was still open. */
function send(agent: Agent, { path, bytes, from }: Sent): Promise<Answered> {
  const { port } = server
  const headers = { 'content-length': bytes, 'content-type': 'text/plain', 'sec-fetch-site': from }
  return new Promise((resolve, reject) => {
    const asking = request({ agent, host: '127.0.0.1', port, method: 'POST', path, headers })
    asking.on('error', reject)
    asking.on('response', (answer) => {
      let page = 0
      answer.on('data', (chunk: Buffer) => {
        page += chunk.length
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, page, isSameConnection: asking.reusedSocket }))
    })
    asking.end(Buffer.alloc(bytes, 'x'))
  })
}

test.each<[string, Sent, number]>([
  ['a form that is too large', { path: '/sign-in/link', bytes: 4_000_000, from: 'same-origin' }, 413],
  ['a form from another site', { path: '/sign-in/link', bytes: 250_000, from: 'cross-site' }, 403],
  ['visits without a session', { path: '/api/visits/acts', bytes: 8_000_000, from: 'same-origin' }, 401],
])('a proxy that keeps one connection gets the answer to %s each time', async (_what, sent, expected) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let time = 0; time < 5; time += 1) {
    const { status, page, isSameConnection } = await send(agent, sent)
    expect([status, isSameConnection]).toEqual([expected, time > 0])
    expect(page).toBeGreaterThan(10)
  }
  agent.destroy()
})
