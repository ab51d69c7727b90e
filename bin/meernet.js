#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// The shell's Node may be an older one; npm ci brought the one that runs our sources.
const isOld = Number.parseInt(process.versions.node, 10) < 24
// A file of a hundred megabytes makes rows that are gone a moment later: with less room for young objects they go sooner, and the
// command stays under 150 MB. Only a start can say so.
const littleRoom = '--max-semi-space-size=4'
const wantsLittleRoom = process.argv[2] === 'import' && !process.execArgv.includes(littleRoom)
if (isOld || wantsLittleRoom) {
  const node = isOld ? fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url)) : process.execPath
  const options = wantsLittleRoom ? [littleRoom] : []
  const command = [...options, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  // Takes the place of this process, where Node can: nobody waits beside it, and a signal finds it.
  process.execve?.(node, [node, ...command], process.env)
  const { status } = spawnSync(node, command, { stdio: 'inherit' })
  process.exit(status ?? 1)
}
const { buildIfStale } = await import('../scripts/build-if-stale.ts')
await buildIfStale()
await import('../dist/server/cli.js')
