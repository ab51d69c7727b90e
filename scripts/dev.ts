// `npm run dev`: builds again after each change and restarts the server, with the gallery of components at /gallery.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
let server: ChildProcess | undefined
let timer: NodeJS.Timeout | undefined
let isEnding = false

for (const folder of ['src', 'libraries'])
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(restartAfterTheLast, 200)
  })
// A terminal tells the server as well; we go when it has stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())

let restarting = restart()
await restarting

/** One after the other: a change during a build must not start a second server. */
function restartAfterTheLast(): void {
  restarting = restarting.then(restart)
}

async function restart(): Promise<void> {
  await stopServer()
  try {
    await buildIfStale()
  } catch {
    console.error('The build failed; waiting for the next change.')
    return
  }
  if (isEnding) return
  server = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  })
}

async function end(): Promise<void> {
  isEnding = true
  await stopServer()
  process.exit(0)
}

function stopServer(): Promise<void> {
  const child = server
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
