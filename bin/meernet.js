#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// The shell's Node may be an older one; npm ci brought the one that runs our sources.
if (Number.parseInt(process.versions.node, 10) < 24) {
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
  const { status } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}
const { buildIfStale } = await import('../scripts/build-if-stale.ts')
await buildIfStale()
await import('../dist/server/cli.js')
