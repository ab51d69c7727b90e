import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A real process of Meernet, as built: `npm test` builds first. */
export type Running = {
  readonly child: ChildProcess
  /** All it has written so far. */
  output(): string
  /** Waits until it writes something; fails when it ends before. */
  says(words: RegExp): Promise<RegExpMatchArray>
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Starts the server with these settings and no others of this machine; `through` is a program that runs it, such as one that sets limits. */
export function startMeernet(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  through: readonly string[] = [],
): Running {
  const [program, ...words] = [...through, process.execPath, join(root, 'dist/server/main.js'), ...args]
  return running(spawn(program ?? '', words, { cwd: root, env: clean(env) }))
}

/** Runs one command of `npx meernet` to its end, in a shell that may set limits first. */
export async function runCommand(env: Readonly<Record<string, string>>, args: readonly string[], before = ':') {
  const program = [process.execPath, join(root, 'dist/server/cli.js'), ...args].map((word) => `'${word}'`).join(' ')
  const command = running(spawn('bash', ['-c', `${before}; exec ${program}`], { cwd: root, env: clean(env) }))
  return { exitCode: await command.ended, output: command.output() }
}

function clean(env: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, NODE_ENV: 'production', MEERNET_LOG: 'silent', ...env }
}

function running(child: ChildProcess): Running {
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return {
    child,
    ended,
    output: () => text,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = text.match(words)
          if (match) resolve(match)
        }
        listeners.add(look)
        look()
        void ended.then((code) => reject(new Error(`ended with ${code} before saying ${words}: ${text}`)))
      }),
  }
}
