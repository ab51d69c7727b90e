import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// The scripts too: some of them are steps of the build.
const sources = ['src', 'libraries', 'scripts', 'package-lock.json', 'vite.config.ts']
const outputs = ['dist/browser/manifest.json', 'dist/server/main.js']

/** Builds browser and server when a source is newer than what was built; says so. */
export async function buildIfStale(): Promise<void> {
  const built = Math.min(
    ...outputs.map((file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0)),
  )
  if (Math.max(...sources.map((path) => newestIn(join(root, path)))) <= built) return
  const begun = new Date()
  // Not on standard output: that belongs to the command that follows.
  console.error('Building (once after a change)…')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  for (const kind of [[], ['--ssr']])
    execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...kind], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
  // As old as what was read: a source that changed meanwhile may not be in it.
  for (const file of outputs) utimesSync(join(root, file), begun, begun)
}

function newestIn(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
