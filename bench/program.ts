import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownEnvironment } from './own-environment.ts'

export type Program = {
  readonly address: string
  readonly startedAfterSeconds: number
  memoryMegabytes(): number
  readonly child: ChildProcess
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts the built program on `varFolder`; resolves when it says it is ready. `nodeOptions` and `settings` for who looks into it. */
export function startMeernet(
  varFolder: string,
  nodeOptions: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const start = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, join(root, 'scripts/start.ts')], {
    cwd: root,
    env: {
      ...ownEnvironment(varFolder),
      PORT: process.env.PORT ?? '4700',
      MEERNET_LOG: 'silent',
      NODE_ENV: 'production',
      ...settings,
    },
  })
  // A measurement that fails leaves no server behind.
  process.once('exit', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const address = /ready: (http:\/\/localhost:\d+)/.exec(text)?.[1]
      if (address)
        resolve({
          address,
          child,
          startedAfterSeconds: (performance.now() - start) / 1000,
          memoryMegabytes: () => residentMegabytes(child),
        })
    })
    child.stderr.on('data', (chunk) => {
      text += chunk
    })
    child.on('exit', (code) => reject(new Error(`Meernet ended with ${code}: ${text}`)))
  })
}

export function stopMeernet({ child }: Program): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Resident set of the process, from the kernel (Linux). */
function residentMegabytes(child: ChildProcess): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) / 1024
}
