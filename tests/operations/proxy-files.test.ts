import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { configFrom } from '../../src/platform/config/config.ts'
import { readEnvironment } from '../../src/platform/config/env.ts'

const read = (name: string) => readFileSync(`docs/proxy/${name}`, 'utf8')
/** What a file says, without what it explains. */
const said = (name: string) => read(name).replaceAll(/^\s*#.*$/gm, '')
const { port } = configFrom(readEnvironment({}), '/')

test.each(['Caddyfile', 'nginx.conf'])(
  '%s leads to the port on which Meernet listens, and to nothing outside',
  (name) => {
    const places = [...said(name).matchAll(/\b(?:\d{1,3}\.){3}\d{1,3}:\d+/g)].map(([place]) => place)
    expect([...new Set(places)]).toEqual([`127.0.0.1:${port}`])
  },
)

test('no proxy refuses a request that Meernet takes: it knows its own limits, and says them on a page', () => {
  expect(said('Caddyfile')).not.toContain('max_size')
  expect([...said('nginx.conf').matchAll(/client_max_body_size (\S+);/g)].map(([, size]) => size)).toEqual(['0'])
})

test('no proxy keeps addresses that were asked, or what people sent and read', () => {
  expect(said('Caddyfile')).toMatch(/log \{\s*exclude http\.log\.error\s*\}/)
  expect(said('Caddyfile')).not.toMatch(/^\s*log\s+[^{\s]/m)
  for (const line of ['access_log off', 'proxy_request_buffering off', 'proxy_max_temp_file_size 0', 'gzip off'])
    expect(said('nginx.conf')).toContain(`${line};`)
  expect(said('nginx.conf')).toMatch(/error_log \S+ crit;/)
})

test('Caddy, where there is one, understands its file and asks what says that a process is ready', () => {
  const adapted = spawnSync('caddy', ['adapt', '--config', 'docs/proxy/Caddyfile', '--adapter', 'caddyfile'], {
    encoding: 'utf8',
  })
  const isThere = adapted.error === undefined
  expect(isThere ? adapted.stdout : read('Caddyfile')).toContain('/readyz')
  expect(isThere ? adapted.stderr : '').not.toContain('rror')
})
