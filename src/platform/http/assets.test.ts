import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicActor } from '../access/actor.ts'
import { assetRoutes } from './assets.ts'
import type { Env } from './context.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-assets-'))
const app = new Hono<Env>()

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'web-1.css'), 'p{color:red}')
  writeFileSync(join(folder, 'assets', 'web-1.css.br'), brotliCompressSync('p{color:red}'))
  writeFileSync(join(folder, 'speculation-rules.json'), '{"prefetch":[]}')
  app.use((c, next) => {
    c.set('actor', publicActor('018f0000-0000-7000-8000-000000000000'))
    return next()
  })
  assetRoutes(app, folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a built file goes out compressed to a browser that can read it, and is kept for a year', async () => {
  const answer = await app.request('/assets/web-1.css', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(answer.headers.get('content-type')).toContain('text/css')
  expect(answer.headers.get('cache-control')).toContain('immutable')
})

test('and as it is to one that cannot', async () => {
  const answer = await app.request('/assets/web-1.css')
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toBe('p{color:red}')
})

test('the rules for fetching early carry the one content type that browsers accept', async () => {
  const answer = await app.request('/speculation-rules.json')
  expect(answer.headers.get('content-type')).toBe('application/speculationrules+json')
})
