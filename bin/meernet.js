#!/usr/bin/env node
import { buildIfStale } from '../scripts/build-if-stale.ts'

await buildIfStale()
await import('../dist/server/cli.js')
