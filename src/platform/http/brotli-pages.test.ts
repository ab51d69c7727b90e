import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, test } from 'vitest'
import { brotliPages } from './brotli-pages.ts'
import type { Env } from './context.ts'

const page = `<!doctype html>${'<p>Goeiedag</p>'.repeat(200)}`
const app = new Hono<Env>()
app.use(compress(), brotliPages)
app.get('/page', (c) => c.html(page))
app.get('/table', (c) => c.body('a;b\n'.repeat(500), 200, { 'Content-Type': 'text/csv' }))

const asked = (path: string, encoding: string) => app.request(path, { headers: { 'accept-encoding': encoding } })

test('a page goes out as Brotli to a browser that reads it, and says that another browser gets something else', async () => {
  const answer = await asked('/page', 'gzip, deflate, br, zstd')
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('vary')).toContain('Accept-Encoding')
  expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toBe(page)
})

test.each(['gzip', 'gzip, br;q=0', 'gzip;q=1, br; q=0.0, *;q=0'])(
  'a browser that asks with %j gets gzip',
  async (encoding) => {
    const answer = await asked('/page', encoding)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(page)
  },
)

test('a file is left to gzip, which does not wait for its end', async () => {
  expect((await asked('/table', 'gzip, br')).headers.get('content-encoding')).toBe('gzip')
})

test('and who asks for nothing gets the page as it is', async () => {
  const answer = await asked('/page', 'identity')
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toBe(page)
})
