// `npm run dev`: builds again after each change and restarts the server, with the gallery of components at /gallery.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
let server: ChildProcess | undefined
let timer: NodeJS.Timeout | undefined

async function restart(): Promise<void> {
  if (server) await stopped(server)
  try {
    await buildIfStale()
  } catch {
    console.error('The build failed; waiting for the next change.')
    return
  }
  server = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  })
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

for (const folder of ['src', 'libraries']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void restart(), 200)
  })
}
process.on('SIGINT', () => undefined)
await restart()
