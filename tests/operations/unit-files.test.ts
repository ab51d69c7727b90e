import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configFrom } from '../../src/platform/config/config.ts'
import { readEnvironment, withArguments } from '../../src/platform/config/env.ts'

const folder = 'docs/systemd'
const units = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

test('every program that a unit starts is there after npm ci and a build', () => {
  const started = units.flatMap(({ text }) => [...text.matchAll(/dist\/server\/(\w+\.js)(?: --role (\w+))?/g)])
  expect(started.map(([, program]) => program).toSorted()).toEqual(['cli.js', 'main.js', 'main.js', 'main.js'])
  for (const [, , role] of started.filter(([, , role]) => role)) {
    const env = withArguments(readEnvironment({ DATABASE_URL: 'postgres://here/meernet' }), ['--role', role ?? ''])
    expect(configFrom(env, tmpdir()).role).toBe(role)
  }
})

test('systemd, where there is one, accepts the units', () => {
  // The programs are put where the units look for them, so that only the units themselves are judged.
  const root = mkdtempSync(join(tmpdir(), 'meernet-units-'))
  for (const path of ['srv/meernet/node_modules/node/bin', 'etc/systemd/system', 'bin', 'usr/bin'])
    mkdirSync(join(root, path), { recursive: true })
  for (const program of ['srv/meernet/node_modules/node/bin/node', 'bin/sh', 'usr/bin/find'])
    writeFileSync(join(root, program), '', { mode: 0o755 })
  for (const { name, text } of units)
    writeFileSync(join(root, 'etc/systemd/system', name.replace('@.', '@3000.')), text)
  const names = readdirSync(join(root, 'etc/systemd/system'))
  const judged = spawnSync('systemd-analyze', ['verify', `--root=${root}`, ...names], { encoding: 'utf8' })
  const words = `${judged.stdout ?? ''}${judged.stderr ?? ''}`
  const complaints = words.split('\n').filter((line) => /meernet[^ ]*\.(service|timer)/.test(line))
  expect(complaints.filter((line) => !/^Unit .* not found|basic.target|sysinit.target/.test(line))).toEqual([])
  expect(names).toHaveLength(5)
})
