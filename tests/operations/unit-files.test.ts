import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configFrom } from '../../src/platform/config/config.ts'
import { readEnvironment, withArguments } from '../../src/platform/config/env.ts'

const folder = 'docs/systemd'
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const units = files.filter(({ name }) => /\.(service|timer)$/.test(name))

test('every program that a unit or the command starts is there after npm ci and a build', () => {
  const started = files.flatMap(({ text }) => [...text.matchAll(/dist\/server\/(\w+\.js)(?: --role (\w+))?/g)])
  expect(started.map(([, program]) => program).toSorted()).toEqual([
    'cli.js',
    'cli.js',
    'main.js',
    'main.js',
    'main.js',
  ])
  for (const [, , role] of started.filter(([, , role]) => role)) {
    const env = withArguments(readEnvironment({ DATABASE_URL: 'postgres://here/meernet' }), ['--role', role ?? ''])
    expect(configFrom(env, tmpdir()).role).toBe(role)
  }
})

test('the command has the user, the settings and the program of the service', () => {
  const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? ''
  const service = textOf('meernet.service')
  const shared = service.split('\n').filter((line) => /^(User|Group|UMask|EnvironmentFile)=/.test(line))
  expect(shared).toHaveLength(4)
  const [engine = ''] = service.match(/\S+\/bin\/node/) ?? []
  for (const part of [...shared.map((line) => `--property=${line}`), engine.replace('ExecStart=', '')])
    expect(textOf('meernet')).toContain(part)
  expect(spawnSync('sh', ['-n', join(folder, 'meernet')], { encoding: 'utf8' }).stderr).toBe('')
})

/** A folder in which the units lie where systemd looks, and the programs where the units look. */
function installed(): { readonly root: string; readonly names: readonly string[] } {
  const root = mkdtempSync(join(tmpdir(), 'meernet-units-'))
  for (const path of ['srv/meernet/node_modules/node/bin', 'etc/systemd/system', 'bin', 'usr/bin'])
    mkdirSync(join(root, path), { recursive: true })
  for (const program of ['srv/meernet/node_modules/node/bin/node', 'bin/sh', 'usr/bin/find'])
    writeFileSync(join(root, program), '', { mode: 0o755 })
  for (const { name, text } of units)
    writeFileSync(join(root, 'etc/systemd/system', name.replace('@.', '@3000.')), text)
  return { root, names: readdirSync(join(root, 'etc/systemd/system')) }
}

test('systemd, where there is one, accepts the units', () => {
  const { root, names } = installed()
  const judged = spawnSync('systemd-analyze', ['verify', `--root=${root}`, ...names], { encoding: 'utf8' })
  const words = `${judged.stdout ?? ''}${judged.stderr ?? ''}`
  const complaints = words.split('\n').filter((line) => /meernet[^ ]*\.(service|timer)/.test(line))
  expect(complaints.filter((line) => !/^Unit .* not found|basic.target|sysinit.target/.test(line))).toEqual([])
  expect(names).toHaveLength(5)
})

test('systemd, where there is one, judges that a service can do little beyond its work', () => {
  const { root, names } = installed()
  const services = names.filter((name) => name.endsWith('.service'))
  const { stdout, error, status } = spawnSync(
    'systemd-analyze',
    ['security', '--offline=yes', '--no-pager', '--threshold=15', `--root=${root}`, ...services],
    { encoding: 'utf8' },
  )
  const exposures = [...(stdout ?? '').matchAll(/Overall exposure level for (\S+): ([\d.]+)/g)]
  expect(exposures.map(([, name]) => name).toSorted()).toEqual(error ? [] : services.toSorted())
  expect(error ? 0 : status, exposures.map(([line]) => line).join('\n')).toBe(0)
})
